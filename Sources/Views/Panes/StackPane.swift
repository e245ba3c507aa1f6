import Canvas
import Insight

extension ScreenPainter {
  mutating func drawStack(in rect: Rect) {
    let stack = state.stage.stack
    let title = [Styled(text(.stackTitle(goroutine: stack.goroutine)), .title)]
    if let growth = stack.growth {
      let note = text(
        .copying(frames: growth.copiedFrames, total: growth.totalFrames, pointers: growth.rewrittenPointers))
      let inside = frame(.stack, title: title, in: rect, note: note)
      drawGrowth(growth, of: stack, in: inside)
      pointers.extend(inside)
      return
    }
    let size = Quantity.bytes(Int(stack.high - stack.low))
    let bounds = "[\(AddressText.bare(stack.low)),\(AddressText.bare(stack.high)))"
    let long = "\(size) \(bounds)"
    let room = rect.width - title.cellWidth - 10
    var inside = frame(.stack, title: title, in: rect, note: long.cellWidth <= room ? long : size)
    if layout.panes[.heap] == nil, state.stage.collector.phase != .off, inside.height > 8 {
      // The heap is not on the screen: what the collector does must be seen all the same.
      let (rest, strip) = inside.splitBottom(3)
      canvas.horizontalRule(at: Point(rect.x, strip.y), length: rect.width, Style(.border), joining: true)
      drawCollector(in: Rect(strip.x, strip.y + 1, strip.width, 2))
      inside = rest
    }
    let free = stack.sp >= stack.guardAddress ? Int(stack.sp - stack.guardAddress) : 0
    let frames = stack.frames + stale(stack)
    draw(
      frames, in: Rect(inside.x, inside.y, inside.width - 2, inside.height), sp: stack.sp,
      free: text(.freeBytes(free)), scrolled: state.scroll[.stack] ?? 0)
    pointers.extend(Rect(rect.x + 1, inside.y, rect.width - 1, inside.height))
  }

  /// Draws frames and notes what may point and be pointed at.
  mutating func draw(
    _ frames: [FramePicture], in rect: Rect, sp: UInt64, free: String?, scrolled: Int = 0, leftBehind: Set<UInt64> = []
  ) {
    let width = rect.width - 16
    let slots = frames.map(shownSlots)
    var widget = FrameStack(
      frames: frames.indices.map { f in
        let frame = frames[f]
        let caller = f > 0 && !frame.isStale ? frames[f - 1] : nil
        return FrameStack.Frame(
          title: title(frame), note: note(frame, below: caller, width: width),
          rows: slots[f].map { row($0, addressed: true, isStale: frame.isStale) }, isStale: frame.isStale,
          isSelected: frame.isFocus, isLeftBehind: leftBehind.contains(frame.low))
      }, stackPointer: AddressText.short(sp), free: free)
    widget.stackPointerMoved = state.spMoved
    let own = widget.scrollShowingStackPointer(height: rect.height)
    let limit = max(0, widget.height - rect.height)
    widget.scroll = max(0, min(limit, own + scrolled))
    map.scrollLimit[.stack] = limit
    let anchors = widget.draw(on: &canvas, in: rect)
    for (f, frame) in frames.enumerated() {
      for (r, slot) in slots[f].enumerated() {
        let id = FrameStack.SlotID(frame: f, row: r)
        guard let place = anchors.slots[id] else { continue }
        let line = Rect(rect.x, place.y, rect.width, 1)
        map.slots.append(.init(rect: line, value: slot.address))
        if state.selectedSlot == slot.address, isFocused(.stack) { canvas.ground(line, .selection) }
        if frame.isStale { continue }
        // A copied frame's old bytes can still be pointed at, until the pointers are rewritten.
        pointers.add(slot.address..<slot.address + UInt64(max(1, slot.size)), at: place, heading: .left)
        if leftBehind.contains(frame.low) { continue }
        if let point = anchors.pointers[id], let pointer = pointer(slot) {
          pointers.add(pointer, at: point, isNew: isChanged(slot), isFaint: slot.liveness == .dead)
        }
      }
    }
  }

  /// Neighbouring library calls that have returned become one; bytes at SP and above it are not stale.
  private func stale(_ stack: StackPicture) -> [FramePicture] {
    var shown: [FramePicture] = []
    for frame in stack.stale {
      if frame.isLibrary, let last = shown.last, last.isLibrary {
        if !last.function.hasSuffix(Self.others) { shown[shown.count - 1].function += Self.others }
        continue
      }
      var frame = frame
      frame.slots.removeAll { $0.address >= stack.sp }
      shown.append(frame)
    }
    return shown
  }

  private static let others = " …"

  /// From high to low addresses, as they lie. What library code keeps in its frames is shown on the enlarged stack
  /// only.
  private func shownSlots(_ frame: FramePicture) -> [SlotPicture] {
    if frame.isLibrary, !(state.isEnlarged && isFocused(.stack)) { return [] }
    return frame.slots.sorted { $0.address > $1.address }
  }

  private func title(_ frame: FramePicture) -> String {
    let function = shortType(frame.function)
    return frame.isStale ? text(.staleFrame(function: function)) : function
  }

  /// The size, by which SP moved for it, and the place to which the frame returns where there is room for it.
  private func note(_ frame: FramePicture, below caller: FramePicture?, width: Int) -> String {
    let isNeighbour = caller.map { $0.low > frame.low && $0.low <= frame.high } ?? false
    let size = Quantity.bytes(Int((isNeighbour ? caller?.low ?? frame.high : frame.high) - frame.low))
    guard !frame.returnsTo.isEmpty, !frame.isStale else { return size }
    let long = "\(text(.returnsTo(frame.returnsTo))) · \(size)"
    return title(frame).cellWidth + long.cellWidth + 6 <= width ? long : size
  }
}

extension AddressText {
  /// Whole, without 0x: `c000042000`.
  static func bare(_ address: UInt64) -> String { String(address, radix: 16) }
}
