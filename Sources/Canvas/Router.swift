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
  private var lines: [Arms]
  /// Arrows so far: the arms in each cell, and the group plus one, 0 where there is none.
  private var arrowArms: [Arms]
  private var arrowGroup: [Int]

  /// States that a search may look at before it gives up; a way that is so hard to find would be hard to follow.
  private let patience = 12_000

  init(_ canvas: Canvas, _ region: Rect) {
    self.region = region
    let count = region.width * region.height
    ground = []
    ground.reserveCapacity(count)
    lines = Array(repeating: Arms(), count: count)
    arrowArms = lines
    arrowGroup = Array(repeating: 0, count: count)
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
    if arrowGroup[i] != 0 { return arrowGroup[i] == group + 1 ? .own(arrowArms[i]) : .other }
    return lines[i] == Arms() ? .nothing : .line(lines[i])
  }

  mutating func occupy(_ p: Point, _ arms: Arms, _ group: Int) {
    let i = index(p)
    // At a crossing the cell stays with the arrow that was there, and its arms now fill it for everybody else.
    arrowArms[i] = arrowArms[i].union(arms)
    if arrowGroup[i] == 0 { arrowGroup[i] = group + 1 }
  }

  /// Ways for the connectors in the order given, each keeping clear of those before it; without those that have none.
  func plan(_ connectors: [Connector], order: [Int]) -> [Int: [Step]] {
    var router = self
    var search = Search(states: region.width * region.height * 4)
    var result: [Int: [Step]] = [:]
    for i in order {
      guard let path = router.route(connectors[i], &search) else { continue }
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
    if arrowGroup[i] != 0 {
      let a = arrowArms[i]
      let isCrossing = lines[i] != Arms()
      if arrowGroup[i] == group + 1 { return a == Arms() ? nil : (Cost.shared, isCrossing) }
      let isLevel = a.up == 0 && a.down == 0 && a.left > 0 && a.right > 0
      let isUpright = a.left == 0 && a.right == 0 && a.up > 0 && a.down > 0
      guard direction.isLevel ? isUpright : isLevel else { return nil }
      return isCrossing ? nil : (Cost.step + Cost.crossing, true)
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
  private func route(_ connector: Connector, _ search: inout Search) -> [Step]? {
    guard region.contains(connector.source), region.contains(connector.target), search.isPossible else { return nil }
    let goal = index(connector.target)
    let headIsOwn = arrowGroup[goal] == connector.group + 1 && arrowArms[goal] == Arms()
    guard ground[goal] == .free || ground[goal] == .tight, headIsOwn || arrowGroup[goal] == 0 else { return nil }
    search.begin()
    for direction in connector.exits {
      reach(connector.source + direction.step, direction, from: -1, cost: 0, connector, goal, &search)
    }
    var looked = 0
    while let state = search.pop() {
      looked += 1
      if looked > patience { return nil }
      let i = state / 4
      let direction = Direction(rawValue: state % 4)!
      if i == goal { return steps(to: state, search) }
      let p = Point(region.x + i % region.width, region.y + i / region.width)
      let straight = entry(i, direction, connector.group)?.straight ?? false
      let cost = search.cost(state)
      reach(p + direction.step, direction, from: state, cost: cost, connector, goal, &search)
      if straight { continue }
      let turns: (Direction, Direction) = direction.isLevel ? (.up, .down) : (.right, .left)
      reach(p + turns.0.step, turns.0, from: state, cost: cost + Cost.turn, connector, goal, &search)
      reach(p + turns.1.step, turns.1, from: state, cost: cost + Cost.turn, connector, goal, &search)
    }
    return nil
  }

  @inline(__always)
  private func reach(
    _ p: Point, _ direction: Direction, from: Int, cost: Int, _ connector: Connector, _ goal: Int,
    _ search: inout Search
  ) {
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
    let (dx, dy) = (connector.target.x - p.x, connector.target.y - p.y)
    let rest = (abs(dx) + abs(dy)) * Cost.step + turns(direction, connector.heading, dx, dy) * Cost.turn
    search.improve(i * 4 + direction.rawValue, cost: total, rest: rest, from: from)
  }

  /// The fewest turns that can lead from travelling `direction` to arriving (dx, dy) away in `heading`.
  @inline(__always)
  private func turns(_ direction: Direction, _ heading: Direction, _ dx: Int, _ dy: Int) -> Int {
    if direction.isLevel != heading.isLevel { return 1 }
    let isInLine = heading.isLevel ? dy == 0 : dx == 0
    return isInLine && direction == heading ? 0 : 2
  }

  private func steps(to state: Int, _ search: Search) -> [Step] {
    var result: [Step] = []
    var state = state
    while state >= 0 {
      let i = state / 4
      result.append(
        Step(
          point: Point(region.x + i % region.width, region.y + i / region.width),
          direction: Direction(rawValue: state % 4)!))
      state = search.parent(state)
    }
    return result.reversed()
  }
}

/// The memory of a search, kept from one arrow to the next so that it need not be cleared.
private struct Search {
  private struct Entry {
    var search: Int32 = 0
    var cost: Int32 = 0
    var parent: Int32 = -1
  }

  private var entries: [Entry]
  private var current: Int32 = 0
  private var queue = MinHeap()

  /// Whether states can be numbered in the queue's words; a terminal would need 200,000 cells for them not to.
  let isPossible: Bool

  init(states: Int) {
    isPossible = states < 1 << 20
    entries = Array(repeating: Entry(), count: isPossible ? states : 0)
  }

  mutating func begin() {
    current += 1
    queue = MinHeap()
  }

  func cost(_ state: Int) -> Int { Int(entries[state].cost) }
  func parent(_ state: Int) -> Int { Int(entries[state].parent) }
  mutating func pop() -> Int? { queue.pop() }

  mutating func improve(_ state: Int, cost: Int, rest: Int, from parent: Int) {
    let old = entries[state]
    guard old.search != current || cost < old.cost else { return }
    entries[state] = Entry(search: current, cost: Int32(cost), parent: Int32(parent))
    queue.push(cost: cost + rest, state: state)
  }
}

/// A binary heap of states by cost; among equals the newest first, which runs straight for the goal.
private struct MinHeap {
  private var keys: [UInt64] = []
  private var age: UInt64 = 0

  mutating func push(cost: Int, state: Int) {
    // Cost, age and state in one word, in that order of weight.
    keys.append(UInt64(cost) << 44 | (0xFF_FFFF - age & 0xFF_FFFF) << 20 | UInt64(state))
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
