import Canvas
import Insight
import MachineCode

/// From a named place in memory to a row of a frame or a card.
extension ScreenPainter {
  /// - Parameter addressed: with its address, for frames.
  func row(_ slot: SlotPicture, addressed: Bool, isStale: Bool = false) -> SlotRow {
    var row = SlotRow(name: name(slot), type: shortType(slot.type), value: value(slot))
    if addressed { row.address = AddressText.short(slot.address) }
    row.isPointer = pointer(slot) != nil
    // Where its bytes lie is told by the arrow too.
    if row.isPointer, slot.liveness != .notYet, row.value.hasPrefix("len "),
      let at = row.value.firstIndex(of: "@")
    {
      row.shortValue = row.value[..<at].trimmingBlanks
    }
    if slot.liveness == .dead || slot.liveness == .notYet { row.role = .stale }
    if slot.pointers.contains(where: { $0.target == .dangling }) { row.role = .error }
    if slot.pointers.count == 1, slot.pointers[0].target == .nil { row.role = .dim }
    if !isStale, isChanged(slot) { row.change = .changed }
    return row
  }

  /// The pointer that is drawn from a slot: its first that leads somewhere visible.
  func pointer(_ slot: SlotPicture) -> PointerPicture? {
    slot.pointers.first {
      switch $0.target {
      case .block, .stack, .global: true
      case .nil, .readOnly, .dangling: false
      }
    }
  }

  func isChanged(_ slot: SlotPicture) -> Bool {
    let end = slot.address + UInt64(max(1, slot.size))
    return state.changed.contains { $0.lowerBound < end && slot.address < $0.upperBound }
  }

  private func name(_ slot: SlotPicture) -> String {
    switch slot.kind {
    case .escaped: "&" + slot.name
    default: slot.name
    }
  }

  private func value(_ slot: SlotPicture) -> String {
    if slot.liveness == .notYet { return text(.notInitialised) }
    let value = AddressText.shortening(slot.value)
    return slot.liveness == .dead ? "\(value) (\(text(.deadVariable)))" : value
  }
}

extension Substring {
  /// Without blanks at its end.
  fileprivate var trimmingBlanks: String {
    var rest = self
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
