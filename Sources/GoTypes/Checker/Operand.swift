import BigInt
import GoSyntax
import SourceText

/// What the checker knows of an expression while it is on the way up: the finding before it is recorded.
struct Operand {
  var mode: ExprMode = .invalid
  var type: GoType = .invalid
  /// With `mode == .constant`: the value, or `nil` after an error (an unknown value, which suppresses follow-up
  /// errors).
  var constant: Constant?
  var builtin: Builtin?
  /// What error messages name and where they point.
  var expr: Expr?
  /// What few operands have, apart so that the others stay small.
  private var rare: Rare?

  private struct RareValues {
    var description: String?
    var position: Position = .none
    var typeArguments: [GoType] = []
    var results: [Variable] = []
  }

  private final class Rare {
    let values: RareValues
    init(_ values: RareValues) { self.values = values }
  }

  private mutating func setRare(_ change: (inout RareValues) -> Void) {
    var values = rare?.values ?? RareValues()
    change(&values)
    rare = Rare(values)
  }

  /// Overrides the text of `expr` for operands that no source text made (`true` of a tagless switch).
  var description: String? {
    get { rare?.values.description }
    set { setRare { $0.description = newValue } }
  }
  var position: Position {
    get { rare?.values.position ?? .none }
    set { setRare { $0.position = newValue } }
  }
  /// Of a generic function: the type arguments that are written, where more are to be inferred.
  var typeArguments: [GoType] {
    get { rare?.values.typeArguments ?? [] }
    set { setRare { $0.typeArguments = newValue } }
  }
  /// The results of a call with several values, for their names.
  var results: [Variable] {
    get { rare?.values.results ?? [] }
    set { setRare { $0.results = newValue } }
  }

  init() {}
  init(mode: ExprMode, type: GoType, expr: Expr?, constant: Constant? = nil) {
    self.mode = mode
    self.type = type
    self.constant = constant
    self.expr = expr
  }

  var isInvalid: Bool { mode == .invalid }
  var isNil: Bool { mode == .nil }
  var isConstant: Bool { mode == .constant }
  var start: Position { expr?.startPosition ?? position }
}

extension Expr {
  var startPosition: Position { errorPosition }

  var unparenthesized: Expr {
    var current = self
    while case .paren(let inner) = current.kind { current = inner }
    return current
  }

  /// The name, if the expression is one.
  var identifier: String? {
    if case .ident(let name) = kind { return name }
    return nil
  }

  var isCall: Bool {
    if case .call = unparenthesized.kind { return true }
    return false
  }
}

extension TypeChecker {
  /// `x (variable of type int)` and the like: how messages speak of an operand.
  func describe(_ x: Operand) -> String {
    if x.mode == .nil {
      switch x.type {
      case .invalid: return "nil (with invalid type)"
      case .basic(.untypedNil): return "nil"
      default: return "nil (of type \(text(x.type)))"
      }
    }
    var expr = x.description ?? x.expr.map { exprText($0) } ?? ""
    if expr.isEmpty {
      switch x.mode {
      case .builtin: expr = x.builtin?.rawValue ?? ""
      case .type: expr = text(x.type)
      case .constant: expr = x.constant.map { constantText($0) } ?? "unknown"
      default: break
      }
    }
    var result = expr.isEmpty ? "" : expr + " ("
    var hasType = false
    switch x.mode {
    case .invalid, .noValue, .builtin, .type: break
    default:
      if isUntyped(x.type) { result += text(x.type) + " " } else { hasType = true }
    }
    result += modeText(x.mode)
    if x.mode == .constant {
      let value = x.constant.map { constantText($0) } ?? "unknown"
      if value != expr { result += " " + value }
    }
    if hasType {
      if isValid(x.type) {
        result += isGeneric(x.type) ? " of generic type " : " of type "
        result += x.results.isEmpty ? text(x.type) : resultsText(x.results)
        if case .typeParam(let parameter) = unalias(x.type) {
          result += " constrained by " + text(parameter.constraint)
          if hasEmptyTypeSet(parameter) { result += " with empty type set" }
        }
      } else {
        result += " with invalid type"
      }
    }
    if !expr.isEmpty { result += ")" }
    return result
  }

  private func resultsText(_ results: [Variable]) -> String {
    "(" + results.map { $0.name.isEmpty ? text($0.type) : "\($0.name) \(text($0.type))" }.joined(separator: ", ") + ")"
  }

  private func modeText(_ mode: ExprMode) -> String {
    switch mode {
    case .invalid: "invalid operand"
    case .noValue: "no value"
    case .builtin: "built-in"
    case .type: "type"
    case .constant: "constant"
    case .variable: "variable"
    case .mapIndex: "map index expression"
    case .value: "value"
    case .nil: "nil"
    case .commaOK: "comma, ok expression"
    }
  }
}
