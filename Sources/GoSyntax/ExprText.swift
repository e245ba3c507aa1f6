/// Renders expressions as Go's compiler writes them in its messages: on one line, the bodies of function and composite
/// literals as `…` (cmd/compile/internal/syntax/printer.go, ShortForm, Go 1.23).
public struct ExprText {
  private var output = ""

  /// The text of one expression or type.
  public static func render(_ expression: Expr) -> String {
    var text = ExprText()
    text.write(expression)
    return text.output
  }

  /// `a, b`
  public static func render(_ list: [Expr]) -> String { list.map { render($0) }.joined(separator: ", ") }

  /// A signature with the word `func` before it, as types are written.
  public static func render(_ signature: FuncTypeExpr) -> String {
    var text = ExprText()
    text.output = "func"
    text.write(signature)
    return text.output
  }

  /// A statement that stands where a condition must. An assignment's operator expressions are put in parentheses, so
  /// that a `=` written for `==` catches the eye.
  static func renderMistakenCondition(_ statement: Stmt) -> String {
    func emphasized(_ list: [Expr]) -> String {
      if list.count == 1, case .binary = list[0].kind { return "(" + render(list) + ")" }
      return render(list)
    }
    switch statement.kind {
    case .assign(let left, let right): return "assignment \(emphasized(left)) = \(emphasized(right))"
    case .define(let left, let right): return "\(render(left)) := \(render(right))"
    case .opAssign(let left, let op, let right): return "\(render(left)) \(op.rawValue)= \(render(right))"
    case .incDec(let operand, let isIncrement): return render(operand) + (isIncrement ? "++" : "--")
    case .send(let channel, let value): return "\(render(channel)) <- \(render(value))"
    case .expr(let expression): return render(expression)
    default: return "statement"
    }
  }

  private mutating func write(_ text: String) { output += text }

  private mutating func writeList(_ list: [Expr]) {
    for (index, expression) in list.enumerated() {
      if index > 0 { write(", ") }
      write(expression)
    }
  }

  private mutating func write(_ expression: Expr) {
    switch expression.kind {
    case .bad: write("<bad expr>")
    case .ident(let name): write(name)
    case .literal(_, let text): write(text)
    case .composite(let type, let elements, _):
      if let type { write(type) }
      write(elements.isEmpty ? "{}" : "{…}")
    case .funcLiteral(let signature, let body):
      write("func")
      write(signature)
      write(body.statements.isEmpty ? " {}" : " {…}")
    case .paren(let inner):
      write("(")
      write(inner)
      write(")")
    case .selector(let operand, let name):
      write(operand)
      write("." + name.name)
    case .index(let operand, let indices):
      write(operand)
      write("[")
      writeList(indices)
      write("]")
    case .slice(let operand, let low, let high, let max, _):
      write(operand)
      write("[")
      if let low { write(low) }
      write(":")
      if let high { write(high) }
      if let max {
        write(":")
        write(max)
      }
      write("]")
    case .typeAssert(let operand, let type):
      write(operand)
      write(".(")
      if let type { write(type) } else { write("type") }
      write(")")
    case .call(let callee, let arguments, let hasEllipsis):
      write(callee)
      write("(")
      writeList(arguments)
      write(hasEllipsis ? "...)" : ")")
    case .star(let operand):
      write("*")
      write(operand)
    case .unary(let op, let operand):
      write(op.rawValue)
      write(operand)
    case .binary(let op, let left, let right):
      write(left)
      write(" \(op.rawValue) ")
      write(right)
    default: writeType(expression)
    }
  }

  private mutating func writeType(_ expression: Expr) {
    switch expression.kind {
    case .arrayType(let length, let element):
      write("[")
      if let length { write(length) } else { write("...") }
      write("]")
      write(element)
    case .sliceType(let element):
      write("[]")
      write(element)
    case .structType(let fields):
      write("struct{")
      writeFields(fields)
      write("}")
    case .funcType(let signature):
      write("func")
      write(signature)
    case .interfaceType(let elements):
      write("interface{")
      for (index, element) in elements.enumerated() {
        if index > 0 { write("; ") }
        switch element {
        case .method(let name, let signature):
          write(name.name)
          write(signature)
        case .union(let terms):
          for (index, term) in terms.enumerated() {
            if index > 0 { write(" | ") }
            if term.tilde { write("~") }
            write(term.type)
          }
        }
      }
      write("}")
    case .mapType(let key, let value):
      write("map[")
      write(key)
      write("]")
      write(value)
    case .chanType(let direction, let element):
      write(direction == .receive ? "<-chan " : direction == .send ? "chan<- " : "chan ")
      if direction == .both, case .chanType(.receive, _) = element.kind {
        write("(")
        write(element)
        write(")")
      } else {
        write(element)
      }
    default: preconditionFailure("not a type expression")
    }
  }

  /// Fields that share one type expression stand together, as they were written.
  private mutating func writeFields(_ fields: [FieldDecl]) {
    var index = 0
    while index < fields.count {
      if index > 0 { write("; ") }
      let first = fields[index]
      var end = index + 1
      while first.name != nil, end < fields.count, fields[end].name != nil, fields[end].type.id == first.type.id {
        end += 1
      }
      write(fields[index..<end].compactMap { $0.name?.name }.joined(separator: ", "))
      if first.name != nil { write(" ") }
      write(first.type)
      if let tag = fields[end - 1].tag { write(" " + ExprText.quoted(tag)) }
      index = end
    }
  }

  private static func quoted(_ text: String) -> String {
    text.contains("`") ? "\"" + text.replacing("\"", with: "\\\"") + "\"" : "`\(text)`"
  }

  private mutating func write(_ signature: FuncTypeExpr) {
    writeParameters(signature.params)
    guard !signature.results.isEmpty else { return }
    write(" ")
    if signature.results.count == 1, signature.results[0].name == nil {
      write(signature.results[0].type)
    } else {
      writeParameters(signature.results)
    }
  }

  private mutating func writeParameters(_ params: [Param]) {
    write("(")
    for (index, param) in params.enumerated() {
      if index > 0 { write(", ") }
      if let name = param.name {
        write(name.name)
        if index + 1 < params.count, params[index + 1].name != nil, params[index + 1].type.id == param.type.id {
          continue
        }
        write(" ")
      }
      if param.isVariadic { write("...") }
      write(param.type)
    }
    write(")")
  }
}
