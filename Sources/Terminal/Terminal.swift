// Terminal answers: how does a finished canvas get to a person's screen, and a person's keys to us?
//
//      Canvas ──changes since the last──▶ curses cells ──curses' own diff──▶ the terminal
//      keys, mouse ◀── wget_wch ──┐
//                                 poll
//      signals ──▶ handler ──▶ pipe ┘        (a handler writes one byte and nothing else)
//
// Invariants:
//   * The terminal is given back as it was found: on `leave`, on deinit, after a signal that ends us, before a stop,
//     and even where gomem itself crashes (a handler restores it with what was prepared beforehand).
//   * Only what changed is sent. Nothing is repainted whole but the first screen, after a resize and after a stop.
//   * Everything runs on the thread that made the terminal.
//   * Colours are what the terminal can do: RGB, 256 (made exact where its palette can be changed), 16, 8, none.

import CNcurses
import Canvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Why there can be no screen.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// TERM is unset, `dumb` or not known.
  case unsupported(term: String)

  public var description: String {
    switch self {
    case .notATerminal: "standard input and output are not a terminal"
    case .unsupported(let term):
      term.isEmpty ? "TERM is not set" : "the terminal \"\(VisibleText.escaping(term.utf8))\" cannot show a screen"
    }
  }
}

/// What came from the person or the system.
public enum TerminalEvent: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// The window has a new size, in cells.
  case resize(Size)
  /// A signal asks us to end (SIGINT, SIGTERM, SIGHUP): leave, and exit with `128 + signal`.
  case terminate(signal: Int32)
}

/// A terminal in full-screen mode.
public final class Terminal {
  public struct Options: Hashable, Sendable {
    /// NO_COLOR is set: attributes only.
    public var noColour = false
    /// The terminal says that it shows 24-bit colours (COLORTERM).
    public var trueColour = false
    /// TERM.
    public var term = ""

    public init() {}

    /// As the environment has it.
    public static func fromEnvironment() -> Options {
      func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
      var options = Options()
      options.noColour = !value("NO_COLOR").isEmpty
      options.trueColour = ["truecolor", "24bit"].contains(value("COLORTERM"))
      options.term = value("TERM")
      return options
    }
  }

  /// The theme of what is drawn next. Setting it repaints everything.
  public var theme: Theme {
    didSet {
      colours = TerminalColours(depth: depth, paletteCanChange: colours.paletteCanChange)
      last = nil
      gomem_clear_next_refresh()
    }
  }
  public let depth: ColourDepth
  /// The locale has only ASCII: lines and symbols are drawn with their stand-ins.
  public let isASCII: Bool

  private var screen: OpaquePointer?
  private var colours: TerminalColours
  private var signals: SignalCatcher
  private var last: Canvas?
  private var cells: [cchar_t] = []

  /// Enters full-screen mode.
  public init(theme: Theme, options: Options = .fromEnvironment()) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    guard !options.term.isEmpty && options.term != "dumb" else { throw .unsupported(term: options.term) }
    setlocale(LC_ALL, "")
    isASCII = String(cString: nl_langinfo(Int32(CODESET))).uppercased() != "UTF-8"
    guard let screen = gomem_start() else { throw .unsupported(term: options.term) }
    self.screen = screen
    self.theme = theme
    (depth, colours) = TerminalColours.start(noColour: options.noColour, trueColour: options.trueColour)
    gomem_watch_mouse()
    signals = SignalCatcher()
  }

  deinit { leave() }

  /// The window's size in cells.
  public var size: Size {
    var columns: Int32 = 80
    var rows: Int32 = 24
    _ = gomem_window_size(&columns, &rows)
    return Size(Int(columns), Int(rows))
  }

  /// Gives the terminal back. Doing so twice does nothing.
  public func leave() {
    guard let screen else { return }
    self.screen = nil
    endwin()
    gomem_forget_modes()
    delscreen(screen)
    signals.close()
  }

  // MARK: Drawing

  /// Shows a canvas, sending only what differs from the one before.
  public func draw(_ canvas: Canvas) {
    guard screen != nil else { return }
    let canvas = isASCII ? canvas.inASCII() : canvas
    if last?.size != canvas.size { gomem_erase() }
    for run in canvas.changes(since: last ?? Canvas(.zero)) {
      cells.removeAll(keepingCapacity: true)
      canvas.forEachDrawn(row: run.row, columns: run.columns) { _, scalar, marks, span, style in
        append(scalar, marks, span, style)
      }
      gomem_put_cells(Int32(run.row), Int32(run.columns.lowerBound), cells, Int32(cells.count))
    }
    last = canvas
    gomem_refresh()
  }

  private func append(_ scalar: Unicode.Scalar, _ marks: Substring.UnicodeScalarView, _ span: Int, _ style: Style) {
    let (attributes, pair) = colours.resolve(theme.look(style, depth: depth))
    var cell = cchar_t()
    // The C library decides what a terminal cell holds; where it knows the character otherwise, a stand-in keeps the
    // columns true.
    guard scalar.isASCII || gomem_cell_width(wchar_t(bitPattern: scalar.value)) == Int32(span) else {
      var standIn = wchar_t(bitPattern: UInt32(0x3F))
      gomem_set_cell(&cell, &standIn, 1, attributes, pair)
      for _ in 0..<span { cells.append(cell) }
      return
    }
    var text = [wchar_t(bitPattern: scalar.value)]
    for mark in marks { text.append(wchar_t(bitPattern: mark.value)) }
    gomem_set_cell(&cell, text, Int32(text.count), attributes, pair)
    cells.append(cell)
  }

  // MARK: Events

  /// Whether a key or a signal waits to be read. Cheap enough to ask between slices of long work.
  public var isInputWaiting: Bool { wait(milliseconds: 0) }

  /// The next event; nil when `timeout` milliseconds passed without one. A negative timeout waits for ever.
  public func nextEvent(timeout milliseconds: Int) -> TerminalEvent? {
    let clock = ContinuousClock()
    let end = milliseconds < 0 ? nil : clock.now.advanced(by: .milliseconds(milliseconds))
    while screen != nil {
      while let signal = signals.next() {
        if let event = answer(signal) { return event }
      }
      switch TerminalKeys.read() {
      case .event(let event): return event
      case .ignored: continue
      case .nothing: break
      }
      var rest = -1
      if let end {
        let left = clock.now.duration(to: end).components
        rest = max(0, Int(left.seconds) * 1000 + Int(left.attoseconds / 1_000_000_000_000_000))
        if left.seconds < 0 || (rest == 0 && left.attoseconds <= 0) { return nil }
        rest = max(1, rest)
      }
      wait(milliseconds: rest)
      if hungUp { return .terminate(signal: SIGHUP) }
    }
    return nil
  }

  private var hungUp = false

  @discardableResult
  private func wait(milliseconds: Int) -> Bool {
    var watched = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.reader, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&watched, nfds_t(watched.count), Int32(clamping: milliseconds))
    hungUp = watched[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 && watched[0].revents & Int16(POLLIN) == 0
    return ready > 0
  }

  private func answer(_ signal: Int32) -> TerminalEvent? {
    switch signal {
    case SIGWINCH:
      return resized()
    case SIGTSTP:
      endwin()
      gomem_stop_process()
      return resumed()
    case SIGCONT:
      return resumed()
    default:
      return .terminate(signal: signal)
    }
  }

  private func resized() -> TerminalEvent {
    let size = size
    resizeterm(Int32(size.height), Int32(size.width))
    last = nil
    gomem_clear_next_refresh()
    return .resize(size)
  }

  /// After a stop the screen holds what others wrote: the modes are set again and everything is repainted.
  private func resumed() -> TerminalEvent? {
    if !isendwin() { endwin() }
    gomem_clear_next_refresh()
    gomem_refresh()
    return last.map { $0.size != size } ?? false ? resized() : nil
  }
}
