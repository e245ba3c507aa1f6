import Canvas
import Testing

@testable import Views

/// Draws on a canvas of its own and gives the rows.
func picture(_ width: Int, _ height: Int, _ body: (inout Canvas) -> Void) -> String {
  var canvas = Canvas(width: width, height: height)
  body(&canvas)
  return canvas.plainText()
}

@Suite struct PaneTests {
  @Test func panesShareEdgesAndFocusIsHeavy() {
    let text = picture(34, 6) { c in
      Pane("source").draw(on: &c, in: Rect(0, 0, 14, 4))
      Pane("output", note: "2 lines").draw(on: &c, in: Rect(0, 3, 34, 3))
      let inside = Pane("heap", note: "1 KiB", isFocused: true).draw(on: &c, in: Rect(13, 0, 21, 4))
      #expect(inside == Rect(14, 1, 19, 2))
    }
    #expect(
      text == """
        ┌─ source ───┲━ heap ━━━━ 1 KiB ━┓
        │            ┃                   ┃
        │            ┃                   ┃
        ├─ output ───┺━━━━━━━━━━━━━━━━━━━┩
        │                                │
        └────────────────────────────────┘

        """)
  }

  @Test func narrowPanesCutTheirTitle() {
    #expect(
      picture(12, 2) { c in Pane("a long title", note: "n").draw(on: &c, in: Rect(0, 0, 12, 2)) } == """
        ┌─ a long…─┐
        └──────────┘

        """)
  }

  @Test func tabsKeepTheChosenOneInSight() {
    let names = ["source", "stack", "heap", "output"]
    var columns: [Range<Int>?] = []
    let text = picture(40, 2) { c in
      columns = TabStrip(names: names, selected: 2).draw(on: &c, at: Point(0, 0), width: 40)
      TabStrip(names: names, selected: 2).draw(on: &c, at: Point(0, 1), width: 17)
    }
    #expect(
      text == """
         source │ stack │[heap]│ output
        [heap]│ output

        """)
    #expect(columns == [0..<8, 9..<16, 17..<23, 24..<32])
  }

  @Test func barsDropWhatDoesNotFit() {
    let text = picture(40, 5) { c in
      let bar = KeyBar(items: [.init("→", "step"), .init("space", "play"), .init("?", "help")])
      bar.draw(on: &c, at: Point(0, 0), width: 40)
      bar.draw(on: &c, at: Point(0, 1), width: 20)
      ProgressBar(label: "seeking", fraction: 0.4375, cancel: "Esc cancels").draw(on: &c, at: Point(0, 2), width: 40)
      let status = StatusBar(left: [Span("scene")], right: [[Span("tick 12")], [Span("heap 3 blocks")]])
      status.draw(on: &c, at: Point(0, 3), width: 40)
      status.draw(on: &c, at: Point(0, 4), width: 24)
    }
    #expect(
      text == """
         → step  space play  ? help
         → step  space play
        seeking ██████▏░░░░░░░ 43%  Esc cancels
         scene          heap 3 blocks   tick 12
         scene          tick 12

        """)
  }

  @Test func popupsClearWhatIsBelow() {
    let text = picture(16, 5) { c in
      c.fill(c.bounds, Style(.text), "x")
      let inside = Popup(title: "why", size: Size(10, 3)).draw(on: &c, in: c.bounds)
      c.text("alive", at: inside.origin)
    }
    #expect(
      text == """
        xxxxxxxxxxxxxxxx
        xx ╭─ why ──╮ xx
        xx │ alive  │ xx
        xx ╰────────╯ xx
        xxxxxxxxxxxxxxxx

        """)
  }
}

@Suite struct TextWidgetTests {
  @Test func paragraphsBreakBetweenWordsAndWideGlyphs() {
    let lines = { (text: String, width: Int) in Paragraph(text).lines(width: width).map(\.plainText) }
    #expect(lines("the block is reachable from main", 12) == ["the block is", "reachable", "from main"])
    #expect(lines("垃圾收集器找到它。", 8) == ["垃圾收集", "器找到", "它。"])
    #expect(lines("一block在heap上", 8) == ["一block", "在heap上"])
    #expect(lines("a\n\nb", 8) == ["a", "", "b"])
    #expect(lines("0xc000010008", 5) == ["0xc00", "00100", "08"])
    #expect(lines("  indented", 20) == ["indented"])
  }

  /// No line is wider than asked, and no character but blanks is lost, whatever the text and width.
  @Test func paragraphsLoseNothing() {
    let words = ["stack", "栈", "（见下）", "0xc000010008", "a", "，", "\n", " ", "  ", "é"]
    var seed: UInt64 = 11
    for width in 2...20 {
      var text = ""
      for _ in 0..<40 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += words[Int(seed >> 33) % words.count]
      }
      let lines = Paragraph(text).lines(width: width).map(\.plainText)
      #expect(lines.allSatisfy { $0.cellWidth <= width })
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " && $0 != "\n" })
    }
  }

  @Test func listingShowsMarksAndNotes() {
    var canvas = Canvas(width: 36, height: 3)
    let lines: [SourceListing.Line] = [
      .init(number: 8, code: [Span("func", .keyword), Span(" f() *int {")], isCaller: true),
      .init(
        number: 9, code: [Span("\tx := "), Span("3", .number), Span(" // "), Span("三", .comment)], isCurrent: true,
        hasBreakpoint: true, annotation: Span("moved to heap", .escapes)),
      .init(number: 10, code: [Span("\treturn &x // a long remark")], annotation: Span("no room", .escapes)),
    ]
    SourceListing(lines: lines).draw(on: &canvas, in: canvas.bounds)
    #expect(
      canvas.goldenText() == """
        ▷  8 func f() *int {
        ▶● 9     x := 3 // 三  moved to heap
          10     return &x // a long remark
        --- roles ---
        d  l KKKK ... .... .
        >*>>>>>>>.>..>#>..>/>>>eeeee>ee>eeee
          ll     ...... .. .. . .... ......
        --- . text, d dim, l gutter, K keyword, # number, / comment, > currentLine, * breakpoint, e escapes

        """)
  }

  @Test func listsScrollWithTheChoice() {
    let lines = (0..<9).map { [Span("line \($0)")] }
    let text = picture(12, 4) { c in
      ScrollList(lines: lines, state: ListState(selected: 5)).draw(on: &c, in: c.bounds)
    }
    #expect(
      text == """
          line 3   │
          line 4   │
        ▸ line 5   █
          line 6   │

        """)
    #expect(ListState(selected: 99).settled(count: 5, visible: 3) == ListState(selected: 4, first: 2))
    #expect(ListState(selected: 3).settled(count: 0, visible: 3) == ListState(selected: 0, first: 0))
  }

  @Test func tablesAlignTheirColumns() {
    let table = Table(
      columns: [
        .init(title: "field", isElastic: true), .init(title: "offset", align: .trailing), .init(title: "type"),
      ],
      rows: [
        [Span("name", .name), Span("0", .number), Span("string", .type)],
        [Span("a_very_long_field_name", .name), Span("16", .number), Span("int64", .type)],
      ])
    #expect(
      picture(30, 3) { table.draw(on: &$0, in: $0.bounds) } == """
        field           offset  type
        name                 0  string
        a_very_long_f…      16  int64

        """)
  }

  @Test func promptsEditAndRemember() {
    var state = PromptState(history: ["line 12", "theme light"])
    for c in "tikc" { #expect(state.handle(.character(c)) == .editing) }
    _ = state.handle(.backspace)
    _ = state.handle(.left)
    _ = state.handle(.delete)
    for c in "ck 堆" { _ = state.handle(.character(c)) }
    #expect(state.string == "tick 堆")
    _ = state.handle(.up)
    _ = state.handle(.up)
    #expect(state.string == "line 12")
    _ = state.handle(.down)
    _ = state.handle(.down)
    #expect(state.string == "tick 堆", "the line being typed is kept while looking at older ones")
    _ = state.handle(.control("w"))
    #expect(state.string == "tick ")
    #expect(state.handle(.enter) == .submitted("tick "))
    #expect(state.historyAfterSubmit == ["line 12", "theme light", "tick "])
    #expect(state.handle(.escape) == .cancelled)
    let long = PromptState(text: "a long line that does not fit")
    #expect(
      picture(12, 1) { Prompt(sign: ":", state: long).draw(on: &$0, at: .zero, width: 12) } == """
        :es not fit

        """)
  }
}

@Suite struct MemoryWidgetTests {
  private var frames: [FrameStack.Frame] {
    [
      .init(
        title: "main", note: "64 B",
        rows: [
          SlotRow(name: "x", type: "int", value: "3", address: "…7f0", change: .changed),
          SlotRow(name: "p", type: "*int", value: "…7f0", address: "…7e8", isPointer: true),
        ]),
      .init(
        title: "f", note: "40 B", rows: [SlotRow(name: "名", type: "string", value: "\"堆\"", address: "…7c0")],
        isSelected: true),
      .init(title: "g (stale)", rows: [SlotRow(name: "i", type: "int", value: "7", address: "…7a0")], isStale: true),
    ]
  }

  @Test func stackOfFrames() {
    var canvas = Canvas(width: 42, height: 11)
    let stack = FrameStack(frames: frames, stackPointer: "…7b8", free: "928 B free")
    let anchors = stack.draw(on: &canvas, in: canvas.bounds)
    #expect(
      canvas.goldenText() == """
                  ┌ main ───────────────── 64 B ┐
             …7f0 │ x  int    3                •│
             …7e8 │ p  *int   …7f0             ●│
                  ├ f ──────────────────── 40 B ┤
             …7c0 │ 名 string "堆"              │
        SP ▶ …7b8 └─────────────────────────────┘
                  ┊ g (stale)                   ┊
             …7a0 ┊ i  int    7                 ┊
                  ┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈
            guard ┈┈┈┈┈┈┈┈┈ 928 B free ┈┈┈┈┈┈┈┈┈┈

        --- roles ---
                  b TTTT bbbbbbbbbbbbbbbbb dd d b
             aaaa bcmcctttccccccccccccccccccccccb
             aaaa b m  tttt   vvvv             pb
                  F F FFFFFFFFFFFFFFFFFFFF dd d F
             aaaa F mm tttttt vvvv              F
        SS S SSSS SSSSSSSSSSSSSSSSSSSSSSSSSSSSSSS
                  s s sssssss                   s
             ssss s s  sss    s                 s
                  sssssssssssssssssssssssssssssss
            !!!!! !!!!!!!!! ddd d dddd !!!!!!!!!!

        --- d dim, T title, b border, F focus, a address, m name, t type, v value, s stale, ! guardLine, S stackPointer, p pointer, c changed

        """)
    #expect(stack.height == 10)
    let pointer = anchors.pointers[.init(frame: 0, row: 1)]!
    #expect(canvas.glyph(at: pointer) == "●")
    #expect(anchors.slots[.init(frame: 0, row: 0)] == Point(41, 1))
  }

  @Test func stackScrollsToItsPointer() {
    let stack = FrameStack(frames: frames, stackPointer: "…7b8", free: nil, scroll: 3)
    #expect(
      picture(36, 4) { c in stack.draw(on: &c, in: c.bounds) } == """
                  ├ f ────────────── 40 B ┤
             …7c0 │ 名 string "堆"        │
        SP ▶ …7b8 └───────────────────────┘
                  ┊ g (stale)             ┊

        """)
    let scroll = stack.scrollShowingStackPointer(height: 4)
    #expect((5 - scroll) >= 0 && (5 - scroll) < 4, "SP's row is among those shown")
  }

  @Test func aStackWithoutFramesStillShowsItsPointer() {
    #expect(
      picture(30, 2) { c in
        FrameStack(frames: [], stackPointer: "…7b8", free: "2 KiB free").draw(on: &c, in: c.bounds)
      } == """
        SP ▶ …7b8 ───────────────────
            guard ┈┈┈ 2 KiB free ┈┈┈┈

        """)
  }

  @Test func cardsShowShadeFieldsAndPinnedBytes() {
    var canvas = Canvas(width: 60, height: 6)
    let rows = [
      SlotRow(name: "value", type: "int", value: "1"),
      SlotRow(name: "next", type: "*Node", value: "…020", isPointer: true),
    ]
    let white = BlockCard(title: "Node", note: "24 B", address: "0xc000010008", shade: .white, rows: rows)
    let anchors = white.draw(on: &canvas, in: Rect(2, 0, 26, 6))
    BlockCard(
      title: "[]byte", note: "1 KiB", address: "0xc000102000", shade: .black,
      rows: [SlotRow(name: "[0:5]", value: "\"hello\"")], usedBytes: 256, pinnedBytes: 1024
    ).draw(on: &canvas, in: Rect(31, 0, 26, 6))
    #expect(
      canvas.goldenText() == """
          ╭ ○ W  Node ─────── 24 B ╮   ╭ ● B  []byte ──── 1 KiB ╮
          │ value int   1          │   │ [0:5] "hello"          │
          │ next  *Node …020      ●│   │ ██▊░░░░░░░░ 256/1024 B │
          ╰ 0xc000010008 ──────────╯   ╰ 0xc000102000 ──────────╯


        --- roles ---
          1 W W  TTTT 1111111 dd d 1   3 B B  TTTTTT 3333 d ddd 3
          1 mmmmm ttt   v          1   3 mmmmm vvvvvvv          3
          1 mmmm  ttttt vvvv      p1   3 uuuPPPPPPPP PPPPPPPP P 3
          1 aaaaaaaaaaaa 11111111111   3 aaaaaaaaaaaa 33333333333


        --- d dim, T title, a address, m name, t type, v value, W white, B black, 1 whiteFrame, 3 blackFrame, P pinned, u used, p pointer

        """)
    #expect(anchors.entry == Point(1, 1))
    #expect(anchors.rowEntries == [Point(1, 1), Point(1, 2)])
    #expect(anchors.pointers == [1: Point(26, 2)])
  }

  @Test func cardsCountTheRowsThatDoNotFit() {
    let rows = (0..<9).map { SlotRow(name: "[\($0)]", value: "\($0)") }
    let card = BlockCard(title: "[9]int", note: "72 B", address: "0xc000010000", shade: .grey, rows: rows)
    #expect(
      picture(22, 5) { c in card.draw(on: &c, in: c.bounds) } == """
        ╭ ◐ G  [9]int ─ 72 B ╮
        │ [0] 0              │
        │ [1] 1              │
        │ ⋯ 7                │
        ╰ 0xc000010000 ──────╯

        """)
  }

  @Test func arrowsOrTags() {
    var tags: [Int: Character] = [:]
    let text = picture(24, 5) { c in
      c.text("●", at: Point(0, 0))
      c.text("●", at: Point(0, 4))
      c.text("▌", at: Point(12, 2))
      c.text("[]", at: Point(20, 0))
      c.text("[]", at: Point(20, 4))
      c.fill(Rect(6, 3, 1, 2), Style(.text), "x")
      c.fill(Rect(6, 2, 18, 1), Style(.text), "x")
      tags = ArrowLayer(arrows: [
        .init(source: Point(0, 0), target: Point(19, 0), group: 1),
        .init(source: Point(0, 4), target: Point(19, 4), group: 2),
        .init(source: Point(0, 4), target: Point(99, 4), group: 3),
      ]).draw(on: &c, in: c.bounds)
    }
    #expect(
      text == """
        ●──────────────────▶[]

              xxxxxxxxxxxxxxxxxx
              x
        a     x            a[]

        """)
    #expect(tags == [1: "a"])
  }

  @Test func bytesWithPadding() {
    let bytes: [ByteGrid.Byte] =
      [.init(value: 1, role: .value, startsField: true)]
      + (0..<7).map { _ in .init(value: nil, role: .padding) }
      + (0..<8).map { .init(value: UInt8(0xF0 + $0), role: .number, startsField: $0 == 0) }
      + [.init(value: 9, role: .value, startsField: true)]
    let grid = ByteGrid(bytes: bytes)
    #expect(
      picture(32, 3) { grid.draw(on: &$0, in: $0.bounds) } == """
         +0 │01 ░░ ░░ ░░ ░░ ░░ ░░ ░░│
         +8 │f0 f1 f2 f3 f4 f5 f6 f7│
        +16 │09│

        """)
  }

  @Test func timelineMarksAndCursor() {
    let strip = TimelineStrip(
      samples: [0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 8, 8, 8, 8, 2, 2],
      marks: [.init(position: 0.25, glyph: "◆", role: .landmark), .init(position: 1, glyph: "▲", role: .warning)],
      cursor: 0.5, known: 0.9)
    #expect(
      picture(20, 2) { strip.draw(on: &$0, in: $0.bounds) } == """
         ▁▂▃▄▅▆▇████████▂▂
        ━━━━━◆━━━━●───────┈▲

        """)
    #expect(TimelineStrip.column(1, width: 20) == 19)
    #expect(TimelineStrip.position(column: 19, width: 20) == 1)
  }
}
