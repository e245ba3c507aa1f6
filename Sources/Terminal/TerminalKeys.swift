import CNcurses
import Canvas

/// Reads what curses makes of the bytes from the keyboard.
enum TerminalKeys {
  enum Reading {
    case event(TerminalEvent)
    /// Something came that means nothing to us.
    case ignored
    case nothing
  }

  /// Never waits, but for the 25 ms after Esc in which the rest of an escape sequence may follow.
  static func read() -> Reading {
    var code: wint_t = 0
    switch gomem_read_key(&code) {
    case KEY_CODE_YES: return special(Int32(bitPattern: code))
    case OK: return character(code).map { .event(.key($0)) } ?? .ignored
    default: return .nothing
    }
  }

  static func character(_ code: UInt32) -> Key? {
    switch code {
    case 0x0A, 0x0D: return .enter
    case 0x09: return .tab
    case 0x1B: return .escape
    case 0x08, 0x7F: return .backspace
    case 1...26: return .control(Character(Unicode.Scalar(UInt8(code) + 0x60)))
    case 0..<0x20, 0x80..<0xA0: return nil
    default: return Unicode.Scalar(code).map { .character(Character($0)) }
    }
  }

  private static func special(_ code: Int32) -> Reading {
    if code == KEY_MOUSE { return mouse() }
    if code > KEY_F0 && code <= KEY_F0 + 63 { return .event(.key(.function(Int(code - KEY_F0)))) }
    return named[code].map { .event(.key($0)) } ?? .ignored
  }

  private static let named: [Int32: Key] = [
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
    KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_BTAB: .backTab, KEY_DC: .delete, KEY_IC: .insert,
    KEY_BACKSPACE: .backspace, KEY_ENTER: .enter,
  ]

  private static func mouse() -> Reading {
    var x: Int32 = 0
    var y: Int32 = 0
    let action: MouseEvent.Action
    switch gomem_read_mouse(&x, &y) {
    case 1: action = .press
    case 4: action = .wheelUp
    case 5: action = .wheelDown
    default: return .ignored
    }
    return .event(.mouse(MouseEvent(action, at: Point(Int(x), Int(y)))))
  }
}
