import Canvas

/// A line being typed, with its history. Values only: a key in, a new state out.
public struct PromptState: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case editing
    case submitted(String)
    case cancelled
  }

  public private(set) var text: [Character] = []
  /// 0...text.count
  public private(set) var cursor = 0
  private var history: [String]
  private var place: Int
  private var draft = ""

  public init(history: [String] = [], text: String = "") {
    self.history = history
    place = history.count
    self.text = Array(text)
    cursor = self.text.count
  }

  public var string: String { String(text) }

  /// The history with this line added, for the next prompt; a repetition of the last line is not.
  public var historyAfterSubmit: [String] {
    string.isEmpty || history.last == string ? history : history + [string]
  }

  public mutating func handle(_ key: Key) -> Outcome {
    switch key {
    case .enter: return .submitted(string)
    case .escape, .control("c"), .control("g"): return .cancelled
    case .character(let c):
      text.insert(c, at: cursor)
      cursor += 1
    case .backspace:
      if text.isEmpty { return .cancelled }
      if cursor > 0 {
        cursor -= 1
        text.remove(at: cursor)
      }
    case .delete, .control("d"):
      if cursor < text.count { text.remove(at: cursor) }
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"):
      text.removeSubrange(..<cursor)
      cursor = 0
    case .control("k"): text.removeSubrange(cursor...)
    case .control("w"):
      let end = cursor
      while cursor > 0, text[cursor - 1] == " " { cursor -= 1 }
      while cursor > 0, text[cursor - 1] != " " { cursor -= 1 }
      text.removeSubrange(cursor..<end)
    case .up, .control("p"): recall(place - 1)
    case .down, .control("n"): recall(place + 1)
    default: break
    }
    return .editing
  }

  private mutating func recall(_ wanted: Int) {
    guard (0...history.count).contains(wanted), wanted != place else { return }
    if place == history.count { draft = string }
    place = wanted
    text = Array(place == history.count ? draft : history[place])
    cursor = text.count
  }
}

/// Draws a prompt on one row; the part around the cursor when it is too long.
struct Prompt {
  var sign: String
  var state: PromptState
  /// What stands where nothing is typed yet.
  var hint = ""

  func draw(on canvas: inout Canvas, at p: Point, width: Int) {
    canvas.fill(Rect(p.x, p.y, width, 1), Style(.text, on: .header))
    let start = p.x + canvas.text(sign, at: p, .accent)
    let room = p.x + width - start
    guard room > 1 else { return }
    if state.text.isEmpty {
      canvas.text(" ", at: Point(start, p.y), Style(.text, [.reverse]))
      canvas.text(hint, at: Point(start + 1, p.y), .dim, width: room - 1)
      return
    }
    var first = 0
    while String(state.text[first..<state.cursor]).cellWidth > room - 1 { first += 1 }
    canvas.within(Rect(start, p.y, room, 1)) { canvas in
      var x = 0
      for i in first..<state.text.count {
        let isCursor = i == state.cursor
        x += canvas.text(String(state.text[i]), at: Point(x, 0), Style(.value, isCursor ? [.reverse] : []))
      }
      if state.cursor == state.text.count { canvas.text(" ", at: Point(x, 0), Style(.text, [.reverse])) }
    }
  }
}
