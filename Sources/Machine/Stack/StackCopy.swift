/// A stack segment being copied to another: growth or shrink, frame by frame, then pointer by pointer.
struct StackCopy: Hashable, Sendable {}

extension Machine {
  func advance(_ copy: StackCopy) -> StackCopy? { nil }
}
