/// A way across the grid.
public enum Direction: Int, CaseIterable, Sendable {
  case up, right, down, left

  var step: Point {
    switch self {
    case .up: Point(0, -1)
    case .right: Point(1, 0)
    case .down: Point(0, 1)
    case .left: Point(-1, 0)
    }
  }

  var isLevel: Bool { self == .left || self == .right }
  var opposite: Direction { Direction(rawValue: (rawValue + 2) % 4)! }

  public var head: Glyphs {
    switch self {
    case .up: .headUp
    case .right: .headRight
    case .down: .headDown
    case .left: .headLeft
    }
  }

  func arm(_ weight: UInt8 = 1) -> Arms {
    switch self {
    case .up: Arms(up: weight)
    case .right: Arms(right: weight)
    case .down: Arms(down: weight)
    case .left: Arms(left: weight)
    }
  }
}

/// An arrow that is wanted: from a cell that shows where it starts (a `●`) to the cell of its head.
public struct Connector: Sendable {
  /// The cell that the arrow leaves; it is not drawn over.
  public var source: Point
  /// The ways in which it may leave.
  public var exits: [Direction]
  /// The cell where the head goes: blank, just outside of what is pointed at.
  public var target: Point
  /// The way in which the head points.
  public var heading: Direction
  /// Arrows of one group point at the same thing, and may run together into one.
  public var group: Int
  public var style: Style

  public init(
    from source: Point, exits: [Direction] = [.right], to target: Point, heading: Direction = .right, group: Int,
    style: Style = Style(.pointer)
  ) {
    self.source = source
    self.exits = exits
    self.target = target
    self.heading = heading
    self.group = group
    self.style = style
  }
}

extension Canvas {
  /// Draws arrows through the free cells of `region`, along right angles.
  ///
  /// An arrow never covers text. It crosses a drawn line only squarely, with a junction (`┼`), and another group's
  /// arrow only squarely, passing as on a circuit diagram: the level one is drawn through. Short arrows go first.
  /// - Returns: for each connector, whether there was a way; the caller shows the others as tags.
  public mutating func connect(_ connectors: [Connector], in region: Rect) -> [Bool] {
    let absolute = connectors.map { connector in
      var result = connector
      result.source = self.absolute(connector.source)
      result.target = self.absolute(connector.target)
      return result
    }
    let router = Router(self, region.offset(by: origin).intersection(clip))
    func length(_ i: Int) -> Int {
      abs(connectors[i].source.x - connectors[i].target.x) + abs(connectors[i].source.y - connectors[i].target.y)
    }
    var order = connectors.indices.sorted { (length($0), $0) < (length($1), $1) }
    var plan = router.plan(absolute, order: order)
    // Where an arrow found no way, others may be in it that have another: let it choose first.
    for _ in 0..<3 where plan.count < connectors.count {
      let failed = order.filter { plan[$0] == nil }
      order = failed + order.filter { plan[$0] != nil }
      let next = router.plan(absolute, order: order)
      if next.count > plan.count { plan = next }
    }
    var drawing = router
    for i in order {
      if let path = plan[i] { draw(path, absolute[i], &drawing) }
    }
    return connectors.indices.map { plan[$0] != nil }
  }

  private mutating func draw(_ path: [Router.Step], _ connector: Connector, _ router: inout Router) {
    for (i, step) in path.enumerated() {
      let (x, y) = (step.point.x - origin.x, step.point.y - origin.y)
      if i == path.count - 1 {
        router.occupy(step.point, Arms(), connector.group)
        put(connector.heading.head.unicode.unicodeScalars.first!.value, x, y, connector.style)
        continue
      }
      let arms = step.direction.opposite.arm().union(path[i + 1].direction.arm())
      switch router.meeting(step.point, connector.group) {
      case .nothing:
        put(arms.code(.rounded), x, y, connector.style)
      case .line(let line):
        put(line.union(arms).code, x, y, connector.style)
      case .own(let present):
        put(present.union(arms).code(.rounded), x, y, connector.style)
      case .other:
        if step.direction.isLevel { put(arms.code, x, y, connector.style) }
      }
      router.occupy(step.point, arms, connector.group)
    }
  }
}
