import Canvas
import Insight
import MachineCode
import SourceText

/// All that the screen shows. Values only.
public struct ScreenState: Sendable {
  /// The scene's title or the program's name.
  public var title: String
  public var words: any Catalogue
  public var stage: Stage
  public var source: SourceDocument
  /// Sentences on the step that led here, the most telling first.
  public var happened: [Message] = []
  /// Addresses written in that step.
  public var changed: [Range<UInt64>] = []
  /// Blocks that are new, or changed their shade, in that step.
  public var touchedBlocks: Set<UInt64> = []
  /// SP moved in that step.
  public var spMoved = false
  /// The program's length in ticks, once known; and how far it has been run.
  public var end: UInt64?
  public var frontier: UInt64 = 0
  public var marks: [TimelineMark] = []
  /// Bytes in use on the heap, evenly sampled over the part that has been run; empty when not known.
  public var heapOverTime: [Double] = []
  public var output: [OutputLine] = []
  public var breakpoints: Set<SourceLine> = []
  /// Escape verdicts by line; shown when the overlay is on.
  public var verdicts: [SourceLine: [Verdict]] = [:]
  public var showsVerdicts = false
  public var narration: Narration?

  public var focus: PaneKind = .source
  /// The pane in focus takes the whole screen.
  public var isEnlarged = false
  /// Which pane stands beside the source where only two fit.
  public var side: PaneKind = .stack
  /// Rows scrolled, by pane, against what the pane shows by itself.
  public var scroll: [PaneKind: Int] = [:]
  /// The line chosen in the source pane (for a breakpoint); nil follows the program.
  public var selectedLine: Int?
  /// Base address of the block that is chosen.
  public var selectedBlock: UInt64?
  /// Address of the slot that is chosen in the stack.
  public var selectedSlot: UInt64?

  public var popup: PopupState?
  public var prompt: PromptLine?
  /// A short remark, until the next key.
  public var notice: Message?
  public var work: WorkState?
  public var play: PlayState?

  public init(title: String, words: any Catalogue, stage: Stage, source: SourceDocument) {
    self.title = title
    self.words = words
    self.stage = stage
    self.source = source
  }

  func text(_ message: Message) -> String { words.text(message) }
}

/// A line of one of the program's files; lines count from 1.
public struct SourceLine: Hashable, Sendable {
  public var file: FileID
  public var line: Int
  public init(file: FileID, line: Int) {
    self.file = file
    self.line = line
  }
}

/// What the compiler says of a place, for the overlay.
public struct Verdict: Hashable, Sendable {
  /// As `go build -gcflags=-m` words it.
  public var text: String
  public var escapes: Bool
  /// The assignments by which an address got away, each with its place.
  public var way: [String]
  public init(text: String, escapes: Bool, way: [String] = []) {
    self.text = text
    self.escapes = escapes
    self.way = way
  }
}

/// One line that the program printed.
public struct OutputLine: Hashable, Sendable {
  public var text: String
  /// On standard error.
  public var isError: Bool
  /// Printed in the step that led here.
  public var isNew: Bool
  public init(text: String, isError: Bool, isNew: Bool = false) {
    self.text = text
    self.isError = isError
    self.isNew = isNew
  }
}

/// Something to be seen on the timeline.
public struct TimelineMark: Hashable, Sendable {
  /// In the order in which later ones cover earlier ones.
  public enum Kind: Int, Hashable, Comparable, CaseIterable, Sendable {
    case output, narration, goroutineEnd, goroutineStart, growth, collection, panic, end, bookmark

    public static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }

    var glyph: String {
      switch self {
      case .output: "o"
      case .narration: "◆"
      case .goroutineStart: "+"
      case .goroutineEnd: "×"
      case .growth: "▲"
      case .collection: "◐"
      case .panic: "!"
      case .end: "■"
      case .bookmark: "★"
      }
    }

    var role: Role {
      switch self {
      case .output: .output
      case .narration: .landmark
      case .goroutineStart, .goroutineEnd: .goroutine
      case .growth: .stackPointer
      case .collection: .accent
      case .panic: .error
      case .end: .title
      case .bookmark: .key
      }
    }
  }

  public var tick: UInt64
  public var kind: Kind
  public init(tick: UInt64, kind: Kind) {
    self.tick = tick
    self.kind = kind
  }
}

/// What the scene's author says before a statement.
public struct Narration: Hashable, Sendable {
  public var text: String
  public init(text: String) { self.text = text }
}

/// The command line or a search, being typed.
public struct PromptLine: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case command, search }
  public var kind: Kind
  public var state: PromptState
  public init(kind: Kind, state: PromptState) {
    self.kind = kind
    self.state = state
  }
}

/// Long work under way.
public struct WorkState: Hashable, Sendable {
  public var kind: Message.Work
  /// 0...1; `nil` when the whole is not known.
  public var fraction: Double?
  public init(kind: Message.Work, fraction: Double?) {
    self.kind = kind
    self.fraction = fraction
  }
}

/// Playing by itself.
public struct PlayState: Hashable, Sendable {
  /// Steps a second.
  public var speed: Double
  public init(speed: Double) { self.speed = speed }
}

/// What lies on top of the panes.
public enum PopupState: Hashable, Sendable {
  case help(scroll: Int)
  case answer(AnswerState)
  case question(QuestionState)
  /// Choosing a goroutine among those of the stage.
  case goroutines(ListState)
  case choices(ChoicesState)
  /// Asks before later decisions are discarded.
  case discard(decisions: Int)
  case quit
}

/// An answer to "why?": sentences, of which some can be gone to.
public struct AnswerState: Hashable, Sendable {
  public var title: String
  public var lines: [String]
  /// Lines by which one can jump.
  public var targets: Set<Int>
  public var list: ListState
  public init(title: String, lines: [String], targets: Set<Int>, list: ListState = ListState()) {
    self.title = title
    self.lines = lines
    self.targets = targets
    self.list = list
  }
}

/// A scene's question: asked before the program shows the answer.
public struct QuestionState: Hashable, Sendable {
  public var text: String
  public var answers: [String]
  public var right: Int
  /// What the person chose.
  public var chosen: Int?
  public init(text: String, answers: [String], right: Int, chosen: Int? = nil) {
    self.text = text
    self.answers = answers
    self.right = right
    self.chosen = chosen
  }
}
