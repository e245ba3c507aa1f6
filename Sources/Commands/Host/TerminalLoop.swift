import App
import Canvas
import Glibc
import SceneKit
import Terminal

/// Reads keys, shows screens, and lets the program run ahead while nobody presses anything.
final class TerminalLoop {
  enum End {
    case quit
    case signal(Int32)
  }

  private let terminal: Terminal
  private let player: Player
  private var pending: [TerminalEvent] = []
  private var end: End?
  /// Seconds that the program runs ahead between two looks at the keyboard, and between two screens meanwhile.
  private static let idleSlice = 0.006
  private static let frameTime = 0.1

  init(_ terminal: Terminal, _ player: Player) {
    self.terminal = terminal
    self.player = player
    player.pulse = { [unowned self] canvas in pulse(canvas) }
  }

  func run() -> End {
    var drawn = MonotonicClock.now()
    var told = drawn
    var isAhead = false
    terminal.draw(player.canvas)
    while end == nil {
      var isMore = false
      if !isInputWaiting {
        let start = MonotonicClock.now()
        isMore = player.idle { MonotonicClock.now() - start < Self.idleSlice && !isInputWaiting }
        // The program's length is known now: show it before waiting for a key.
        if !isMore, !isAhead { terminal.draw(player.canvas) }
        isAhead = !isMore
      }
      let now = MonotonicClock.now()
      if player.isPlaying { perform(player.handle(.time(now - told))) }
      told = now
      if let event = nextEvent(timeout: isMore ? 0 : player.isPlaying ? 16 : -1) {
        handle(event)
        // Keys that came together are answered together.
        while end == nil, isInputWaiting, let event = nextEvent(timeout: 0) { handle(event) }
        terminal.draw(player.canvas)
        drawn = MonotonicClock.now()
        isAhead = false
      } else if player.isPlaying || MonotonicClock.now() - drawn > Self.frameTime {
        terminal.draw(player.canvas)
        drawn = MonotonicClock.now()
      }
    }
    return end ?? .quit
  }

  // MARK: Events

  private var isInputWaiting: Bool { !pending.isEmpty || terminal.isInputWaiting }

  private func nextEvent(timeout: Int) -> TerminalEvent? {
    pending.isEmpty ? terminal.nextEvent(timeout: timeout) : pending.removeFirst()
  }

  private func handle(_ event: TerminalEvent) {
    switch event {
    case .key(let key): perform(player.handle(.key(key)))
    case .mouse(let mouse): perform(player.handle(.mouse(mouse)))
    case .resize(let size): perform(player.handle(.resize(size)))
    case .terminate(let signal): end = .signal(signal)
    }
  }

  private func perform(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .quit: end = .quit
      case .save(let file): perform(player.handle(save(file)))
      case .theme(let name): if let theme = Theme.named(name) { terminal.theme = theme }
      case .suspend: raise(SIGTSTP)
      case .repaint: terminal.theme = terminal.theme
      }
    }
  }

  private func save(_ file: String) -> AppEvent {
    let path = file.hasSuffix(".gomem") ? file : file + ".gomem"
    do {
      try HostFiles.write(player.model.session.encoded(), to: path)
      return .saved(file: path)
    } catch let failure as Failure {
      return .failed(failure.message)
    } catch {
      return .failed("\(error)")
    }
  }

  // MARK: Long work

  private var workBegan = 0.0
  private var workSeen = 0.0

  /// Called from long work: shows its progress now and then; `false` when Esc or a signal asks to stop. Other keys wait.
  private func pulse(_ canvas: () -> Canvas) -> Bool {
    let now = MonotonicClock.now()
    if now - workSeen > 0.5 { workBegan = now }
    workSeen = now
    if now - workBegan > 0.08 {
      terminal.draw(canvas())
      workBegan = now - 0.04
    }
    while terminal.isInputWaiting, let event = terminal.nextEvent(timeout: 0) {
      switch event {
      case .key(.escape): return false
      case .terminate(let signal):
        end = .signal(signal)
        return false
      default: pending.append(event)
      }
    }
    return true
  }
}

enum MonotonicClock {
  /// Seconds since some moment in the past.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
