import GoSyntax
import SourceText
import Testing

@testable import GoTypes

/// Of a program without errors, the tables have an entry for every expression that later stages look at.
@Suite struct CheckerTablesTests {
  @Test func everyExpressionOfTheLibraryIsFound() {
    let library = GoLibraryFolder(.amd64)
    let imports = library.paths.filter { !$0.contains("internal") }.map { "\t_ \"\($0)\"\n" }.joined()
    var options = CheckOptions()
    options.checksWholeLibrary = true
    let program = Checker.check(
      files: [SourceFile(name: "p.go", text: "package main\n\nimport (\n\(imports))\n\nfunc main() {}\n")],
      provider: library, options: options)
    var walker = TableWalker(program: program)
    for function in program.functions { walker.block(function.body) }
    #expect(walker.missing == [])
    #expect(walker.count > 20_000)
  }
}

/// Walks bodies and lists the expressions that the tables say nothing of.
private struct TableWalker {
  let program: CheckedProgram
  var missing: [String] = []
  var count = 0

  mutating func miss(_ what: String, _ e: Expr) {
    if missing.count < 20 { missing.append("\(program.sources.describe(e.pos)): \(what) \(ExprText.render(e))") }
  }

  /// An expression that has a value or is a type.
  mutating func expr(_ e: Expr) {
    count += 1
    if e.identifier == "_" { return }
    switch program.info.finding(e) {
    case nil: miss("nothing is known of", e)
    case let found?:
      if case .invalid = found.type, found.mode != .builtin { miss("no type for", e) }
      if case .basic(let kind) = found.type, kind.isUntyped, found.mode != .constant, found.mode != .nil {
        miss("still untyped:", e)
      }
    }
    switch e.kind {
    case .ident: if program.info.use(e.id) == nil { miss("no object for", e) }
    case .composite(let type, let elements, _):
      if let type { expr(type) }
      var isStruct = false
      if case .structure? = coreType(program.info.type(of: e)) { isStruct = true }
      if case .pointer(let base) = under(program.info.type(of: e)), case .structure = under(base) { isStruct = true }
      for element in elements {
        if let key = element.key {
          if isStruct {
            if program.info.use(key.id) == nil { miss("no field for", key) }
          } else {
            expr(key)
          }
        }
        expr(element.value)
      }
    case .funcLiteral(_, let body):
      if program.info.closures[e.id] == nil { miss("no captures for", e) }
      block(body)
    case .paren(let x), .star(let x), .unary(_, let x): expr(x)
    case .selector(let x, _):
      guard let selection = program.info.selections[e.id] else { return miss("no selection for", e) }
      if selection.kind != .qualified { expr(x) }
    case .index(let x, let indices):
      expr(x)
      for index in indices { expr(index) }
    case .slice(let x, let low, let high, let max, _):
      for part in [x, low, high, max].compactMap({ $0 }) { expr(part) }
    case .typeAssert(let x, let type): for part in [x, type].compactMap({ $0 }) { expr(part) }
    case .call(let function, let arguments, _):
      expr(function)
      for argument in arguments { expr(argument) }
    case .binary(_, let x, let y):
      expr(x)
      expr(y)
    default: break
    }
  }

  mutating func block(_ block: Block) { statements(block.statements) }

  mutating func statements(_ list: [Stmt]) {
    for s in list { statement(s) }
  }

  /// A left side of `:=`: a new variable or one that is assigned.
  mutating func name(_ e: Expr) {
    if e.identifier == "_" || program.info.definition(e.id) != nil || program.info.use(e.id) != nil { return }
    miss("no variable for", e)
  }

  mutating func statement(_ s: Stmt) {
    switch s.kind {
    case .expr(let e), .incDec(let e, _), .go(let e), .defer(let e): expr(e)
    case .send(let a, let b), .opAssign(let a, _, let b):
      expr(a)
      expr(b)
    case .assign(let lhs, let rhs): for e in lhs + rhs { expr(e) }
    case .define(let lhs, let rhs):
      for e in lhs { name(e) }
      for e in rhs { expr(e) }
    case .return(let values): for e in values { expr(e) }
    case .labeled(_, let inner): statement(inner)
    case .block(let inner): block(inner)
    case .if(let initial, let condition, let then, let otherwise):
      if let initial { statement(initial) }
      expr(condition)
      block(then)
      if let otherwise { statement(otherwise) }
    case .for(let initial, let condition, let post, let body):
      if let initial { statement(initial) }
      if let condition { expr(condition) }
      if let post { statement(post) }
      block(body)
    case .range(let clause, let body):
      expr(clause.operand)
      for side in [clause.key, clause.value].compactMap({ $0 }) {
        if clause.isDefine { name(side) } else { expr(side) }
      }
      block(body)
    case .switch(let initial, let tag, let cases, _):
      if let initial { statement(initial) }
      if let tag { expr(tag) }
      for clause in cases {
        for value in clause.values { expr(value) }
        statements(clause.body)
      }
    case .typeSwitch(let initial, let binding, let operand, let cases, _):
      if let initial { statement(initial) }
      expr(operand)
      for clause in cases {
        for value in clause.values { expr(value) }
        if binding != nil, program.info.implicits[clause.id] == nil { missing.append("no variable for a clause") }
        statements(clause.body)
      }
    case .select(let cases, _):
      for clause in cases {
        if let communication = clause.communication { statement(communication) }
        statements(clause.body)
      }
    case .decl(let decls):
      for case .var(let spec) in decls {
        if let type = spec.type { expr(type) }
        for value in spec.values { expr(value) }
      }
    default: break
    }
  }
}
