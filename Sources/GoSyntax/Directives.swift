import SourceText

/// Directive comments: `//go:` lines for the compiler and `//gomem:` lines for scenes.
enum Directives {
  /// The text behind the slashes if the comment is a directive.
  static func text(_ comment: Comment) -> String? {
    guard comment.text.hasPrefix("//go:") || comment.text.hasPrefix("//gomem:") else { return nil }
    return String(comment.text.dropFirst(2))
  }

  /// Gives each function the directives of the comment lines directly above it. Each stands on a line of its own, and
  /// no blank line parts it from the function or from the next comment line.
  static func attach(to file: inout File, in scanner: Scanner) {
    let directives = scanner.comments.filter { text($0) != nil }
    guard !directives.isEmpty else { return }
    for index in file.decls.indices {
      guard case .func(var function) = file.decls[index] else { continue }
      var next = lowerBound(directives, function.span.start)
      var found: [String] = []
      var below = function.span.start
      while next > 0, isCommentOnly(Int(directives[next - 1].span.end), Int(below), scanner) {
        next -= 1
        guard startsLine(Int(directives[next].span.start), scanner) else { break }
        found.append(text(directives[next])!)
        below = directives[next].span.start
      }
      guard !found.isEmpty else { continue }
      function.directives = found.reversed()
      file.decls[index] = .func(function)
    }
  }

  /// The number of comments that start before `offset`.
  private static func lowerBound(_ comments: [Comment], _ offset: Int32) -> Int {
    var low = 0
    var high = comments.count
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].span.start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// True if `[from, to)` holds only whole `//` lines, none of them blank.
  private static func isCommentOnly(_ from: Int, _ to: Int, _ scanner: Scanner) -> Bool {
    var index = from
    var isLineStart = false
    while index < to {
      let byte = scanner.bytes[index]
      if byte == UInt8(ascii: "\n") {
        if isLineStart { return false }
        isLineStart = true
      } else if byte == UInt8(ascii: "/"), isLineStart, index + 1 < to,
        scanner.bytes[index + 1] == UInt8(ascii: "/")
      {
        while index + 1 < to, scanner.bytes[index + 1] != UInt8(ascii: "\n") { index += 1 }
        isLineStart = false
      } else if byte != UInt8(ascii: " "), byte != UInt8(ascii: "\t"), byte != UInt8(ascii: "\r") {
        return false
      }
      index += 1
    }
    return true
  }

  private static func startsLine(_ offset: Int, _ scanner: Scanner) -> Bool {
    var index = offset
    while index > 0 {
      index -= 1
      switch scanner.bytes[index] {
      case UInt8(ascii: "\n"): return true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): continue
      default: return false
      }
    }
    return true
  }

  // MARK: Build constraints

  /// The least language version that a `//go:build` line among `comments` allows, as `go1.N`.
  static func goVersion(_ comments: ArraySlice<Comment>) -> String? {
    guard let line = comments.last(where: { $0.text.hasPrefix("//go:build ") }) else { return nil }
    var constraint = BuildConstraint(line.text.dropFirst("//go:build ".count))
    guard let minor = constraint.leastMinor(), minor >= 0 else { return nil }
    return minor == 0 ? "go1" : "go1.\(minor)"
  }
}

/// A `//go:build` expression, read for the least Go version that it implies (package go/build/constraint, GoVersion).
private struct BuildConstraint {
  private var rest: Substring
  private var isMalformed = false

  init(_ text: Substring) { rest = text }

  /// The minor version, -1 if the expression implies none, `nil` if it is malformed.
  mutating func leastMinor() -> Int? {
    let result = or(positive: true, depth: 0)
    skipBlanks()
    return isMalformed || !rest.isEmpty ? nil : result
  }

  private mutating func skipBlanks() { rest = rest.drop { $0 == " " || $0 == "\t" } }

  private mutating func take(_ text: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(text) else { return false }
    rest.removeFirst(text.count)
    return true
  }

  /// Both sides of `||` must imply a version, either of `&&`; under `!` it is the other way round.
  private mutating func or(positive: Bool, depth: Int) -> Int {
    var result = and(positive: positive, depth: depth)
    while take("||") {
      let right = and(positive: positive, depth: depth)
      result = positive ? min(result, right) : max(result, right)
    }
    return result
  }

  private mutating func and(positive: Bool, depth: Int) -> Int {
    var result = not(positive: positive, depth: depth)
    while take("&&") {
      let right = not(positive: positive, depth: depth)
      result = positive ? max(result, right) : min(result, right)
    }
    return result
  }

  private mutating func not(positive: Bool, depth: Int) -> Int {
    guard depth < 100 else {
      isMalformed = true
      return -1
    }
    if take("!") { return not(positive: !positive, depth: depth + 1) }
    if take("(") {
      let result = or(positive: positive, depth: depth + 1)
      if !take(")") { isMalformed = true }
      return result
    }
    skipBlanks()
    let tag = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
    if tag.isEmpty { isMalformed = true }
    rest = rest.dropFirst(tag.count)
    guard positive else { return -1 }
    if tag == "go1" { return 0 }
    guard tag.hasPrefix("go1."), let minor = Int(tag.dropFirst(4)) else { return -1 }
    return minor
  }
}
