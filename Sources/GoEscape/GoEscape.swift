/// # GoEscape: stack or heap?
///
/// Decides for each variable and each allocating expression whether it may live in its function's frame. The verdict
/// must be sound: nothing that can be reached after its frame is gone may stay in the frame.
///
/// Each place that holds a value is a *location*; an assignment is an edge to the destination, weighted with the dereferences on
/// the way (−1 for `&x`, 0 for `x`, 1 for `*x`). A location whose address flows to the heap, or to a place that
/// outlives it, escapes (cmd/compile/internal/escape, Go 1.23).
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

  /// `lines` as the go command prints them. What no source text stands for has no position.
  public func text(in sources: SourceMap) -> String {
    lines.map { ($0.position.isValid ? sources.render($0) : $0.message) + "\n" }.joined()
  }

  public func verdict(on variable: Variable) -> Verdict {
    variables[ObjectIdentifier(variable)] ?? Verdict(placement: .stack)
  }
}
