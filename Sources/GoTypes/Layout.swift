/// How a struct's fields lie, what the gaps cost, and the order that would waste least; for `gomem layout`.
public struct StructLayout: Sendable {
  /// One field; all numbers are bytes.
  public struct Field: Sendable {
    public var name: String
    public var type: GoType
    public var offset: Int64
    public var size: Int64
    public var alignment: Int64
    /// Unused bytes between the field before and this one.
    public var paddingBefore: Int64
    /// Bytes of the field up to the end of its last pointer.
    public var pointerBytes: Int64
  }

  public var fields: [Field]
  public var size: Int64
  public var alignment: Int64
  /// Unused bytes after the last field.
  public var tailPadding: Int64
  /// What the collector scans: the bytes up to the end of the last pointer.
  public var pointerBytes: Int64

  /// Indices into `fields` in the order that takes the fewest bytes, and of those scans the fewest. The written order
  /// where that is as good.
  public var bestOrder: [Int]
  public var bestSize: Int64
  public var bestPointerBytes: Int64

  /// Bytes of a value that reordering the fields would save.
  public var bytesSaved: Int64 { size - bestSize }

  /// All unused bytes.
  public var padding: Int64 { fields.reduce(tailPadding) { $0 + $1.paddingBefore } }
}

extension Sizes {
  /// The layout of a struct type; `nil` where the type's underlying type is no struct or it is too large.
  public func layout(of type: GoType) -> StructLayout? {
    guard case .structure(let structure) = under(type), let size = size(of: type),
      let pointerBytes = pointerBytes(of: type), let offsets = offsets(of: structure)
    else { return nil }
    var fields: [StructLayout.Field] = []
    var end: Int64 = 0
    for (field, offset) in zip(structure.fields, offsets) {
      guard let size = self.size(of: field.type), let pointerBytes = self.pointerBytes(of: field.type) else {
        return nil
      }
      fields.append(
        StructLayout.Field(
          name: field.name, type: field.type, offset: offset, size: size, alignment: alignment(of: field.type),
          paddingBefore: offset - end, pointerBytes: pointerBytes))
      end = offset + size
    }
    let alignment = alignment(of: type)
    let order = bestOrder(fields)
    let best = measure(order.map { fields[$0] }, alignment)
    let isBetter = best.size < size || best.size == size && best.pointerBytes < pointerBytes
    return StructLayout(
      fields: fields, size: size, alignment: alignment, tailPadding: size - end, pointerBytes: pointerBytes,
      bestOrder: isBetter ? order : Array(fields.indices), bestSize: isBetter ? best.size : size,
      bestPointerBytes: isBetter ? best.pointerBytes : pointerBytes)
  }

  /// Descending alignment leaves no gaps, as sizes are multiples of alignments; what has no size goes first, so that it
  /// is not last. Within that, pointers come first, those with the fewest bytes after their last pointer last.
  private func bestOrder(_ fields: [StructLayout.Field]) -> [Int] {
    fields.indices.sorted { first, second in
      let (x, y) = (fields[first], fields[second])
      if (x.size == 0) != (y.size == 0) { return x.size == 0 }
      if x.alignment != y.alignment { return x.alignment > y.alignment }
      if (x.pointerBytes == 0) != (y.pointerBytes == 0) { return x.pointerBytes != 0 }
      if x.pointerBytes != 0 {
        let (tail, otherTail) = (x.size - x.pointerBytes, y.size - y.pointerBytes)
        if tail != otherTail { return tail < otherTail }
      }
      if x.size != y.size { return x.size > y.size }
      return first < second
    }
  }

  private func measure(_ fields: [StructLayout.Field], _ alignment: Int64) -> (size: Int64, pointerBytes: Int64) {
    var offset: Int64 = 0
    var pointerBytes: Int64 = 0
    for field in fields {
      offset = roundUp(offset, field.alignment)
      if field.pointerBytes > 0 { pointerBytes = offset + field.pointerBytes }
      offset += field.size
    }
    if offset > 0, let last = fields.last, last.size == 0 { offset += 1 }
    return (roundUp(offset, alignment), pointerBytes)
  }
}
