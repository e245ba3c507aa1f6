import Testing

@testable import GoTypes

@Suite struct LookupTests {
  let notation = TypeNotation()

  init() {
    notation.declare("A", "struct{x int; y int}", methods: ["M()", "*P()"])
    notation.declare("B", "struct{y string; z int}", methods: ["N()"])
    notation.declare("C", "struct{A; *B; w int}")
    notation.declare("D", "struct{C; x bool}")
    notation.declare("I", "interface{M(); Q(a int) string}")
    notation.declare("E", "struct{I; n int}")
    notation.declare("R", "struct{*R; v int}", methods: ["*Last()"])
    notation.declare("PA", "*A")
  }

  private func outcome(_ type: String, _ name: String, isAddressable: Bool = true) -> String {
    switch lookupFieldOrMethod(notation.parse(type), isAddressable: isAddressable, package: notation.main, name: name) {
    case .found(let member):
      "\(member.field != nil ? "field" : "method") \(member.path) \(member.isIndirect ? "indirect" : "direct")"
    case .ambiguous: "ambiguous"
    case .needsPointerReceiver: "needs pointer"
    case .notFound: "none"
    }
  }

  @Test func shallowestMemberWins() {
    #expect(outcome("C", "x") == "field [0, 0] direct")
    #expect(outcome("C", "z") == "field [1, 1] indirect")
    #expect(outcome("C", "y") == "ambiguous")
    #expect(outcome("D", "x") == "field [1] direct")
    #expect(outcome("D", "w") == "field [0, 2] direct")
    #expect(outcome("*D", "w") == "field [0, 2] indirect")
    #expect(outcome("D", "nothing") == "none")
    #expect(outcome("D", "M") == "method [0, 0] direct")
    #expect(outcome("D", "N") == "method [0, 1] indirect")
    #expect(outcome("E", "Q") == "method [0] direct")
    #expect(outcome("R", "v") == "field [1] direct")
    #expect(outcome("A", "_") == "none")
  }

  @Test func pointerMethodsNeedAVariableOrAPointer() {
    #expect(outcome("A", "P") == "method [] direct")
    #expect(outcome("A", "P", isAddressable: false) == "needs pointer")
    #expect(outcome("*A", "P", isAddressable: false) == "method [] indirect")
    #expect(outcome("**A", "P") == "none")
    #expect(outcome("*I", "M") == "none")
    #expect(outcome("PA", "x") == "field [0] indirect")
    #expect(outcome("PA", "M") == "none")
  }

  private func methods(_ type: String) -> [String] {
    methodSet(of: notation.parse(type)).map {
      "\($0.function.name)\($0.path)\($0.needsAddress ? " address" : "")"
    }
  }

  @Test func methodSetsFollowTheReceivers() {
    #expect(methods("A") == ["M[]"])
    #expect(methods("*A") == ["M[]", "P[]"])
    #expect(methods("C") == ["M[0]", "N[1]"])
    #expect(methods("*C") == ["M[0]", "N[1]", "P[0] address"])
    #expect(methods("struct{*A}") == ["M[0]", "P[0]"])
    #expect(methods("E") == ["M[0]", "Q[0]"])
    #expect(methods("I") == ["M[]", "Q[]"])
    #expect(methods("*I") == [])
    #expect(methods("*R") == ["Last[]"])
    #expect(methods("PA") == [])
  }

  @Test func methodsOfInstancesAreSubstituted() throws {
    let generic = notation.declareGeneric("Stack", [("E", "any")], "struct{items []E}")
    let receiver = notation.declareParameters([("F", "any")])
    notation.names["G"] = .typeParam(receiver[0])
    guard case .signature(let signature) = notation.parse("func(F) []F") else { fatalError() }
    signature.receiverTypeParams = receiver
    let method = Function(
      name: "Push", position: .none, signature: signature, package: notation.main, declaration: nil)
    method.receiverNamed = generic
    generic.methods = [method]
    let entry = try #require(methodSet(of: notation.parse("Stack[string]")).first)
    #expect(typeText(.signature(entry.signature), relativeTo: notation.main) == "func(string) []string")
    #expect(entry.function === method)
  }

  @Test func typeSetsIntersectAndSortMethods() {
    guard case .interface(let interface) = notation.parse("interface{b(); I; A(); interface{M()}}") else {
      fatalError()
    }
    #expect(interface.allMethods.map(\.name) == ["A", "M", "Q", "b"])
    #expect(interface.duplicateMethods.isEmpty)
    #expect(interface.typeSet == nil)

    guard case .interface(let twice) = notation.parse("interface{M(); M()}"),
      case .interface(let differing) = notation.parse("interface{I; interface{M(a int)}}")
    else { fatalError() }
    #expect(twice.duplicateMethods.map(\.isExplicit) == [true])
    #expect(differing.duplicateMethods.map(\.name) == ["M"])

    func terms(_ source: String) -> String? {
      guard case .interface(let interface) = notation.parse(source) else { fatalError() }
      return interface.typeSet.map { termsText($0, relativeTo: notation.main) }
    }
    #expect(terms("interface{~int | string; int | bool}") == "int")
    #expect(terms("interface{int; string}") == "")
    #expect(terms("interface{int | ~int}") == "~int")
    #expect(terms("interface{comparable; []int | int | func()}") == "int")
    #expect(terms("interface{any | int}") == nil)
    #expect(terms("interface{comparable}") == nil)
  }
}
