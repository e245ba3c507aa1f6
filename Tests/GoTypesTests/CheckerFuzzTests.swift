import Foundation
import SourceText
import Testing

@testable import GoTypes

/// Whatever the text, the checker answers and does not crash.
@Suite struct CheckerFuzzTests {
  /// A generator of pseudo-random numbers that is the same everywhere (SplitMix64).
  struct Dice {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    mutating func roll(_ sides: Int) -> Int { Int(next() % UInt64(max(1, sides))) }
  }

  /// The recorded programs, and Go files of the folder `GOMEM_FUZZ_CORPUS`.
  static let seeds: [[Substring]] = {
    var texts = CheckerErrorTests.cases.map(\.program)
    if let folder = ProcessInfo.processInfo.environment["GOMEM_FUZZ_CORPUS"] {
      for name in try! FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".go") {
        texts.append((try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)) ?? "")
      }
    }
    return texts.map { words(of: $0) }
  }()

  /// Names, numbers, operators and blanks of a text: the pieces that are shuffled.
  static func words(of text: String) -> [Substring] {
    var result: [Substring] = []
    var start = text.startIndex
    var index = start
    func isWord(_ c: Character) -> Bool { c.isLetter || c.isNumber || c == "_" }
    while index < text.endIndex {
      let next = text.index(after: index)
      if next == text.endIndex || !(isWord(text[index]) && isWord(text[next])) {
        result.append(text[start..<next])
        start = next
      }
      index = next
    }
    return result
  }

  static func mutated(_ seed: UInt64) -> String {
    var dice = Dice(state: seed)
    var words = seeds[dice.roll(seeds.count)]
    let other = seeds[dice.roll(seeds.count)]
    for _ in 0..<(1 + dice.roll(4)) where !words.isEmpty {
      let at = dice.roll(words.count)
      switch dice.roll(6) {
      case 0: words.remove(at: at)
      case 1: words[at] = words[dice.roll(words.count)]
      case 2: words.insert(words[dice.roll(words.count)], at: at)
      case 3: words.swapAt(at, dice.roll(words.count))
      case 4: words[at] = other[dice.roll(other.count)]
      default:
        let from = dice.roll(other.count)
        words.insert(contentsOf: other[from..<min(other.count, from + dice.roll(20))], at: at)
      }
    }
    return words.joined()
  }

  @Test func mutatedProgramsAreAnswered() {
    let count = ProcessInfo.processInfo.environment["GOMEM_FUZZ"].flatMap { UInt64($0) } ?? 3000
    let first = ProcessInfo.processInfo.environment["GOMEM_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
    var wrong = 0
    for seed in first..<(first + count) {
      if ProcessInfo.processInfo.environment["GOMEM_FUZZ_SHOW"] != nil { print("seed", seed) }
      let program = check(Self.mutated(seed), options: CheckOptions(maxErrors: 0))
      if !program.diagnostics.isEmpty { wrong += 1 }
    }
    #expect(wrong > 0)
  }

  @Test func deepNestingIsRefused() {
    for (open, close) in [("(", ")"), ("[]int{", "}"), ("-", ""), ("func() { _ = ", "}"), ("*", "")] {
      let count = 5000
      let text =
        "package main\n\nfunc main() { _ = " + String(repeating: open, count: count) + "1"
        + String(repeating: close, count: count) + " }\n"
      #expect(!check(text).diagnostics.isEmpty, "\(open)")
    }
  }
}
