import Canvas

/// What comes in.
public enum AppEvent: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  case resize(Size)
  /// Time has passed, in seconds, since the last such event.
  case time(Double)
  /// A file was written, or could not be.
  case saved(file: String)
  case failed(String)
}

/// What goes out: things that only the commands can do.
public enum Effect: Hashable, Sendable {
  case quit
  /// Write the session to a file; answer with `saved` or `failed`.
  case save(file: String)
  /// Use the theme of this name from now on.
  case theme(String)
  /// Suspend (Ctrl-Z).
  case suspend
  /// Paint everything anew (Ctrl-L).
  case repaint
}

/// Called from long work every few milliseconds, with the screen that shows its progress, drawn only when asked for.
/// `false` cancels.
public typealias Pulse = (_ canvas: () -> Canvas) -> Bool
