#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Why a session file was refused; the message says what is wrong and what to do.
public struct SessionError: Error, Hashable, Sendable {
  public var message: String
  public init(_ message: String) { self.message = message }
}

extension Session {
  /// The file's bytes. A checksum of everything behind it stands in the second field, so that an altered or
  /// truncated file is told from a whole one.
  public func encoded() -> [UInt8] {
    let body = self.body
    let checksum = Checksum.hex(JSONText.object(body).text())
    let all = JSONText.object([("version", .int(Int64(Self.currentVersion))), ("checksum", .string(checksum))] + body)
    return Array((all.text(isPretty: true) + "\n").utf8)
  }

  private var body: [(String, JSONText)] {
    func marks(_ marks: [Mark]) -> JSONText {
      .array(marks.map { .object([("tick", .unsigned($0.tick)), ("text", .string($0.text))]) })
    }
    func source(_ source: Source) -> JSONText {
      let package = source.package.map { [("package", JSONText.string($0))] } ?? []
      return .object([("name", .string(source.name)), ("text", .string(source.text))] + package)
    }
    return [
      ("title", .string(title)),
      ("sources", .array(sources.map(source))),
      ("options", .array(options.map { .array($0.map { .string($0) }) })),
      ("arguments", .array(arguments.map { .string($0) })),
      (
        "decisions",
        .array(
          decisions.map {
            .object([("tick", .unsigned($0.tick)), ("kind", .string($0.kind)), ("value", .int(Int64($0.value)))])
          })
      ),
      ("position", .unsigned(position)),
      ("breakpoints", .array(breakpoints.map { .string($0) })),
      ("bookmarks", marks(bookmarks)),
      ("notes", marks(notes)),
      (
        "digests",
        .array(digests.map { .object([("tick", .unsigned($0.tick)), ("hash", .string($0.hash))]) })
      ),
    ]
  }

  /// Reads and verifies a session.
  public static func decode(_ bytes: [UInt8]) throws(SessionError) -> Session {
    guard bytes.count <= 64 << 20 else { throw SessionError("the session is larger than 64 MiB") }
    guard String(validating: bytes, as: UTF8.self) != nil else { throw SessionError("the session is not UTF-8 text") }
    let decoder = JSONDecoder()
    let data = Data(bytes)
    guard let header = try? decoder.decode(Header.self, from: data) else {
      throw SessionError("this is not a gomem session, or it was cut short: its JSON cannot be read")
    }
    guard header.version >= 1 else { throw SessionError("the session's version \(header.version) is not a version") }
    guard header.version <= currentVersion else {
      throw SessionError(
        "the session has version \(header.version), made by a newer gomem; this one reads up to \(currentVersion)")
    }
    let record: Record
    do {
      record = try decoder.decode(Record.self, from: data)
    } catch {
      throw SessionError("the session lacks a field or holds one of another kind: \(describe(error))")
    }
    let session = record.session
    guard Checksum.hex(JSONText.object(session.body).text()) == record.checksum else {
      throw SessionError("the session was altered after it was saved: its checksum does not match")
    }
    try session.verify()
    return session
  }

  private static func describe(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): key.stringValue
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      context.codingPath.map(\.stringValue).joined(separator: ".")
    default: "\(error)"
    }
  }

  /// What makes sense as JSON but not as a session.
  private func verify() throws(SessionError) {
    guard !sources.isEmpty else { throw SessionError("the session holds no program") }
    for source in sources where source.name.isEmpty || source.name.contains("/") || source.name.contains("\0") {
      throw SessionError("the session's source name \(source.name.debugDescription) is not a plain file name")
    }
    for option in options where option.count != 2 {
      throw SessionError("the session's options are pairs of name and value")
    }
    guard zip(decisions, decisions.dropFirst()).allSatisfy({ $0.tick <= $1.tick }) else {
      throw SessionError("the session's decisions are not in the order of their ticks")
    }
    for decision in decisions where decision.decision == nil {
      throw SessionError(
        "the session has a decision of unknown kind or value: \(decision.kind.debugDescription) \(decision.value)")
    }
    for digest in digests where digest.hash.count != 16 || UInt64(digest.hash, radix: 16) == nil {
      throw SessionError("the session has a digest that is not sixteen hexadecimal digits")
    }
  }
}

private struct Header: Decodable {
  var version: Int
}

/// The file's fields as JSON has them.
private struct Record: Decodable {
  struct Source: Decodable {
    var name: String
    var text: String
    var package: String?
  }
  struct Decision: Decodable {
    var tick: UInt64
    var kind: String
    var value: Int
  }
  struct Mark: Decodable {
    var tick: UInt64
    var text: String
  }
  struct Digest: Decodable {
    var tick: UInt64
    var hash: String
  }

  var checksum: String
  var title: String
  var sources: [Source]
  var options: [[String]]
  var arguments: [String]
  var decisions: [Decision]
  var position: UInt64
  var breakpoints: [String]
  var bookmarks: [Mark]
  var notes: [Mark]
  var digests: [Digest]

  var session: Session {
    Session(
      title: title, sources: sources.map { .init(name: $0.name, text: $0.text, package: $0.package) }, options: options,
      arguments: arguments, decisions: decisions.map { .init(tick: $0.tick, kind: $0.kind, value: $0.value) },
      position: position, breakpoints: breakpoints, bookmarks: bookmarks.map { .init(tick: $0.tick, text: $0.text) },
      notes: notes.map { .init(tick: $0.tick, text: $0.text) },
      digests: digests.map { .init(tick: $0.tick, hash: $0.hash) })
  }
}

/// FNV-1a, 64 bits: guards against accidents, not against an attacker (who may write a whole session anyway).
enum Checksum {
  static func hex(_ text: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
