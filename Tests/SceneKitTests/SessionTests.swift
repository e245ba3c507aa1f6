import Testing

@testable import SceneKit

@Suite struct SessionTests {
  private let session = Session(
    title: "growth", sources: [.init(name: "growth.go", text: "package main\n\n// \u{1}\"é世\\\nfunc main() {}\n")],
    options: [["gogc", "50"]], decisions: [.init(tick: 7, kind: "collect"), .init(tick: 9, kind: "run", value: 2)],
    position: 1204, breakpoints: ["growth.go:4"], bookmarks: [.init(tick: 3, text: "here")],
    digests: [.init(tick: 1204, hash: "0123456789abcdef")])

  @Test func roundTrip() throws {
    #expect(try Session.decode(session.encoded()) == session)
  }

  @Test func versionStandsFirst() {
    let text = String(decoding: session.encoded(), as: UTF8.self)
    #expect(text.hasPrefix("{\n  \"version\": 1,\n"))
  }

  private func refusal(_ bytes: [UInt8]) -> String {
    do {
      _ = try Session.decode(bytes)
      return ""
    } catch { return error.message }
  }

  @Test func everyTruncationIsRefused() {
    let bytes = session.encoded()
    for count in 0..<bytes.count - 2 { #expect(!refusal(Array(bytes[..<count])).isEmpty, "cut to \(count) bytes") }
  }

  @Test func everyAlteredLetterOfTheProgramIsNoticed() {
    let bytes = session.encoded()
    let text = String(decoding: bytes, as: UTF8.self)
    let altered = text.replacing("package main", with: "package mein")
    #expect(refusal(Array(altered.utf8)).contains("altered"))
  }

  @Test func newerVersionsAndAliensAreRefused() {
    let text = String(decoding: session.encoded(), as: UTF8.self)
    #expect(refusal(Array(text.replacing("\"version\": 1", with: "\"version\": 99").utf8)).contains("newer gomem"))
    #expect(refusal(Array("{\"hello\": 1}".utf8)).contains("not a gomem session"))
    #expect(refusal([0xff, 0xfe, 0x00]).contains("not UTF-8"))
    #expect(refusal(Array("[1, 2".utf8)).contains("not a gomem session"))
  }

  struct Absurdity: Sendable {
    let message: String
    let change: @Sendable (inout Session) -> Void
    init(_ message: String, _ change: @escaping @Sendable (inout Session) -> Void) {
      self.message = message
      self.change = change
    }
  }

  @Test(arguments: [
    Absurdity("holds no program") { $0.sources = [] },
    Absurdity("not a plain file name") { $0.sources[0].name = "../../etc/passwd" },
    Absurdity("not in the order") { $0.decisions.reverse() },
    Absurdity("unknown kind") { $0.decisions[0].kind = "dance" },
    Absurdity("hexadecimal") { $0.digests[0].hash = "zz" },
    Absurdity("pairs of name and value") { $0.options = [["gogc"]] },
  ])
  func absurdSessionsAreRefused(absurdity: Absurdity) {
    var absurd = session
    absurdity.change(&absurd)
    #expect(refusal(absurd.encoded()).contains(absurdity.message))
  }
}
