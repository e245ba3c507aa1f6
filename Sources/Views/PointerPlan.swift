import Canvas
import Insight

/// Collects, while panes are drawn, where pointers start and where things lie that they may point at; then draws the
/// arrows.
struct PointerPlan {
  private struct Source {
    var point: Point
    var pointer: PointerPicture
    var style: Style
  }

  /// A piece of memory that is on the screen: heads go to `entry`.
  private struct Place {
    var addresses: Range<UInt64>
    var entry: Point
    var heading: Direction
  }

  private var sources: [Source] = []
  private var places: [Place] = []
  /// Where arrows may run.
  var region: Rect?

  /// A `●` at `point`. Only pointers into the heap, stacks and package variables become arrows.
  mutating func add(_ pointer: PointerPicture, at point: Point, isNew: Bool, isFaint: Bool = false) {
    switch pointer.target {
    case .block, .stack, .global:
      let style: Style = isFaint ? Style(.stale) : isNew ? Style(.newPointer) : Style(.pointer)
      sources.append(Source(point: point, pointer: pointer, style: style))
    case .nil, .readOnly, .dangling: break
    }
  }

  mutating func add(_ addresses: Range<UInt64>, at entry: Point, heading: Direction) {
    if !addresses.isEmpty { places.append(Place(addresses: addresses, entry: entry, heading: heading)) }
  }

  mutating func extend(_ rect: Rect) {
    guard let old = region else {
      region = rect
      return
    }
    let x = min(old.x, rect.x)
    let y = min(old.y, rect.y)
    region = Rect(x, y, max(old.maxX, rect.maxX) - x, max(old.maxY, rect.maxY) - y)
  }

  /// Later places are smaller parts of earlier ones: the last that holds the address wins.
  private func place(of pointer: PointerPicture) -> (index: Int, place: Place)? {
    guard let index = places.lastIndex(where: { $0.addresses.contains(pointer.address) }) else { return nil }
    return (index, places[index])
  }

  func draw(on canvas: inout Canvas) {
    guard let region else { return }
    var arrows: [ArrowLayer.Arrow] = []
    for source in sources {
      guard let (_, place) = place(of: source.pointer) else { continue }
      // Heads at one cell are one group: there they run together.
      let group = place.entry.y * canvas.size.width + place.entry.x
      arrows.append(
        ArrowLayer.Arrow(
          source: source.point, target: place.entry, heading: place.heading, group: group, style: source.style))
    }
    ArrowLayer(arrows: arrows).draw(on: &canvas, in: region)
  }
}
