import Canvas
import Insight
import Timeline

/// What a person wants done.
enum Action: Hashable {
  case forward(Motion), backward(Motion)
  case beginning, end
  case command, search
  case playPause, slower, faster
  case nextPane, previousPane, enlarge, shrink
  case move(Int), page(Int), choose
  case frameDown, frameUp, goroutine
  case breakpoint, bookmark, collect, why, verdicts, help, quit, close
  case suspend, repaint
}

/// gdb's single keys; upper case goes backwards.
enum KeyMap {
  static func action(_ key: Key) -> Action? {
    switch key {
    case .right: .forward(.event)
    case .left: .backward(.event)
    case .up: .move(-1)
    case .down: .move(1)
    case .pageUp: .page(-1)
    case .pageDown: .page(1)
    case .home: .beginning
    case .end: .end
    case .tab: .nextPane
    case .backTab: .previousPane
    case .enter: .choose
    case .escape: .close
    case .function(1): .help
    case .control("l"): .repaint
    case .control("z"): .suspend
    case .control("c"): .quit
    case .character(let character): action(character)
    default: nil
    }
  }

  private static func action(_ character: Character) -> Action? {
    switch character {
    case "s": .forward(.into)
    case "S": .backward(.into)
    case "n": .forward(.line)
    case "N": .backward(.line)
    case "f": .forward(.finish)
    case "F": .backward(.finish)
    case "c": .forward(.stop)
    case "C": .backward(.stop)
    case ":": .command
    case "/": .search
    case " ": .playPause
    case "<": .slower
    case ">": .faster
    case "+", "=": .enlarge
    case "_", "-": .shrink
    case "j": .move(1)
    case "k": .move(-1)
    case "d": .frameDown
    case "u": .frameUp
    case "t": .goroutine
    case "b": .breakpoint
    case "m": .bookmark
    case "x": .collect
    case "w": .why
    case "e": .verdicts
    case "?": .help
    case "q": .quit
    default: nil
    }
  }
}
