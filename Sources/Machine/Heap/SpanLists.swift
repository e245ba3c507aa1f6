/// Lists of spans by class: with free slots or full, swept or not since the last collection (runtime/mcentral.go). First in, first
/// out, so that spans are reused in the order in which they were swept: by address.
extension Heap {
  @inline(__always)
  private func listIndex(_ spanClass: Int, full: Bool, generation: UInt32) -> Int {
    (Int(generation & 1) * 2 + (full ? 1 : 0)) * SpanClass.count + spanClass
  }

  func pushList(_ span: UnsafeMutablePointer<Span>, full: Bool) {
    let list = listIndex(Int(span.pointee.spanClassByte), full: full, generation: span.pointee.sweepGeneration)
    append(span, to: list)
  }

  func append(_ span: UnsafeMutablePointer<Span>, to list: Int) {
    let entry = span.pointee.head + 1
    let tail = listTails[list]
    span.pointee.previous = tail
    span.pointee.next = 0
    span.pointee.list = UInt16(list + 1)
    if tail == 0 {
      listHeads[list] = entry
    } else {
      let last = spans + Int(tail - 1)
      last.pointee.next = entry
      markDirty(last)
    }
    listTails[list] = entry
    markDirty(span)
    markListsDirty()
  }

  func removeFromList(_ span: UnsafeMutablePointer<Span>) {
    guard span.pointee.list != 0 else { return }
    let list = Int(span.pointee.list) - 1
    let (previous, next) = (span.pointee.previous, span.pointee.next)
    if previous == 0 {
      listHeads[list] = next
    } else {
      spans[Int(previous - 1)].next = next
      markDirty(spans + Int(previous - 1))
    }
    if next == 0 {
      listTails[list] = previous
    } else {
      spans[Int(next - 1)].previous = previous
      markDirty(spans + Int(next - 1))
    }
    span.pointee.list = 0
    span.pointee.next = 0
    span.pointee.previous = 0
    markDirty(span)
    markListsDirty()
  }

  /// Takes the first span of a list off it.
  func popList(_ spanClass: SpanClass, full: Bool, swept: Bool) -> UnsafeMutablePointer<Span>? {
    let generation = state.pointee.sweepGeneration &+ (swept ? 0 : 1)
    let list = listIndex(Int(spanClass.rawValue), full: full, generation: generation)
    guard listHeads[list] != 0 else { return nil }
    let span = spans + Int(listHeads[list] - 1)
    removeFromList(span)
    return span
  }
}
