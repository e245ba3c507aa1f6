import Insight
import Machine
import MachineCode
import SceneKit
import SourceText
import Timeline
import Views

/// A compiled program and the place in its run: the one thing of the app that has an identity.
public final class Workspace {
  public let title: String
  public let compilation: Compilation
  public let options: RunOptions
  /// Options as a session keeps them: name and value.
  public let givenOptions: [[String]]
  public let timeline: Timeline
  let inspector: Inspector
  let document: SourceDocument
  /// What the compiler says of each line; worked out when somebody first asks.
  private(set) lazy var verdicts = Self.verdicts(compilation)
  /// Index into the script's cues, by instruction.
  let cueAt: [Int: Int]
  /// Instructions that begin a statement, by their line.
  private let statements: [SourceLine: [Int]]
  private var marksCache: (count: Int, length: UInt64, marks: [TimelineMark]) = (-1, 0, [])

  /// - Parameters:
  ///   - title: what the title bar says when the program is no scene.
  ///   - given: the options as a session is to keep them.
  ///   - decisions: of the session that is replayed.
  public init(
    _ compilation: Compilation, title: String, options: RunOptions, given: [[String]] = [], decisions: [Decision] = [],
    language: String = "en"
  ) {
    self.compilation = compilation
    self.options = options
    givenOptions = given
    let program = compilation.program
    let titles = compilation.script.titles
    self.title = titles.isEmpty ? title : SceneScript.pick(titles, language)
    timeline = Timeline(program, options: options.machine, decisions: decisions)
    document = SourceDocument(program.sources, withLibrary: false)
    cueAt = CueTable(compilation.script, program).cueAt
    statements = Self.statements(program)
    inspector = Inspector(timeline)
    inspector.lens.marks = Set(cueAt.keys)
  }

  // MARK: Marks

  /// Statements that begin on a line, as instructions.
  func statements(on line: SourceLine) -> [Int] { statements[line] ?? [] }

  /// Every motion halts at breakpoints; single steps and "continue" at narrated statements too.
  func setBreakpoints(_ lines: Set<SourceLine>) {
    inspector.lens.breakpoints = Set(lines.flatMap(statements))
    inspector.lens.marks = inspector.lens.breakpoints.union(cueAt.keys)
  }

  /// The cue whose statement is about to run.
  var cue: Int? {
    let machine = timeline.machine
    return machine.exitStatus == nil && !machine.isCollecting ? cueAt[machine.pc] : nil
  }

  private static func statements(_ program: Program) -> [SourceLine: [Int]] {
    var found: [SourceLine: [Int]] = [:]
    for function in program.functions where !function.isLibrary {
      for pc in Int(function.code.start)..<max(Int(function.code.start), Int(function.code.end))
      where program.statementStarts[pc] && program.spans[pc].isValid {
        let span = program.spans[pc]
        let line = program.sources[span.file].location(span.start).line
        found[SourceLine(file: span.file, line: line), default: []].append(pc)
      }
    }
    return found
  }

  private static func verdicts(_ compilation: Compilation) -> [SourceLine: [Verdict]] {
    let sources = compilation.program.sources
    var found: [SourceLine: [Verdict]] = [:]
    for line in Compilation.escapes(compilation.checked).lines
    where line.position.isValid && !sources[line.position.file].isLibrary {
      let location = sources.location(line.position)
      let escapes = line.message.hasPrefix("moved to heap") || line.message.hasSuffix("escapes to heap")
      let way = escapes ? compilation.escape.ways[line.position] ?? [] : []
      found[SourceLine(file: line.position.file, line: location.line), default: []].append(
        Verdict(
          text: line.message, escapes: escapes,
          way: way.filter(\.position.isValid).map { step in
            let place = sources.location(step.position)
            return "  \(place.line):\(place.column) \(step.text)"
          }))
    }
    return found
  }

  // MARK: Timeline marks

  /// At most a few hundred, however many landmarks there are: one of each kind to a stretch.
  func marks(length: UInt64) -> [TimelineMark] {
    let landmarks = timeline.landmarks
    if marksCache.count == landmarks.count, marksCache.length == length { return marksCache.marks }
    let stretches: UInt64 = 512
    var seen: Set<TimelineMark> = []
    var marks: [TimelineMark] = []
    for landmark in landmarks {
      let stretch = TimelineMark(tick: landmark.tick.multipliedBy(stretches, over: max(1, length)), kind: landmark.mark)
      if seen.insert(stretch).inserted { marks.append(TimelineMark(tick: landmark.tick, kind: landmark.mark)) }
    }
    marksCache = (landmarks.count, length, marks)
    return marks
  }

  // MARK: Sessions

  /// Everything that is needed to see this run again. Digests are taken at the position and at the decisions.
  func session(breakpoints: Set<SourceLine>, bookmarks: [Session.Mark]) -> Session {
    let sources = compilation.program.sources
    let files = sources.files.filter { !$0.isLibrary }
    let position = timeline.position
    let digest = Session.Digest(tick: position, hash: SessionReplay.hex(timeline.machine.digest()))
    return Session(
      title: title,
      sources: files.map { file in
        Session.Source(
          name: Self.baseName(file.name), text: String(decoding: file.bytes, as: UTF8.self), package: file.importPath)
      },
      options: givenOptions, arguments: options.machine.arguments.map { String(decoding: $0, as: UTF8.self) },
      decisions: timeline.decisions.map(Session.Decision.init),
      position: position,
      breakpoints: breakpoints.map { "\(Self.baseName(sources[$0.file].name)):\($0.line)" }.sorted(),
      bookmarks: bookmarks, digests: [digest])
  }

  /// The lines of a session's breakpoints that this program has.
  func breakpoints(_ texts: [String]) -> Set<SourceLine> {
    let sources = compilation.program.sources
    return Set(
      texts.compactMap { text -> SourceLine? in
        guard let colon = text.lastIndex(of: ":"), let line = Int(text[text.index(after: colon)...]) else { return nil }
        let name = text[..<colon]
        guard let file = sources.files.firstIndex(where: { !$0.isLibrary && Self.baseName($0.name) == name }) else {
          return nil
        }
        return SourceLine(file: FileID(Int32(file)), line: line)
      })
  }

  private static func baseName(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension Landmark {
  var mark: TimelineMark.Kind {
    switch kind {
    case .collection: .collection
    case .stackGrowth: .growth
    case .goroutineStart: .goroutineStart
    case .goroutineEnd: .goroutineEnd
    case .panic: .panic
    case .output: .output
    case .end: .end
    case .mark: .narration
    }
  }
}

extension UInt64 {
  /// self × factor ÷ divisor without overflow on the way.
  func multipliedBy(_ factor: UInt64, over divisor: UInt64) -> UInt64 {
    let product = multipliedFullWidth(by: factor)
    return product.high >= divisor ? .max : divisor.dividingFullWidth(product).quotient
  }
}
