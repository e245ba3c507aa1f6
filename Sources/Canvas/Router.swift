/// Finds ways for arrows: A* over (cell, direction of travel), where turning, crossing and length cost.
///
/// Deterministic: equal costs are settled by the order in which states were found.
struct Router {
  struct Step {
    var point: Point
    /// The way in which the arrow comes into the cell.
    var direction: Direction
  }

  enum Meeting {
    case nothing
    /// A line of the picture: a frame, a rule.
    case line(Arms)
    /// An arrow of the same group.
    case own(Arms)
    case other
  }

  private enum Cost {
    static let step = 10
    static let shared = 4
    static let turn = 15
    static let line = 8
    /// Running upright close beside something.
    static let tight = 5
    static let crossing = 30
  }

  /// What was on the canvas before any arrow, one for each cell of the region.
  private enum Ground { case free, tight, level, upright, blocked }

  private let region: Rect
  private var ground: [Ground]
  private var lines: [Int: Arms] = [:]
  private var arrows: [Int: (arms: Arms, group: Int)] = [:]

  /// States that a search may look at before it gives up; a way that is so hard to find would be hard to follow.
  private let patience = 12_000

  init(_ canvas: Canvas, _ region: Rect) {
    self.region = region
    ground = []
    ground.reserveCapacity(region.width * region.height)
    for y in region.y..<region.maxY {
      for x in region.x..<region.maxX {
        let cell = canvas.cells[canvas.index(x, y)]
        guard !cell.isBlank else {
          // The blank between two words belongs to the text.
          func isDrawn(_ x: Int) -> Bool {
            x >= 0 && x < canvas.size.width && !canvas.cells[canvas.index(x, y)].isBlank
          }
          func isText(_ x: Int) -> Bool { isDrawn(x) && Arms(canvas.cells[canvas.index(x, y)].code) == nil }
          let (before, after) = (isText(x - 1), isText(x + 1))
          ground.append(before && after ? .blocked : isDrawn(x - 1) || isDrawn(x + 1) ? .tight : .free)
          continue
        }
        guard let arms = Arms(cell.code) else {
          ground.append(.blocked)
          continue
        }
        lines[ground.count] = arms
        if arms.up == 0 && arms.down == 0 && arms.left == arms.right {
          ground.append(.level)
        } else if arms.left == 0 && arms.right == 0 && arms.up == arms.down {
          ground.append(.upright)
        } else {
          ground.append(.blocked)
        }
      }
    }
  }

  private func index(_ p: Point) -> Int { (p.y - region.y) * region.width + p.x - region.x }

  func meeting(_ p: Point, _ group: Int) -> Meeting {
    let i = index(p)
    if let arrow = arrows[i] { return arrow.group == group ? .own(arrow.arms) : .other }
    return lines[i].map { .line($0) } ?? .nothing
  }

  mutating func occupy(_ p: Point, _ arms: Arms, _ group: Int) {
    let i = index(p)
    guard let present = arrows[i] else {
      arrows[i] = (arms, group)
      return
    }
    // At a crossing the cell stays with the arrow that was there, and its arms now fill it for everybody else.
    arrows[i] = (present.arms.union(arms), present.group)
  }

  /// Ways for the connectors in the order given, each keeping clear of those before it; without those that have none.
  func plan(_ connectors: [Connector], order: [Int]) -> [Int: [Step]] {
    var router = self
    var result: [Int: [Step]] = [:]
    for i in order {
      guard let path = router.route(connectors[i]) else { continue }
      for (n, step) in path.enumerated() {
        let isHead = n == path.count - 1
        let arms = isHead ? Arms() : step.direction.opposite.arm().union(path[n + 1].direction.arm())
        router.occupy(step.point, arms, connectors[i].group)
      }
      result[i] = path
    }
    return result
  }

  /// What entering a cell costs, and whether the arrow must leave it straight on; nil where it cannot enter.
  private func entry(_ i: Int, _ direction: Direction, _ group: Int) -> (cost: Int, straight: Bool)? {
    if let arrow = arrows[i] {
      if arrow.group == group { return arrow.arms == Arms() ? nil : (Cost.shared, lines[i] != nil) }
      let a = arrow.arms
      let isLevel = a.up == 0 && a.down == 0 && a.left > 0 && a.right > 0
      let isUpright = a.left == 0 && a.right == 0 && a.up > 0 && a.down > 0
      guard direction.isLevel ? isUpright : isLevel else { return nil }
      return lines[i] == nil ? (Cost.step + Cost.crossing, true) : nil
    }
    switch ground[i] {
    case .free: return (Cost.step, false)
    case .tight: return (direction.isLevel ? Cost.step : Cost.step + Cost.tight, false)
    case .level: return direction.isLevel ? nil : (Cost.step + Cost.line, true)
    case .upright: return direction.isLevel ? (Cost.step + Cost.line, true) : nil
    case .blocked: return nil
    }
  }

  /// The cells from beside the source to the head, or nil.
  func route(_ connector: Connector) -> [Step]? {
    guard region.contains(connector.source), region.contains(connector.target) else { return nil }
    let goal = index(connector.target)
    let headIsOwn = arrows[goal].map { $0.group == connector.group && $0.arms == Arms() } ?? false
    guard ground[goal] == .free || ground[goal] == .tight, headIsOwn || arrows[goal] == nil else { return nil }
    let count = region.width * region.height * 4
    guard count < 1 << 20 else { return nil }

    var best: [Int32] = Array(repeating: Int32.max, count: count)
    var parent: [Int32] = Array(repeating: -1, count: count)
    var queue = MinHeap()
    func estimate(_ p: Point) -> Int {
      (abs(p.x - connector.target.x) + abs(p.y - connector.target.y)) * Cost.step
    }

    func reach(_ p: Point, _ direction: Direction, from: Int, cost: Int) {
      guard region.contains(p) else { return }
      let i = index(p)
      var total = cost
      if i == goal {
        guard direction == connector.heading else { return }
        total += Cost.step
      } else {
        guard let entry = entry(i, direction, connector.group) else { return }
        total += entry.cost
      }
      let state = i * 4 + direction.rawValue
      guard total < best[state] else { return }
      best[state] = Int32(total)
      parent[state] = Int32(from)
      queue.push(cost: total + estimate(p), state: state)
    }

    for direction in connector.exits {
      reach(connector.source + direction.step, direction, from: -1, cost: 0)
    }
    var looked = 0
    while let state = queue.pop() {
      looked += 1
      if looked > patience { return nil }
      let i = state / 4
      let direction = Direction(rawValue: state % 4)!
      if i == goal { return steps(to: state, parent) }
      let p = Point(region.x + i % region.width, region.y + i / region.width)
      let straight = entry(i, direction, connector.group)?.straight ?? false
      let cost = Int(best[state])
      reach(p + direction.step, direction, from: state, cost: cost)
      if straight { continue }
      for turned in Direction.allCases where turned.isLevel != direction.isLevel {
        reach(p + turned.step, turned, from: state, cost: cost + Cost.turn)
      }
    }
    return nil
  }

  private func steps(to state: Int, _ parent: [Int32]) -> [Step] {
    var result: [Step] = []
    var state = state
    while state >= 0 {
      let i = state / 4
      result.append(
        Step(
          point: Point(region.x + i % region.width, region.y + i / region.width),
          direction: Direction(rawValue: state % 4)!))
      state = Int(parent[state])
    }
    return result.reversed()
  }
}

/// A binary heap of states by cost, then by age.
private struct MinHeap {
  private var keys: [UInt64] = []
  private var age: UInt64 = 0

  mutating func push(cost: Int, state: Int) {
    // Cost, age and state in one word, in that order of weight.
    keys.append(UInt64(cost) << 44 | (age & 0xFF_FFFF) << 20 | UInt64(state))
    age += 1
    var i = keys.count - 1
    while i > 0, keys[i] < keys[(i - 1) / 2] {
      keys.swapAt(i, (i - 1) / 2)
      i = (i - 1) / 2
    }
  }

  mutating func pop() -> Int? {
    guard let top = keys.first else { return nil }
    let last = keys.removeLast()
    if !keys.isEmpty {
      keys[0] = last
      var i = 0
      while true {
        var least = i
        let (left, right) = (2 * i + 1, 2 * i + 2)
        if left < keys.count && keys[left] < keys[least] { least = left }
        if right < keys.count && keys[right] < keys[least] { least = right }
        if least == i { break }
        keys.swapAt(i, least)
        i = least
      }
    }
    return Int(top & 0xF_FFFF)
  }
}
