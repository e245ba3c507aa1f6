import GoSyntax
import Testing

@testable import GoTypes

@Suite struct ConstantTests {
  /// Random expressions: the value's text, its nearest float64, and its representation in every numeric type.
  @Test func agreesWithRecordedGo() throws {
    let lines = try recorded("constants.txt")
    #expect(lines.count >= 400)
    for line in lines {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
      let (value, kind) = try #require(evaluate(parts[0]), "\(line)")
      #expect("untyped \(kind)" == parts[1], "\(line)")
      #expect(value.text == parts[2], "\(line)")
      if parts[3].isEmpty { continue }
      let bits = value.double.map { hexadecimal($0 == 0 ? 0 : $0) } ?? ""
      #expect(bits == (parts[3] == "8000000000000000" ? "0000000000000000" : parts[3]), "\(line)")
      let mine = Self.kinds.compactMap { kind -> String? in
        value.represented(as: kind, sizes: Sizes(.amd64)).map { "\(kind.name)=\(representation($0))" }
      }
      #expect(mine.joined(separator: " ") == parts[4], "\(line)")
    }
  }

  static let kinds: [BasicKind] = [
    .int, .int8, .int16, .int32, .int64, .uint, .uint8, .uint16, .uint32, .uint64, .uintptr, .float32, .float64,
    .complex64, .complex128,
  ]

  private func hexadecimal(_ value: Double) -> String {
    let text = String(value.bitPattern, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  private func representation(_ value: Constant) -> String {
    switch value {
    case .int(let value): "\(value)"
    case .float(let value): hexadecimal(value.double)
    case .complex(let real, let imaginary): "\(hexadecimal(real.double))+\(hexadecimal(imaginary.double))"
    default: value.text
    }
  }

  /// A postfix expression's value and untyped kind (`int`, `rune`, `float`, `complex`, `bool`).
  private func evaluate(_ postfix: Substring) -> (Constant, String)? {
    let order = ["int", "rune", "float", "complex"]
    var stack: [(Constant, String)] = []
    for token in postfix.split(separator: " ") {
      if let unary = token.first == "u" ? UnaryOperator(rawValue: String(token.dropFirst())) : nil {
        let (x, kind) = stack.removeLast()
        let operand = unary == .xor ? x.integer.map { Constant.int($0) } ?? x : x
        guard let result = Constant.unary(unary, operand) else { return nil }
        stack.append((result, kind))
      } else if let op = BinaryOperator(rawValue: String(token)) {
        let (y, yKind) = stack.removeLast()
        let (x, xKind) = stack.removeLast()
        if op == .shiftLeft || op == .shiftRight {
          guard let result = Constant.shift(op, x, count: Int(y.int64!)) else { return nil }
          stack.append((result, ["int", "rune"].contains(xKind) ? xKind : "int"))
          continue
        }
        if op.isComparison {
          stack.append((.bool(Constant.compare(op, x, y)), "bool"))
          continue
        }
        let kind = order[max(order.firstIndex(of: xKind)!, order.firstIndex(of: yKind)!)]
        let isInteger = kind == "int" || kind == "rune"
        guard let result = Constant.binary(op, x, y, isInteger: isInteger) else { return nil }
        stack.append((result, kind))
      } else {
        let kind: LiteralKind =
          token.first == "'"
          ? .rune
          : token.last == "i"
            ? .imaginary
            : token.hasPrefix("0x") && !token.contains("p")
              ? .int
              : token.contains(where: { ".eEpP".contains($0) }) ? .float : .int
        guard let value = Constant.literal(kind, String(token)) else { return nil }
        let names: [LiteralKind: String] = [.int: "int", .float: "float", .imaginary: "complex", .rune: "rune"]
        stack.append((value, names[kind]!))
      }
    }
    return stack.count == 1 ? stack[0] : nil
  }

  @Test func stringsAreUnquotedAndQuotedBack() {
    #expect(Constant.literal(.string, #""a\n\x41\101\u00e9\U0001F600\"""#)?.text == "\"a\\nAAé😀\\\"\"")
    #expect(Constant.literal(.string, #""\xff\377""#) == .string([0xFF, 0xFF]))
    #expect(Constant.literal(.string, #""\xff\377""#)?.text == #""\xff\xff""#)
    #expect(Constant.literal(.string, "`a\r\n\\`") == .string("a\n\\"))
    #expect(Constant.literal(.string, #""\400""#) == nil)
    #expect(Constant.literal(.string, #""\ud800""#) == nil)
    #expect(Constant.literal(.rune, "'ab'") == nil)
    let long = Constant.string(String(repeating: "x", count: 100))
    #expect(long.text == "\"" + String(repeating: "x", count: 68) + "...")
  }

  @Test func failuresHaveTheirVerdicts() {
    func failure(
      _ text: String, _ kind: LiteralKind, _ source: BasicKind, _ target: BasicKind
    ) -> RepresentationFailure? {
      let value = Constant.literal(kind, text)!
      let result = value.represented(as: target, from: source, sizes: Sizes(.i386))
      if case .failure(let failure) = result { return failure }
      return nil
    }
    #expect(failure("300", .int, .untypedInt, .uint8) == .overflows)
    #expect(failure("1.5", .float, .untypedFloat, .int) == .truncated)
    #expect(failure("1e400", .float, .untypedFloat, .float64) == .overflows)
    #expect(failure("1", .int, .untypedInt, .string) == .mismatch)
    #expect(failure("4294967296", .int, .untypedInt, .uint) == .overflows)
    #expect(failure("4294967295", .int, .untypedInt, .uint) == nil)
    #expect(failure("2.0", .float, .untypedFloat, .int8) == nil)
  }

  @Test func unsignedComplementIsCutToItsWidth() {
    #expect(Constant.unary(.xor, .int(0), unsignedBits: 8) == .int(255))
    #expect(Constant.unary(.xor, .int(5)) == .int(-6))
    #expect(Constant.shift(.shiftRight, .int(-5), count: 1) == .int(-3))
    #expect(Constant.binary(.divide, .int(-7), .int(2), isInteger: true) == .int(-3))
    #expect(Constant.binary(.remainder, .int(-7), .int(2), isInteger: true) == .int(-1))
  }

  /// Every pair of small numbers, and of numbers around the edges of words, bit by bit.
  @Test func bitOperationsAreThoseOfTwosComplement() throws {
    for x in -9...9 {
      for y in -9...9 {
        for (op, wanted) in [
          (BinaryOperator.and, x & y), (.or, x | y), (.xor, x ^ y), (.andNot, x & ~y),
        ] {
          // (x<<64 + x) op (y<<64 + y) is the small result, twice.
          func doubled(_ n: Int) throws -> Constant {
            let high = try #require(Constant.shift(.shiftLeft, .int(n), count: 64))
            let low = Constant.int(n & 0xFF)
            return try #require(Constant.binary(.add, high, low, isInteger: true))
          }
          #expect(Constant.binary(op, .int(x), .int(y), isInteger: true) == .int(wanted))
          #expect(try Constant.binary(op, doubled(x), doubled(y), isInteger: true) == doubled(wanted))
        }
      }
    }
    let ones = try #require(Constant.literal(.int, "0xffffffffffffffff"))
    #expect(Constant.binary(.xor, ones, .int(-1), isInteger: true)?.text == "-18446744073709551616")
    #expect(Constant.unary(.xor, ones)?.text == "-18446744073709551616")
  }

  /// Repeated division and huge exponents stay quick: the parts of a fraction are bounded.
  @Test func hugeConstantsStaySmall() throws {
    var value = try #require(Constant.literal(.float, "1e3000"))
    let three = try #require(Constant.literal(.float, "3.7"))
    for _ in 0..<2000 { value = try #require(Constant.binary(.divide, value, three, isInteger: false)) }
    #expect(value.double!.isFinite || value.sign == 1)
    #expect(Constant.literal(.float, "1e100000000")?.text == "1e+100000000")
    #expect(Constant.literal(.float, "1e-100000000")?.text == "1e-100000000")
    #expect(Constant.literal(.float, "1e1000000000") == nil)
  }
}
