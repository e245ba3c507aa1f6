/// A place on the grid, in cells: `x` counts columns from the left, `y` rows from the top, both from 0.
public struct Point: Hashable, Sendable {
  public var x: Int
  public var y: Int

  public init(_ x: Int, _ y: Int) {
    self.x = x
    self.y = y
  }

  public static let zero = Point(0, 0)

  public static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  public static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
}

/// An extent in cells. Never negative: a size that would be is clamped to nothing.
public struct Size: Hashable, Sendable {
  public var width: Int
  public var height: Int

  public init(_ width: Int, _ height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  public static let zero = Size(0, 0)
}

/// A rectangle of cells, half open: it covers columns `x..<maxX` and rows `y..<maxY`.
public struct Rect: Hashable, Sendable {
  public var x: Int
  public var y: Int
  public var width: Int
  public var height: Int

  public init(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  public init(_ origin: Point, _ size: Size) {
    self.init(origin.x, origin.y, size.width, size.height)
  }

  public var maxX: Int { x + width }
  public var maxY: Int { y + height }
  public var origin: Point { Point(x, y) }
  public var size: Size { Size(width, height) }
  public var isEmpty: Bool { width == 0 || height == 0 }

  public func contains(_ p: Point) -> Bool { p.x >= x && p.x < maxX && p.y >= y && p.y < maxY }

  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(left, top, min(maxX, other.maxX) - left, min(maxY, other.maxY) - top)
  }

  public func offset(by p: Point) -> Rect { Rect(x + p.x, y + p.y, width, height) }

  /// The rectangle without `dx` columns at either side and `dy` rows at top and bottom.
  public func inset(_ dx: Int, _ dy: Int) -> Rect { Rect(x + dx, y + dy, width - 2 * dx, height - 2 * dy) }

  /// Cuts `count` rows off the top. The count is clamped to what is there.
  public func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    let n = min(max(0, count), height)
    return (Rect(x, y, width, n), Rect(x, y + n, width, height - n))
  }

  /// Cuts `count` rows off the bottom.
  public func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let n = min(max(0, count), height)
    return (Rect(x, y, width, height - n), Rect(x, maxY - n, width, n))
  }

  /// Cuts `count` columns off the left.
  public func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    let n = min(max(0, count), width)
    return (Rect(x, y, n, height), Rect(x + n, y, width - n, height))
  }

  /// Cuts `count` columns off the right.
  public func splitRight(_ count: Int) -> (rest: Rect, right: Rect) {
    let n = min(max(0, count), width)
    return (Rect(x, y, width - n, height), Rect(maxX - n, y, n, height))
  }
}
