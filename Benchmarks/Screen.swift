import Glibc

/// What a person feels: from a key to the last byte on the terminal. Everything runs in a pseudo-terminal of 200×60 cells.
enum ScreenBenchmark {
  static func run() throws {
    Report.heading("Screen: in a pseudo-terminal of 200×60 cells")
    let gomem = try Tool.gomem()
    try launch(gomem)
    try keys(gomem)
  }

  private static let program = "Benchmarks/Programs/lesson.go"

  /// Start of the process to the end of its first full frame.
  private static func launch(_ gomem: String) throws {
    var times: [Double] = []
    for _ in 0..<15 {
      let terminal = try PseudoTerminal(command: [gomem, program], width: 200, height: 60)
      times.append(try terminal.untilQuiet(from: terminal.started) * 1000)
      terminal.close()
    }
    Report.line("launch to first full frame, 200 lines", Statistics.median(times), " ms", floor: 50, aim: 20)
  }

  /// A step forwards and a step back, against a plain curses program that redraws the same number of cells.
  private static func keys(_ gomem: String) throws {
    let plain = try PlainCurses.build()
    var forward: [Double] = []
    var back: [Double] = []
    var peer: [Double] = []
    let ours = try PseudoTerminal(command: [gomem, program], width: 200, height: 60)
    let theirs = try PseudoTerminal(command: [plain], width: 200, height: 60)
    _ = try ours.untilQuiet(from: Clock.now())
    _ = try theirs.untilQuiet(from: Clock.now())
    for _ in 0..<60 {
      forward.append(try ours.response(to: "\u{1b}[C") * 1e6)
      peer.append(try theirs.response(to: " ") * 1e6)
      back.append(try ours.response(to: "\u{1b}[D") * 1e6)
      _ = try ours.response(to: "\u{1b}[C")
    }
    ours.close()
    theirs.close()
    let base = Statistics.median(peer)
    Report.note("plain curses program: \(Report.short(base)) µs")
    Report.line("step forward: gomem / plain curses", Statistics.median(forward) / base, "×", floor: 1)
    Report.line("step back: gomem / plain curses", Statistics.median(back) / base, "×", floor: 1)
  }
}

/// The peer: a C program that redraws a screen of changing cells at each key.
enum PlainCurses {
  static func build() throws -> String {
    let source = "/tmp/gomem-bench-\(getpid()).c"
    let binary = "/tmp/gomem-bench-\(getpid())-curses"
    let text = """
      #include <ncurses.h>
      #include <locale.h>
      int main(void) {
        setlocale(LC_ALL, "");
        initscr(); cbreak(); noecho(); keypad(stdscr, TRUE); start_color();
        for (int step = 0;; step++) {
          erase();
          for (int y = 0; y < LINES; y++)
            for (int x = 0; x < COLS - 1; x++)
              mvaddch(y, x, (x + y) % 37 == step % 37 ? 'a' + step % 26 : '.');
          refresh();
          if (getch() == 'q') break;
        }
        endwin();
        return 0;
      }
      """
    let file = fopen(source, "w")
    fputs(text, file)
    fclose(file)
    defer { unlink(source) }
    guard let compiler = Tool.find("cc") ?? Tool.find("gcc") ?? Tool.find("clang") else {
      throw BenchmarkError("no C compiler for the plain curses program")
    }
    _ = try Tool.seconds([compiler, "-O2", "-o", binary, source, "-lncursesw"])
    return binary
  }
}
