import Canvas
import Testing

@testable import Terminal

@Suite struct TerminalTests {
  @Test func charactersBecomeKeys() {
    #expect(TerminalKeys.character(0x1B) == .escape)
    #expect(TerminalKeys.character(0x0D) == .enter)
    #expect(TerminalKeys.character(0x7F) == .backspace)
    #expect(TerminalKeys.character(0x0C) == .control("l"))
    #expect(TerminalKeys.character(0x5806) == .character("堆"))
    #expect(TerminalKeys.character(0x9B) == nil)
  }

  @Test func refusesWhatIsNoTerminal() {
    // Standard output of a test run may be a terminal; TERM=dumb is refused either way.
    var options = Terminal.Options()
    options.term = "dumb"
    #expect(throws: TerminalError.self) { try Terminal(theme: .dark, options: options) }
    #expect(
      TerminalError.unsupported(term: "du\u{1b}mb").description == #"the terminal "du\x1bmb" cannot show a screen"#)
  }

  @Test func keyNamesRoundTrip() {
    for name in ["n", "S", ":", "space", "right", "pgdn", "backtab", "ctrl-l", "f5", "esc", "堆"] {
      #expect(Key(name: name)?.name == name)
    }
    #expect(Key(name: "→") == .right)
    #expect(Key(name: "no-such") == nil)
    #expect(Key(name: "\u{1b}") == nil)
  }
}
