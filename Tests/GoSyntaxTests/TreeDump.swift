import GoSyntax
import SourceText

/// The tree as a compact S-expression, with no positions: what a golden test compares.
struct TreeDump {
  static func file(_ file: File) -> String { file.decls.map(declaration).joined(separator: "\n") }

  private static func list(_ head: String, _ parts: [String]) -> String {
    "(" + ([head] + parts.filter { !$0.isEmpty }).joined(separator: " ") + ")"
  }
  private static func group(_ parts: [String]) -> String { "[" + parts.joined(separator: " ") + "]" }

  static func declaration(_ declaration: Decl) -> String {
    switch declaration {
    case .import(let spec): list("import", [spec.name?.name ?? "", spec.path])
    case .const(let spec):
      list(
        spec.inherited ? "const*" : "const",
        ["\(spec.iota)", group(spec.names.map(\.name)), spec.type.map(expression) ?? "_"] + spec.values.map(expression))
    case .var(let spec):
      list("var", [group(spec.names.map(\.name)), spec.type.map(expression) ?? "_"] + spec.values.map(expression))
    case .type(let spec):
      list(
        spec.isAlias ? "alias" : "type", [spec.name.name, typeParams(spec.typeParams), expression(spec.type)])
    case .func(let function):
      list(
        "func",
        [
          function.directives.map { "#" + $0 }.joined(separator: " "),
          function.receiver.map { list("recv", [param($0)]) } ?? "", function.name.name,
          typeParams(function.typeParams), signature(function.signature), function.body.map(block) ?? "",
          function.deferredBody == nil ? "" : "deferred",
        ])
    case .bad: "bad"
    }
  }

  private static func typeParams(_ params: [TypeParamDecl]) -> String {
    params.isEmpty ? "" : group(params.map { $0.name.name + ":" + expression($0.constraint) })
  }
  private static func param(_ param: Param) -> String {
    (param.name.map { $0.name + ":" } ?? "") + (param.isVariadic ? "..." : "") + expression(param.type)
  }
  private static func signature(_ signature: FuncTypeExpr) -> String {
    group(signature.params.map(param))
      + (signature.results.isEmpty ? "" : "->" + group(signature.results.map(param)))
  }

  static func expression(_ expression: Expr) -> String {
    func sub(_ expression: Expr?) -> String { expression.map(TreeDump.expression) ?? "_" }
    switch expression.kind {
    case .bad: return "bad"
    case .ident(let name): return name
    case .literal(_, let text): return text
    case .composite(let type, let elements, _):
      return list("lit", [sub(type)] + elements.map { ($0.key.map { sub($0) + ":" } ?? "") + sub($0.value) })
    case .funcLiteral(let type, let body): return list("closure", [signature(type), block(body)])
    case .paren(let inner): return list("paren", [sub(inner)])
    case .selector(let operand, let name): return list(".", [sub(operand), name.name])
    case .index(let operand, let indices): return list("index", [sub(operand)] + indices.map(sub))
    case .slice(let operand, let low, let high, let max, let isFull):
      return list(isFull ? "slice3" : "slice", [sub(operand), sub(low), sub(high), sub(max)])
    case .typeAssert(let operand, let type): return list("assert", [sub(operand), type.map(sub) ?? "type"])
    case .call(let callee, let arguments, let hasEllipsis):
      return list("call", [sub(callee)] + arguments.map(sub) + [hasEllipsis ? "..." : ""])
    case .star(let operand): return list("*", [sub(operand)])
    case .unary(let op, let operand): return list("u" + op.rawValue, [sub(operand)])
    case .binary(let op, let left, let right): return list(op.rawValue, [sub(left), sub(right)])
    case .arrayType(let length, let element): return list("array", [length.map(sub) ?? "...", sub(element)])
    case .sliceType(let element): return list("[]", [sub(element)])
    case .structType(let fields):
      return list(
        "struct", fields.map { ($0.name?.name ?? "") + ":" + sub($0.type) + ($0.tag.map { "`\($0)`" } ?? "") })
    case .funcType(let type): return list("functype", [signature(type)])
    case .interfaceType(let elements):
      return list(
        "interface",
        elements.map { element in
          switch element {
          case .method(let name, let type): name.name + signature(type)
          case .union(let terms): terms.map { ($0.tilde ? "~" : "") + sub($0.type) }.joined(separator: "|")
          }
        })
    case .mapType(let key, let value): return list("map", [sub(key), sub(value)])
    case .chanType(let direction, let element):
      return list(direction == .both ? "chan" : direction == .send ? "chan<-" : "<-chan", [sub(element)])
    }
  }

  static func block(_ block: Block) -> String { statements(block.statements) }
  private static func statements(_ list: [Stmt]) -> String { "{" + list.map(statement).joined(separator: "; ") + "}" }

  static func statement(_ statement: Stmt) -> String {
    func sub(_ expression: Expr?) -> String { expression.map(TreeDump.expression) ?? "_" }
    func inner(_ statement: Stmt?) -> String { statement.map(TreeDump.statement) ?? "_" }
    switch statement.kind {
    case .bad: return "bad"
    case .empty: return "empty"
    case .block(let body): return block(body)
    case .expr(let expression): return sub(expression)
    case .send(let channel, let value): return list("send", [sub(channel), sub(value)])
    case .incDec(let operand, let isIncrement): return list(isIncrement ? "++" : "--", [sub(operand)])
    case .assign(let left, let right): return list("=", [group(left.map(sub)), group(right.map(sub))])
    case .opAssign(let left, let op, let right): return list(op.rawValue + "=", [sub(left), sub(right)])
    case .define(let left, let right): return list(":=", [group(left.map(sub)), group(right.map(sub))])
    case .decl(let declarations): return declarations.map(declaration).joined(separator: " ")
    case .go(let call): return list("go", [sub(call)])
    case .defer(let call): return list("defer", [sub(call)])
    case .return(let results): return list("return", results.map(sub))
    case .break(let label): return list("break", [label?.name ?? ""])
    case .continue(let label): return list("continue", [label?.name ?? ""])
    case .goto(let label): return list("goto", [label.name])
    case .fallthrough: return "fallthrough"
    case .labeled(let label, let labeled): return list("label", [label.name, inner(labeled)])
    case .if(let initial, let condition, let then, let otherwise):
      return list("if", [inner(initial), sub(condition), block(then), otherwise.map(inner) ?? ""])
    case .for(let initial, let condition, let post, let body):
      return list("for", [inner(initial), sub(condition), inner(post), block(body)])
    case .range(let clause, let body):
      return list(
        clause.isDefine ? "range:=" : "range", [sub(clause.key), sub(clause.value), sub(clause.operand), block(body)])
    case .switch(let initial, let tag, let cases, _):
      return list(
        "switch",
        [inner(initial), sub(tag)]
          + cases.map { list($0.isDefault ? "default" : "case", $0.values.map(sub) + [statements($0.body)]) })
    case .typeSwitch(let initial, let binding, let operand, let cases, _):
      return list(
        "typeswitch",
        [inner(initial), binding?.name ?? "_", sub(operand)]
          + cases.map { list($0.isDefault ? "default" : "case", $0.values.map(sub) + [statements($0.body)]) })
    case .select(let cases, _):
      return list(
        "select",
        cases.map {
          list($0.communication == nil ? "default" : "case", [$0.communication.map(inner) ?? "", statements($0.body)])
        })
    }
  }
}
