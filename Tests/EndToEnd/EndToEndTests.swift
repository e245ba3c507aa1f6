import Machine
import SceneKit
import SourceText
import Testing

/// Runs the programs of `Programs/` through everything from parser to machine, and compares stdout, stderr and exit
/// status with what real Go did (`record.py`).
@Suite struct EndToEndTests {
  @Test(arguments: Recording.all.filter { $0.known == nil }) func agreesWithGo(_ recording: Recording) {
    let outcome = Outcome(running: recording)
    #expect(outcome.output == recording.expected.output)
    #expect(outcome.errors == recording.expected.errors)
    #expect(outcome.status == recording.expected.status)
  }

  /// A collector beside the program, at work all the time and in turns of all sizes, changes nothing that a program sees.
  @Test(
    arguments: Recording.all.filter {
      $0.known == nil && !$0.name.hasPrefix("runtime/") && !$0.name.hasPrefix("finalizers/")
    })
  func agreesWithACollectorBesides(_ recording: Recording) {
    var options = RunOptions()
    options.machine.collector = .concurrent
    options.machine.heapMinimum = 128 << 10
    let length = recording.name.utf8.count
    options.machine.collectorTurn = 1 + length % 7
    options.machine.programTurn = 5 + length * 13 % 200
    let outcome = Outcome(running: recording, options)
    #expect(outcome.output == recording.expected.output)
    #expect(outcome.errors == recording.expected.errors)
    #expect(outcome.status == recording.expected.status)
  }

  /// What is known to differ says so; once it agrees, its `.known` file must go.
  @Test(arguments: Recording.all.filter { $0.known != nil }) func differsAsKnown(_ recording: Recording) throws {
    let reason = try #require(recording.known)
    let outcome = Outcome(running: recording)
    #expect(outcome.errors.contains(reason))
    #expect(outcome.output != recording.expected.output)
  }

  /// A suite that finds no programs would agree with everything.
  @Test func findsTheCollection() {
    #expect(Recording.all.count > 290)
    #expect(Recording.all.filter { !$0.isRecorded }.map(\.name) == [])
  }

  /// Twice the same: output in bytes, and the number of ticks.
  @Test(arguments: ["maps/basics", "structs/embedding", "panics/recovering"]) func repeatsItself(name: String) throws {
    let recording = try #require(Recording.all.first { $0.name == name })
    #expect(Outcome(running: recording) == Outcome(running: recording))
  }
}

/// What a program did, as far as it can be compared between two machines.
struct Outcome: Equatable {
  var output = ""
  var errors = ""
  var status: Int32 = 0
  var ticks: UInt64 = 0

  /// No program of the collection needs as many.
  private static let maxTicks: UInt64 = 300_000_000

  init(output: String, errors: String, status: Int32) {
    (self.output, self.errors, self.status) = (output, errors, status)
  }

  init(running recording: Recording, _ options: RunOptions = RunOptions()) {
    var options = options
    options.machine.input = recording.input
    if let version = recording.goVersion { options.goVersion = version }
    options.machine.arguments = [Array("program".utf8)]
    do {
      let machine = Machine(try Compilation(files: recording.files, options: options).program, options: options.machine)
      let reason = machine.run(until: Self.maxTicks)
      var streams: [Int32: [UInt8]] = [:]
      for entry in machine.output.entries {
        streams[entry.descriptor, default: []] += machine.output.bytes[entry.start..<entry.end]
      }
      output = String(decoding: streams[1] ?? [], as: UTF8.self)
      errors = Self.comparable(String(decoding: streams[2] ?? [], as: UTF8.self))
      status = reason == .ended ? machine.exitStatus ?? 0 : -1
      ticks = machine.tick
    } catch {
      errors = error.text
      status = 1
    }
  }

  /// What of stderr can be compared; the same rule as `normalised` in record.py: up to the first goroutine's trace,
  /// without addresses and goroutine numbers.
  private static func comparable(_ text: String) -> String {
    var kept = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let shown = line.replacing(#/0x[0-9a-f]{5,}/#, with: "0x…").replacing(
        #/^goroutine (?:[2-9]|\d\d+) /#, with: "goroutine N ")
      kept += shown + "\n"
      if shown == "fatal error: stack overflow" || shown.wholeMatch(of: #/goroutine (?:\d+|N) .*\[.*\]:/#) != nil {
        return kept
      }
    }
    kept.removeLast()
    return kept
  }
}
