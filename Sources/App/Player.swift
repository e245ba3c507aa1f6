import Canvas
import Insight
import Timeline
import Views

/// A model and its screen, for whoever has a terminal, or none.
///
///     commands: read a key ──▶ player.handle(.key(...)) ──▶ effects; show player.canvas
///               nothing to read ──▶ player.handle(.time(seconds)), player.idle { there is time }
public final class Player {
  public private(set) var model: Model
  /// The last screen.
  public private(set) var canvas: Canvas
  /// Called from long work every few milliseconds; see ``Pulse``. Without one, long work is waited for.
  public var pulse: Pulse?

  public init(_ model: Model) {
    self.model = model
    canvas = self.model.render()
  }

  /// - Returns: what the commands have to do. `canvas` is then the new screen.
  public func handle(_ event: AppEvent) -> [Effect] {
    let effects = model.update(event, pulse: pulse)
    canvas = model.render()
    return effects
  }

  /// Presses keys one after the other, each work waited for; what `snapshot` and `record` do.
  public func press(_ keys: [Key]) -> [Effect] { keys.flatMap { handle(.key($0)) } }

  /// Time has to be told to the player while this is true.
  public var isPlaying: Bool { model.play != nil }

  /// Runs the program ahead while there is time: the closure is asked every fraction of a millisecond.
  /// - Returns: whether there is more to run. The canvas shows how far it came.
  public func idle(hasTime: () -> Bool) -> Bool {
    let timeline = model.timeline
    let limit = model.workspace.options.maxTicks ?? .max
    guard timeline.end == nil, timeline.frontier < limit else { return false }
    var isMore = true
    repeat { isMore = timeline.runAhead(by: 1 << 16) } while isMore && timeline.frontier < limit && hasTime()
    canvas = model.render()
    return isMore && timeline.frontier < limit
  }
}
