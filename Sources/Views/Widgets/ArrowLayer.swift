import Canvas

/// Pointers over a finished picture: as arrows where there is a way, otherwise as a pair of equal tags, one in place of
/// the pointer's `●` and one at what it points to. A pointer to something off the screen keeps its bare `●`.
struct ArrowLayer {
  struct Arrow {
    var source: Point
    var exits: [Direction] = [.right]
    var target: Point
    var heading: Direction = .right
    /// Arrows to one target share it.
    var group: Int
    var style = Style(.pointer)
  }

  var arrows: [Arrow]

  private static let tags = Array("abcdefghijklmnopqrstuvwxyz")

  /// Draws inside `region`. Returns the arrows, by index, that became tags, with their tag.
  @discardableResult
  func draw(on canvas: inout Canvas, in region: Rect) -> [Int: Character] {
    let drawn = canvas.connect(
      arrows.map {
        Connector(
          from: $0.source, exits: $0.exits, to: $0.target, heading: $0.heading, group: $0.group, style: $0.style)
      }, in: region)
    var tagOfGroup: [Int: Character] = [:]
    var result: [Int: Character] = [:]
    for i in arrows.indices where !drawn[i] && region.contains(arrows[i].target) {
      let group = arrows[i].group
      if tagOfGroup[group] == nil {
        tagOfGroup[group] = ArrowLayer.tags[tagOfGroup.count % ArrowLayer.tags.count]
      }
      let tag = tagOfGroup[group]!
      result[i] = tag
      canvas.text(String(tag), at: arrows[i].source, arrows[i].style.with([.bold, .reverse]))
      canvas.text(String(tag), at: arrows[i].target, arrows[i].style.with([.bold, .reverse]))
    }
    return result
  }
}
