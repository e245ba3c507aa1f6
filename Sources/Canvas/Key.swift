/// A key as a terminal reports it. Pure values, so that the model that answers keys needs no terminal.
public enum Key: Hashable, Sendable {
  /// A printable character (never a control).
  case character(Character)
  /// Ctrl with a letter, lower case.
  case control(Character)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  case function(Int)
}

/// What a mouse did, at a cell of the whole grid.
public struct MouseEvent: Hashable, Sendable {
  public enum Action: Hashable, Sendable { case press, wheelUp, wheelDown }
  public var action: Action
  public var position: Point

  public init(_ action: Action, at position: Point) {
    self.action = action
    self.position = position
  }
}

extension Key {
  private static let names: [(String, Key)] = [
    ("enter", .enter), ("tab", .tab), ("backtab", .backTab), ("esc", .escape), ("backspace", .backspace),
    ("delete", .delete), ("insert", .insert), ("up", .up), ("down", .down), ("left", .left), ("right", .right),
    ("home", .home), ("end", .end), ("pgup", .pageUp), ("pgdn", .pageDown), ("space", .character(" ")),
  ]

  /// The key of a name: a single character (`n`, `←`), `home`, `space`, `ctrl-l`, `f5`. Nil for anything else.
  public init?(name: String) {
    switch name {
    case "→": self = .right
    case "←": self = .left
    case "↑": self = .up
    case "↓": self = .down
    default:
      if name.count == 1, let only = name.first, only.cellWidthIsPositive {
        self = .character(only)
        return
      }
      let lower = name.lowercased()
      if let known = Key.names.first(where: { $0.0 == lower }) {
        self = known.1
      } else if lower.hasPrefix("ctrl-"), lower.count == 6, let letter = lower.last, ("a"..."z").contains(letter) {
        self = .control(letter)
      } else if lower.first == "f", let n = Int(lower.dropFirst()), (1...63).contains(n) {
        self = .function(n)
      } else {
        return nil
      }
    }
  }

  /// The name that ``init(name:)`` reads.
  public var name: String {
    switch self {
    case .character(" "): "space"
    case .character(let c): String(c)
    case .control(let c): "ctrl-\(c)"
    case .function(let n): "f\(n)"
    default: Key.names.first { $0.1 == self }!.0
    }
  }
}

extension Character {
  fileprivate var cellWidthIsPositive: Bool {
    unicodeScalars.allSatisfy { GlyphWidth.kind(of: $0.value) != .escaped }
  }
}
