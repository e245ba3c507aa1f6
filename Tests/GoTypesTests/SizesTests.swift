import Testing

@testable import GoTypes

@Suite struct SizesTests {
  /// Every line of the recorded files, for both architectures: size, alignment, pointers and offsets as Go has them.
  @Test(arguments: Architecture.allCases)
  func agreesWithRecordedGo(_ architecture: Architecture) throws {
    let notation = TypeNotation()
    let sizes = Sizes(architecture)
    let lines = try recorded(architecture == .amd64 ? "sizes-amd64.txt" : "sizes-386.txt")
    #expect(lines.count >= 300)
    for line in lines {
      let parts = line.split(separator: "\t")
      let type = notation.parse(parts[0])
      guard case .structure(let structure) = type else { fatalError() }
      let words = sizes.pointerWords(of: type)!.map(String.init).joined(separator: " ")
      let offsets = sizes.offsets(of: structure)!.map(String.init).joined(separator: " ")
      let mine =
        "\(sizes.size(of: type)!) \(sizes.alignment(of: type)) \(sizes.pointerBytes(of: type)!) [\(words)] [\(offsets)]"
      #expect(mine == parts[1], "\(parts[0])")
    }
  }

  @Test func typesTooLargeHaveNoSize() {
    let notation = TypeNotation()
    let sizes = Sizes(.amd64)
    for text in [
      "[1125899906842624]uint8", "[9223372036854775807]int64", "struct{a [1125899906842623]uint8; b int}",
      "[4294967296][4294967296][4294967296]int", "struct{a [9223372036854775807]*int}",
    ] {
      let type = notation.parse(text)
      #expect(sizes.size(of: type) == nil, "\(text)")
      #expect(sizes.pointerBytes(of: type) == nil || !sizes.hasPointers(type), "\(text)")
      #expect(sizes.layout(of: type) == nil, "\(text)")
    }
    #expect(sizes.size(of: notation.parse("[1125899906842623]uint8")) == 1_125_899_906_842_623)
    #expect(sizes.size(of: notation.parse("[9223372036854775807]struct{}")) == 0)
    #expect(Sizes(.i386).size(of: notation.parse("[2147483648]uint8")) == nil)
  }

  @Test func aTypeInsideItselfEnds() {
    let notation = TypeNotation()
    let named = notation.declare("T", "struct{a int}")
    named.underlying = notation.parse("struct{a int; t T}")
    #expect(Sizes(.amd64).size(of: .named(named)) == nil)
    #expect(isComparable(.named(named)))
  }

  @Test func layoutTellsPaddingAndTheBestOrder() throws {
    let notation = TypeNotation()
    let layout = try #require(
      Sizes(.amd64).layout(of: notation.parse("struct{a bool; b int64; c bool; p *int; d struct{}}")))
    #expect(layout.fields.map(\.offset) == [0, 8, 16, 24, 32])
    #expect(layout.fields.map(\.paddingBefore) == [0, 7, 0, 7, 0])
    #expect(layout.tailPadding == 8)
    #expect(layout.padding == 22)
    #expect(layout.size == 40)
    #expect(layout.pointerBytes == 32)
    #expect(layout.bestOrder.map { layout.fields[$0].name } == ["d", "p", "b", "a", "c"])
    #expect(layout.bestSize == 24)
    #expect(layout.bytesSaved == 16)
    #expect(layout.bestPointerBytes == 8)
  }

  /// No order of a random struct's fields takes less than the one proposed.
  @Test func bestOrderIsBest() throws {
    let notation = TypeNotation()
    var generator = SplitMix(state: 7)
    let types = [
      "bool", "int16", "int32", "*int", "string", "struct{}", "[3]uint8", "complex64", "struct{p *int; n int}",
    ]
    for _ in 0..<200 {
      let chosen = (0..<Int.random(in: 0...5, using: &generator)).map { _ in types.randomElement(using: &generator)! }
      func text(_ order: [Int]) -> String {
        "struct{" + order.map { "f\($0) \(chosen[$0])" }.joined(separator: ";") + "}"
      }
      let sizes = Sizes(Bool.random(using: &generator) ? .amd64 : .i386)
      let layout = try #require(sizes.layout(of: notation.parse(text(Array(chosen.indices)))))
      let best = try #require(sizes.layout(of: notation.parse(text(layout.bestOrder))))
      #expect(best.size == layout.bestSize)
      #expect(best.pointerBytes == layout.bestPointerBytes)
      for order in permutations(Array(chosen.indices)) {
        #expect(sizes.size(of: notation.parse(text(order)))! >= layout.bestSize)
      }
    }
  }

  private func permutations(_ items: [Int]) -> [[Int]] {
    if items.count <= 1 { return [items] }
    return items.flatMap { item in permutations(items.filter { $0 != item }).map { [item] + $0 } }
  }
}

/// A generator whose numbers are the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
