import Testing

@testable import GoTypes

@Suite struct IdentityTests {
  /// Types of different lines differ; those of one line are the same. Keys agree with `identical` throughout.
  @Test func identityAndKeysAgree() {
    let notation = TypeNotation()
    notation.declare("T", "struct{a int}")
    notation.declare("U", "struct{a int}")
    notation.declareGeneric("G", [("A", "any")], "struct{x A}")
    let groups = [
      ["int"], ["uint8", "byte"], ["int32", "rune"], ["T"], ["U"], ["struct{a int}"], ["struct{b int}"],
      ["struct{int}"],
      ["struct{a int; b int}"], ["*T"], ["*U"], ["[]byte", "[]uint8"], ["[3]int"], ["[4]int"], ["map[string]T"],
      ["map[T]string"], ["chan int"], ["<-chan int"], ["chan<- int"], ["func()"], ["func(int)", "func(a int)"],
      ["func() int"], ["func(...int)"], ["func([]int)"], ["any", "interface{}"], ["error"], ["comparable"],
      ["interface{Error() string}"], ["interface{M(); N()}", "interface{N(); M()}"], ["interface{M()}"],
      ["interface{~int | string}", "interface{string | ~int}", "interface{~int | string | int}"], ["interface{~int}"],
      ["G[int]"], ["G[T]"], ["G[G[int]]"], ["G[byte]", "G[uint8]"], ["*G[int]"], ["unsafe.Pointer"],
      ["struct{a struct{b int}}"], ["interface{m(interface{error})}"],
    ]
    let all = groups.enumerated().flatMap { group, sources in sources.map { (group, $0, notation.parse($0)) } }
    for (group, source, type) in all {
      for (other, otherSource, otherType) in all {
        #expect(identical(type, otherType) == (group == other), "\(source) and \(otherSource)")
        #expect((TypeKey(type) == TypeKey(otherType)) == (group == other), "\(source) and \(otherSource)")
      }
    }
  }

  @Test func unexportedFieldsOfTwoPackagesDiffer() {
    let notation = TypeNotation()
    let other = TypeNotation()
    for (source, isSame) in [("struct{x int}", false), ("struct{X int}", true), ("interface{m()}", false)] {
      let (type, otherType) = (notation.parse(source), other.parse(source))
      #expect(identical(type, otherType) == isSame)
      #expect((TypeKey(type) == TypeKey(otherType)) == isSame)
    }
  }

  /// `type T interface { m() interface { T } }`, twice: comparing them ends.
  @Test func recursionThroughAnonymousInterfacesEnds() {
    let notation = TypeNotation()
    for name in ["T", "U"] {
      let named = notation.declare(name, "interface{}")
      named.underlying = notation.parse("interface{m() interface{\(name)}}")
    }
    let (t, u) = (notation.parse("interface{T}"), notation.parse("interface{U}"))
    #expect(identical(t, t))
    #expect(identical(t, u))
    #expect(TypeKey(t) == TypeKey(notation.parse("interface{T}")))
  }

  @Test func oneObjectPerInstance() {
    let notation = TypeNotation()
    let generic = notation.declareGeneric("List", [("E", "any")], "struct{next *List[E]; value E}")
    let list = notation.parse("List[byte]")
    #expect(list.asNamed === notation.parse("List[uint8]").asNamed)
    #expect(list.asNamed !== notation.parse("List[int8]").asNamed)
    #expect(list.asNamed?.origin === generic)
    #expect(typeText(under(list), relativeTo: notation.main) == "struct{next *List[byte]; value byte}")
    guard case .structure(let structure) = under(list) else { fatalError() }
    #expect(identical(structure.fields[0].type, .pointer(list)))
    #expect(Sizes(.amd64).size(of: list) == 16)
  }

  /// `func f[T any]() { type L struct { x T } }`: f[int] and f[string] have their own L.
  @Test func localTypesOfGenericFunctionsAreInstantiatedWithThem() {
    let notation = TypeNotation()
    let parameters = notation.declareParameters([("T", "any")])
    let local = notation.declare("L", "struct{x T; next *int}")
    local.implicitTypeParams = parameters
    let forInt = Substitution(parameters, [.basic(.int8)], instances: notation.instances)(.named(local))
    let forString = Substitution(parameters, [.basic(.string)], instances: notation.instances)(.named(local))
    #expect(!identical(forInt, forString))
    #expect(runtimeTypeText(forString) == "main.L[string]")
    local.name.localIndex = 1
    notation.declareGeneric("G", [("A", "any")], "struct{x A}")
    notation.names["Local"] = forString
    #expect(runtimeTypeText(notation.parse("G[Local]")) == "main.G[main.L[string]·1]")
    #expect(Sizes(.amd64).size(of: forInt) == 16)
    #expect(Sizes(.amd64).size(of: forString) == 24)
  }
}
