/// # GoEscape: stack or heap?
///
/// Decides for each variable and each allocating expression whether it may live in its function's frame. The verdict
/// must be sound: nothing that can be reached after its frame is gone may stay in the frame.
///
/// Each place that holds a value is a *location*; an assignment is an edge to the destination, weighted with the dereferences on
/// the way (−1 for `&x`, 0 for `x`, 1 for `*x`). A location whose address flows to the heap, or to a place that
/// outlives it, escapes (cmd/compile/internal/escape, Go 1.23).
///
/// Two analyses share that graph. The machine's runs over our own library's sources, without inlining, so it is sound for
/// what really runs. The compiler's lines come from a second one over the learner's packages, in which the library is
/// what real Go's compiler knows of it (`Library`, extracted by Tools/gofacts), and which inlines first (`Inline`) unless
/// told not to. The order of functions, inlined calls and locations is the compiler's, because its lines come in it.
///
/// ```
///   x ──(−1)──▶ p ──(0)──▶ result          &x flows to the result, which outlives x's frame: x is moved to the heap
/// ```

import GoSyntax
import GoTypes
import SourceText

/// Where something lives.
public enum Placement: Hashable, Sendable { case stack, heap }

/// The verdict on one variable or allocating expression.
public struct Verdict: Sendable {
  public var placement: Placement
  /// In a sentence part, for a reader: "its address is returned". Empty for the stack.
  public var explanation: String
  /// The assignments by which it got away, in order, as places and words.
  public var path: [Step]

  public struct Step: Sendable {
    public var position: Position
    public var text: String
    public init(position: Position, text: String) {
      self.position = position
      self.text = text
    }
  }

  public init(placement: Placement, explanation: String = "", path: [Step] = []) {
    self.placement = placement
    self.explanation = explanation
    self.path = path
  }
}

/// How a function treats one parameter: what its callers must assume.
public struct ParameterLeak: Hashable, Sendable {
  /// Dereferences (0 the value itself, 1 what it points to, ...) after which it flows to the heap; `nil` never.
  public var heap: Int?
  /// The same for each result.
  public var results: [Int?]
  public init(heap: Int?, results: [Int?]) {
    self.heap = heap
    self.results = results
  }
}

/// All verdicts of a program, without inlining (as `-gcflags=-l`): this is what the machine does.
public struct EscapeResult: Sendable {
  /// By variable; parameters, results and locals that are not listed stay on the stack.
  public var variables: [ObjectIdentifier: Verdict]
  /// By the id of the expression that allocates: `new`, `make`, `&T{}` (the unary), slice, map and func literals,
  /// conversions (string, []byte, interface), concatenation, append, method values, implicit variadic slices (the call).
  /// For an implicit conversion to an interface the id is that of the converted operand, in `boxings`.
  public var expressions: [NodeID: Verdict]
  /// Verdicts on implicit conversions of a non-pointer operand to an interface, by the operand's id.
  public var boxings: [NodeID: Verdict]
  /// Verdicts on the closure and the record of `go` and `defer`, by statement id.
  public var deferred: [NodeID: Verdict]
  /// Captured by value (never reassigned after capture and at most 128 bytes) rather than by reference.
  public var capturedByValue: Set<ObjectIdentifier>
  /// The lines that the compiler prints, in its order.
  public var lines: [Diagnostic]
  /// Files of Go's own library that lines are about, below its folder `src`: those on instances of its generic functions.
  public var libraryFiles: [String] = []

  public init(
    variables: [ObjectIdentifier: Verdict] = [:], expressions: [NodeID: Verdict] = [:],
    boxings: [NodeID: Verdict] = [:], deferred: [NodeID: Verdict] = [:],
    capturedByValue: Set<ObjectIdentifier> = [], lines: [Diagnostic] = []
  ) {
    self.variables = variables
    self.expressions = expressions
    self.boxings = boxings
    self.deferred = deferred
    self.capturedByValue = capturedByValue
    self.lines = lines
  }

  /// `lines` as the go command prints them; places in Go's own sources below `root`.
  public func text(in sources: SourceMap, root: String = "$GOROOT") -> String {
    lines.map { line in
      let index = -2 - Int(line.position.file.rawValue)
      if line.position == .unknown { return line.message + "\n" }
      guard index >= 0, index < libraryFiles.count else { return sources.render(line) + "\n" }
      let (row, column) = (line.position.offset >> 8, line.position.offset & 255)
      let place = "\(root)/src/\(libraryFiles[index]):\(row)"
      return column > 254 ? "\(place): \(line.message)\n" : "\(place):\(column): \(line.message)\n"
    }.joined()
  }

  public func verdict(on variable: Variable) -> Verdict {
    variables[ObjectIdentifier(variable)] ?? Verdict(placement: .stack)
  }
}

extension Position {
  /// Of what the compiler gives no place at all: its messages stand alone.
  static let unknown = Position(file: FileID(-1), offset: -2)
}
