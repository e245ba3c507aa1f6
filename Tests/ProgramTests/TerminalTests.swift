import Foundation
import Testing

/// The program itself on a terminal: keys in, screen out, by way of tmux.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed"))
struct TerminalTests {
  @Test func stepsForwardsAndBackAndGivesTheTerminalBack() throws {
    let tmux = try Tmux(width: 120, height: 36, command: "\(Program.path) frames")
    defer { tmux.end() }
    let start = try tmux.wait { $0.contains("Stack frames and SP") && $0.contains("tick 0 of") }
    #expect(start.contains("tick 0 of"))
    tmux.send("Right")
    let one = try tmux.wait { !$0.contains("tick 0 of") }
    tmux.send("Right", "Right")
    _ = try tmux.wait { tick($0) != tick(one) }
    tmux.send("Left", "Left")
    _ = try tmux.wait { tick($0) == tick(one) }
    tmux.send("Home")
    _ = try tmux.wait { $0.contains("tick 0 of") }
    tmux.send("q")
    let after = try tmux.wait { $0.contains("status=0") }
    #expect(!after.contains("what happened"))
  }

  @Test func followsTheWindowsSize() throws {
    let tmux = try Tmux(width: 120, height: 36, command: "\(Program.path) colours")
    defer { tmux.end() }
    _ = try tmux.wait { $0.contains("what happened") }
    tmux.resize(80, 24)
    let small = try tmux.wait { $0.split(separator: "\n").allSatisfy { $0.count <= 80 } && $0.contains("colours") }
    #expect(small.contains("step"))
    tmux.resize(50, 12)
    _ = try tmux.wait { $0.contains("60×16") }
    tmux.resize(120, 36)
    _ = try tmux.wait { $0.contains("what happened") }
    tmux.send("q")
    _ = try tmux.wait { $0.contains("status=0") }
  }

  @Test(arguments: [("TERM", 143), ("HUP", 129), ("INT", 130)])
  func signalsGiveTheTerminalBack(signal: String, status: Int) throws {
    let tmux = try Tmux(width: 100, height: 30, command: "\(Program.path) up")
    defer { tmux.end() }
    _ = try tmux.wait { $0.contains("what happened") || $0.contains("source") || $0.contains("up.go") }
    tmux.signal(signal)
    _ = try tmux.wait { $0.contains("status=\(status)") }
  }

  @Test func controlCEndsAGuestInAnEndlessLoop() throws {
    let text = "package main\n\nfunc main() {\n\tprintln(\"on\")\n\tfor {\n\t}\n}\n"
    let tmux = try Tmux(width: 80, height: 24, command: "\(Program.path) run \(try Program.file("main.go", text))")
    defer { tmux.end() }
    _ = try tmux.wait { $0.contains("on") }
    tmux.signal("INT")
    _ = try tmux.wait { $0.contains("status=130") }
  }

  @Test func suspendsAndResumes() throws {
    // A shell with job control takes the terminal back while gomem is stopped.
    let tmux = try Tmux(width: 100, height: 30, command: "bash --norc")
    defer { tmux.end() }
    tmux.type("'\(Program.path)' frames")
    tmux.send("Enter")
    _ = try tmux.wait { $0.contains("what happened") }
    tmux.send("C-z")
    _ = try tmux.wait { $0.contains("Stopped") && !$0.contains("what happened") }
    tmux.type("fg")
    tmux.send("Enter")
    _ = try tmux.wait { $0.contains("what happened") }
    tmux.send("q")
    _ = try tmux.wait { !$0.contains("what happened") }
    // An interactive shell outlives its terminal when the signals that it inherited are blocked.
    tmux.type("exit")
    tmux.send("Enter")
    _ = try tmux.wait { $0.contains("status=") }
  }

  @Test func savesAndResumesASession() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("gomem-\(UUID().uuidString).gomem").path
    defer { try? FileManager.default.removeItem(atPath: file) }
    let tmux = try Tmux(width: 120, height: 36, command: "\(Program.path) colours")
    defer { tmux.end() }
    _ = try tmux.wait { $0.contains("tick 0 of") }
    tmux.send("c", "c", "x", "Right", "Right")
    tmux.send(":")
    tmux.type("w \(file)")
    tmux.send("Enter")
    let saved = try tmux.wait { $0.contains("Saved") }
    tmux.send("q")
    _ = try tmux.wait { $0.contains("status=0") }
    #expect(try Program.run(["check", file]).status == 0)

    let again = try Tmux(width: 120, height: 36, command: "\(Program.path) \(file)")
    defer { again.end() }
    let resumed = try again.wait { $0.contains("tick ") && $0.contains("what happened") }
    #expect(tick(resumed) == tick(saved))
    again.send("q")
  }

  @Test func asciiLocaleAndFewColoursStillShow() throws {
    let tmux = try Tmux(width: 100, height: 30, command: "env LC_ALL=C TERM=linux \(Program.path) frames")
    defer { tmux.end() }
    let screen = try tmux.wait { $0.contains("Stack frames and SP") }
    #expect(screen.unicodeScalars.allSatisfy { $0.value < 128 })
    tmux.send("q")
    _ = try tmux.wait { $0.contains("status=0") }
  }

  private func tick(_ screen: String) -> Substring? {
    guard let range = screen.range(of: #"tick [0-9,]+"#, options: .regularExpression) else { return nil }
    return screen[range]
  }
}

/// A terminal of a given size with one command in it.
final class Tmux {
  static let isInstalled = (try? Program.command("/usr/bin/env", ["tmux", "-V"]))?.status == 0

  struct Timeout: Error, CustomStringConvertible {
    var description: String
  }

  private let socket = "gomem-\(UUID().uuidString.prefix(8))"

  init(width: Int, height: Int, command: String) throws {
    let shell = "\(command); echo status=$?; sleep 60"
    try Program.start(
      "/usr/bin/env",
      ["tmux", "-L", socket, "-f", "/dev/null", "new-session", "-d", "-x", "\(width)", "-y", "\(height)", shell],
      environment: ["LC_ALL": "C.UTF-8"])
  }

  private func tmux(_ arguments: String...) { run(arguments) }

  @discardableResult
  private func run(_ arguments: [String]) -> String {
    (try? Program.command("/usr/bin/env", ["tmux", "-L", socket] + arguments, environment: ["LC_ALL": "C.UTF-8"]))?
      .output ?? ""
  }

  func send(_ keys: String...) {
    for key in keys { run(["send-keys", key]) }
  }

  func type(_ text: String) { tmux("send-keys", "-l", text) }

  func resize(_ width: Int, _ height: Int) { tmux("resize-window", "-x", "\(width)", "-y", "\(height)") }

  /// Sends a signal to the program in the pane.
  func signal(_ name: String) {
    let shell = run(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    _ = try? Program.command("/bin/sh", ["-c", "pkill -\(name) -P \(shell)"])
  }

  /// The screen, once it satisfies a condition and stands still. - Throws: with the last screen, after half a minute (other tests may keep the computer busy).
  func wait(for condition: (String) -> Bool) throws -> String {
    var screen = ""
    for _ in 0..<500 {
      let last = screen
      screen = run(["capture-pane", "-p"])
      if screen == last, condition(screen) { return screen }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Timeout(description: "the screen stayed:\n\(screen)")
  }

  func end() { tmux("kill-server") }
}
