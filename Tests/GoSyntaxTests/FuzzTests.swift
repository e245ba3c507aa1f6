import GoSyntax
import SourceText
import Testing

/// SplitMix64: the same inputs on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// Programs damaged at random: the parser ends, its places lie in the file, its spans nest, and skipping bodies agrees
/// with parsing them.
@Suite struct Fuzzing {
  private static let seed = """
    package p

    import ("fmt"; m "math")

    const (A, B = iota, 1 << 3; C; D = 'x')
    type List[T any] struct { next *List[T]; val T `t`; fmt.Stringer }
    type Num interface { ~int | ~float64; String() string }
    var x, y = map[string][]int{"a": {1, 0x_F}, `b`: nil}, func(a, b int, c ...string) (n int) { return a }

    //go:noinline
    func (l *List[T]) Push(v T) (ok bool) {
    outer:
    	for i, c := range "héllo" {
    		switch z := any(c).(type) {
    		case int, string: continue outer
    		default: fallthrough
    		}
    		if v := <-ch; v != nil && !ok { goto end } else if a[1:2:3] == nil { break }
    		select { case ch <- 1: case q, ok := <-ch: _ = q; default: }
    	}
    	defer func() { recover() }() /* c */
    	x.y[i] += -3.5e2i; p, q := &List[int]{val: 1}, *r
    end:
    	return
    }
    """
  private static let pieces = [
    "(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "...", ":=", "=", "<-", "*", "~", "|", "func", "type", "struct",
    "interface", "if", "for", "range", "switch", "case", "default", "select", "go", "chan", "map", "var", "import",
    "x", "1", "\"", "'", "`", "/*", "//", "\n", "\\", "0x", "1e", "\u{0}", "\u{feff}", "é", "“", "@", "L:", "goto L",
  ].map { Array($0.utf8) }

  private func damaged(_ generator: inout SeededGenerator) -> [UInt8] {
    var bytes = Array(Fuzzing.seed.utf8)
    for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
      let at = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes.remove(at: at)
      case 1: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...60, using: &generator)))
      case 2: bytes[at] = UInt8.random(in: 0...255, using: &generator)
      case 3:
        let end = min(bytes.count, at + Int.random(in: 1...40, using: &generator))
        bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &generator))
      default: bytes.insert(contentsOf: Fuzzing.pieces.randomElement(using: &generator)!, at: at)
      }
    }
    return bytes
  }

  @Test func damagedPrograms() {
    var generator = SeededGenerator(state: 2023)
    for round in 0..<3000 {
      // Looking at every span takes longer than all the rest.
      check(SourceFile(name: "x.go", bytes: damaged(&generator)), looksAtSpans: round % 20 == 0)
    }
  }

  private func check(_ source: SourceFile, looksAtSpans: Bool) {
    var ids = NodeIDs()
    let (file, diagnostics) = Parser.parse(source, id: FileID(0), ids: &ids, mode: .full)
    let size = Int32(source.bytes.count)
    let places = diagnostics.map(\.position)
    #expect(places.allSatisfy { $0.offset >= 0 && $0.offset <= size })
    #expect(places == places.sorted())
    if looksAtSpans { #expect(file.decls.allSatisfy { SpanChecker.isSound($0, within: 0..<size) }) }

    let tokens = Highlighter(source, id: FileID(0)).tokens
    #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.span.end <= $1.span.start })

    guard diagnostics.isEmpty else { return }
    let (outline, problems) = Parser.parse(source, id: FileID(0), ids: &ids, mode: .declarationsOnly)
    #expect(problems.isEmpty)
    #expect(outline.decls.count == file.decls.count)
    for (whole, skipped) in zip(file.decls, outline.decls) {
      guard case .func(let expected) = whole, case .func(let function) = skipped, let body = expected.body else {
        continue
      }
      let (block, errors) = Parser.parseBody(of: function, in: source, id: FileID(0), ids: &ids)
      #expect(errors.isEmpty)
      #expect(TreeDump.block(block) == TreeDump.block(body))
    }
  }
}

/// Looks for nodes that reach out of the statement around them. What is missing has an empty span, at the next token.
enum SpanChecker {
  static func isSound(_ value: Any, within outer: Range<Int32>) -> Bool {
    var outer = outer
    switch value {
    case let statement as Stmt:
      guard isWithin(statement.span, outer) else { return false }
      if statement.span.start < statement.span.end { outer = statement.span.start..<statement.span.end }
    case let expression as Expr:
      guard isWithin(expression.span, outer) else { return false }
    case is Span, is Position, is NodeID, is String, is Bool: return true
    default: break
    }
    return Mirror(reflecting: value).children.allSatisfy { isSound($0.value, within: outer) }
  }

  private static func isWithin(_ span: Span, _ outer: Range<Int32>) -> Bool {
    span.start == span.end || span.start >= outer.lowerBound && span.start < span.end && span.end <= outer.upperBound
  }
}
