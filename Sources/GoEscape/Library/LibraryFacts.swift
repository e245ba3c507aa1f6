import GoTypes
import SourceText

/// What Go's compiler knows of the standard library's functions, by the names that the linker gives them: how their
/// parameters leak, whether they may be inlined and at which cost, and what their bodies then do to memory. The data is
/// extracted from real Go (Tools/gofacts), one text for each package; a package's is read when one of its functions is
/// first asked for, and a function's body when it is first inlined.
///
/// ```
/// P math/rand/v2 rand                the package's path and name
/// T P 3                              types, numbered from 0: here a pointer to the third
/// F sync.(*Once).Do|69|-|. 0         name | cost, - if never inlined | d, i, g | a tag for each parameter
/// B (2 0 "sync/once.go:57:6" (...)   the tree of the last F
/// U os.File|os.dirInfo|struct {...}  programs that name the type are compiled with atomic.Pointer of this argument, shape
/// ```
///
/// Flags: `d`, results can be declared where it returns; `i`, the compiler has an instruction for it; `g`, an instance of a
/// generic function, with `$0`, `$1`, ... for its type arguments. Tags are the bytes of `Leaks`, in hexadecimal digits,
/// without zeros at the end; `.` where nothing is known, as if the value went to the heap.
public final class LibraryFacts {
  /// One function.
  struct Entry {
    var name: String
    var package: FactsPackage
    var cost: Int?
    var canDelayResults = false
    var isIntrinsic = false
    var isGeneric = false
    var tags: [Leaks] = []
    /// Where its tree is in the package's text.
    var body: Range<Int>?
  }

  private let read: (String) -> [UInt8]?
  private var packages: [String: FactsPackage?] = [:]
  /// Files of Go's library that positions name, below its folder `src`.
  private(set) var files: [String] = []

  /// - Parameter read: the text for an import path; `nil` if there is none, and then nothing is known.
  public init(_ read: @escaping (String) -> [UInt8]?) { self.read = read }

  /// Nothing is known of any function.
  public convenience init() { self.init { _ in nil } }

  subscript(name: String) -> Entry? { package(ofSymbol: name)?.functions[name] }

  /// The instances of atomic.Pointer that come with a type of the library: the type argument and its shape, as messages
  /// name them.
  func pointers(in type: String) -> [(argument: String, shape: String)] {
    package(ofSymbol: type)?.pointers[type] ?? []
  }

  private func package(ofSymbol name: String) -> FactsPackage? {
    let start = name.lastIndex(of: "/").map { name.index(after: $0) } ?? name.startIndex
    guard let dot = name[start...].firstIndex(of: ".") else { return nil }
    let path = String(name[..<dot])
    if let known = packages[path] { return known }
    let made = read(path).map { FactsPackage($0, self) }
    packages[path] = .some(made)
    return made
  }

  /// A place in Go's own sources, which are not among the program's: the file below -1, line and column in one number.
  func position(_ file: String, _ line: Int, _ column: Int) -> Position {
    let index: Int
    if let known = files.firstIndex(of: file) {
      index = known
    } else {
      index = files.count
      files.append(file)
    }
    return Position(file: FileID(Int32(-2 - index)), offset: Int32(line << 8 | min(column, 255)))
  }
}

/// The facts on one package.
final class FactsPackage {
  let bytes: [UInt8]
  unowned let facts: LibraryFacts
  private(set) var path = ""
  private(set) var name = ""
  private(set) var types: [String] = []
  private(set) var functions: [String: LibraryFacts.Entry] = [:]
  private(set) var pointers: [String: [(argument: String, shape: String)]] = [:]

  init(_ bytes: [UInt8], _ facts: LibraryFacts) {
    self.bytes = bytes
    self.facts = facts
    var last = ""
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      let content = min(start + 2, end)..<end
      switch bytes[start] {
      case UInt8(ascii: "P"):
        let words = text(content).split(separator: " ")
        (path, name) = (String(words[0]), String(words[1]))
      case UInt8(ascii: "T"): types.append(text(content))
      case UInt8(ascii: "F"): last = addFunction(text(content))
      case UInt8(ascii: "U"):
        let parts = text(content).split(separator: "|").map { String($0) }
        if parts.count == 3 { pointers[parts[0], default: []].append((parts[1], parts[2])) }
      case UInt8(ascii: "B"): functions[last]?.body = content
      default: break
      }
      start = end + 1
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func addFunction(_ line: String) -> String {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    var entry = LibraryFacts.Entry(name: String(parts[0]), package: self)
    entry.cost = Int(parts[1])
    entry.canDelayResults = parts[2].contains("d")
    entry.isIntrinsic = parts[2].contains("i")
    entry.isGeneric = parts[2].contains("g")
    entry.tags = parts[3].split(separator: " ").map(Leaks.init(tag:))
    functions[entry.name] = entry
    return entry.name
  }
}

extension Leaks {
  /// From the digits of a tag (cmd/compile/internal/escape/leaks.go, Encode, Go 1.23).
  fileprivate init(tag: Substring) {
    if tag == "." {
      self = .toHeap
      return
    }
    var bytes = SIMD8<UInt8>()
    let digits = Array(tag.utf8)
    for index in 0..<min(digits.count / 2, 8) {
      bytes[index] = UInt8(String(decoding: digits[2 * index..<2 * index + 2], as: UTF8.self), radix: 16) ?? 0
    }
    self.init(bytes: bytes)
  }
}

extension Function {
  /// The linker's name for the function, without type arguments.
  var symbol: String { qualifiedName }
}
