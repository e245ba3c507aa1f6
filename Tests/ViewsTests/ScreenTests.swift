import Canvas
import Foundation
import Insight
import Testing

@testable import Views

/// Whole screens, drawn from stages made by hand, against files that hold the characters and the role of each cell.
/// `GOMEM_RECORD=1 swift test` writes the files anew; look at the difference before keeping it.
@Suite struct ScreenTests {
  @Test(arguments: [
    ("call", Size(120, 36)), ("return", Size(120, 36)), ("sharing-up", Size(120, 36)), ("growth", Size(120, 36)),
    ("collection", Size(120, 36)), ("leak", Size(120, 36)), ("chinese", Size(120, 36)), ("help", Size(120, 36)),
    ("answer", Size(120, 36)), ("question", Size(120, 36)), ("collection", Size(200, 60)), ("call", Size(80, 24)),
    ("return", Size(80, 24)), ("sharing-up", Size(80, 24)), ("growth", Size(80, 24)), ("collection", Size(80, 24)),
    ("collection-heap", Size(80, 24)), ("chinese", Size(80, 24)), ("verdicts", Size(120, 36)),
    ("call", Size(60, 16)), ("call", Size(59, 16)),
  ])
  func looksAsRecorded(name: String, size: Size) throws {
    let rendered = Screen.render(try #require(Self.states[name]), size)
    try expectGolden("\(name)-\(size.width)x\(size.height)", rendered.canvas)
  }

  static var states: [String: ScreenState] {
    var heap = Sample.collecting
    heap.focus = .heap
    heap.side = .heap
    var help = Sample.call
    help.popup = .help(scroll: 0)
    var answer = Sample.leak
    answer.popup = .answer(
      AnswerState(
        title: "Why is 0xc000072000 alive?",
        lines: [
          "The package variable title refers to it: a root.",
          "8 B of 2.1 KiB can still be used; 2.1 KiB are pinned with it.",
        ], targets: [0], list: ListState(selected: 0)))
    var question = Sample.sharingUp
    question.narration = nil
    question.popup = .question(
      QuestionState(
        text: "Where does i live once initValue has returned?",
        answers: ["In the stale frame", "On the heap", "Nowhere: the pointer dangles"], right: 1, chosen: 0))
    var verdicts = Sample.afterReturn
    verdicts.showsVerdicts = true
    let line = { (number: Int) in SourceLine(file: verdicts.stage.source.file, line: number) }
    verdicts.verdicts = [
      line(13): [Verdict(text: "moved to heap: i", escapes: true)],
      line(21): [Verdict(text: "&Node{...} escapes to heap", escapes: true)],
      line(23): [
        Verdict(text: "... argument does not escape", escapes: false),
        Verdict(text: "*n / 2 escapes to heap", escapes: true),
      ],
    ]
    verdicts.breakpoints = [line(23)]
    return [
      "call": Sample.call, "return": Sample.afterReturn, "sharing-up": Sample.sharingUp, "growth": Sample.growing,
      "collection": Sample.collecting, "collection-heap": heap, "leak": Sample.leak, "chinese": Sample.chinese,
      "help": help, "answer": answer, "question": question, "verdicts": verdicts,
    ]
  }

  /// At every size from nothing to large, in every focus, drawing stays inside and never fails; above the minimum the line under execution, SP
  /// and the sentence are there.
  @Test func everySizeWorks() {
    for (_, base) in Self.states.sorted(by: { $0.key < $1.key }) {
      for (width, height) in [
        (0, 0), (1, 1), (59, 99), (60, 16), (61, 17), (79, 23), (97, 31), (109, 40), (110, 24), (133, 29), (250, 70),
      ] {
        for focus in PaneKind.allCases {
          for isEnlarged in [false, true] {
            var state = base
            state.focus = focus
            state.isEnlarged = isEnlarged
            let canvas = Screen.render(state, Size(width, height)).canvas
            #expect(canvas.size == Size(width, height))
          }
        }
      }
    }
    for size in [Size(60, 16), Size(80, 24), Size(110, 30), Size(120, 36), Size(200, 60)] {
      let text = Screen.render(Sample.call, size).canvas.plainText()
      #expect(text.contains("▶"))
      #expect(text.contains("SP ▶"))
      #expect(text.contains("call main.initValue"))
      #expect(text.contains("main.initValue"))
    }
  }

  @Test func clicksFindWhatLiesThere() throws {
    let map = Screen.render(Sample.collecting, Size(120, 36)).map
    let block = try #require(map.blocks.first)
    #expect(map.block(at: block.rect.origin) == 0xc0_0001_2000)
    #expect(map.pane(at: block.rect.origin) == .heap)
    let line = try #require(map.sourceLines.first { $0.value == 23 })
    #expect(map.sourceLine(at: line.rect.origin) == 23)
    let timeline = try #require(map.timeline)
    #expect(map.timelinePosition(at: timeline.origin) == 0)
    #expect(map.timelinePosition(at: Point(timeline.maxX - 1, timeline.y)) == 1)
    let narrow = Screen.render(Sample.collecting, Size(80, 24)).map
    let tab = try #require(narrow.tabs.first { $0.value == .heap })
    #expect(narrow.tab(at: tab.rect.origin) == .heap)
  }

  /// Pointers become arrows that end at their block: the head stands left of the card's first row.
  @Test func arrowsReachTheirBlocks() throws {
    let rendered = Screen.render(Sample.sharingUp, Size(120, 36))
    let card = try #require(rendered.map.blocks.first?.rect)
    #expect(rendered.canvas.glyph(at: Point(card.x - 1, card.y + 1)) == "▶")
  }
}

/// Compares with `Screens/NAME.txt`, or writes it.
func expectGolden(_ name: String, _ canvas: Canvas, location: SourceLocation = #_sourceLocation) throws {
  let text = canvas.goldenText()
  if ProcessInfo.processInfo.environment["GOMEM_RECORD"] != nil {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Screens")
    if let pictures = ProcessInfo.processInfo.environment["GOMEM_PICTURES"] {
      try SVGWriter(theme: .dark).picture(canvas).write(
        toFile: "\(pictures)/\(name).svg", atomically: true, encoding: .utf8)
    }
    try text.write(to: folder.appending(path: "\(name).txt"), atomically: true, encoding: .utf8)
    return
  }
  let file = try #require(
    Bundle.module.url(forResource: name, withExtension: "txt", subdirectory: "Screens"), "no golden file \(name)",
    sourceLocation: location)
  let expected = try String(contentsOf: file, encoding: .utf8)
  #expect(text == expected, "the screen \(name) looks different", sourceLocation: location)
}
