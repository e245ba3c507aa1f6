import Canvas
import Insight

extension ScreenPainter {
  /// The old segment and the new one side by side: frames are copied over, then pointers into the old one are
  /// rewritten.
  mutating func drawGrowth(_ growth: GrowthPicture, of stack: StackPicture, in rect: Rect) {
    let half = rect.width / 2
    let left = Rect(rect.x, rect.y, half - 1, rect.height)
    let right = Rect(rect.x + half + 1, rect.y, rect.width - half - 2, rect.height)
    head(.oldSegment, growth.oldLow, growth.oldHigh, in: left)
    head(.newSegment, growth.newLow, growth.newHigh, in: right)
    canvas.verticalRule(at: Point(rect.x + half - 1, rect.y), length: rect.height, Style(.border), .dashed)

    let isNew = { (frame: FramePicture) in frame.low >= growth.newLow && frame.low < growth.newHigh }
    let moved = growth.newHigh &- growth.oldHigh
    // A frame that has been copied stands in both: what is left behind is only bytes.
    let old = stack.frames.map { frame in isNew(frame) ? shifted(frame, by: 0 &- moved) : frame }
    let leftBehind = Set(stack.frames.filter(isNew).map { $0.low &- moved })
    let new = stack.frames.filter(isNew)
    let body = { (r: Rect) in Rect(r.x, r.y + 2, r.width, r.height - 2) }
    draw(old, in: body(left), sp: old.last?.low ?? growth.oldHigh, free: nil, leftBehind: leftBehind)
    let newSP = new.last?.low ?? growth.newHigh
    draw(
      new, in: body(right), sp: newSP, free: text(.freeBytes(Int(newSP - min(newSP, growth.newLow)))))
  }

  private mutating func head(_ title: Message, _ low: UInt64, _ high: UInt64, in rect: Rect) {
    canvas.spans(
      [Styled(text(title), .heading), Styled("  " + Quantity.bytes(Int(high - low)), .value)], at: rect.origin,
      width: rect.width, align: .centre)
    canvas.text(
      "[\(AddressText.bare(low)),\(AddressText.bare(high)))", at: Point(rect.x, rect.y + 1), .address,
      width: rect.width, align: .centre)
  }

  private func shifted(_ frame: FramePicture, by distance: UInt64) -> FramePicture {
    var copy = frame
    copy.low = frame.low &+ distance
    copy.high = frame.high &+ distance
    copy.isFocus = false
    copy.slots = frame.slots.map { slot in
      var slot = slot
      slot.address = slot.address &+ distance
      slot.pointers = []
      return slot
    }
    return copy
  }
}
