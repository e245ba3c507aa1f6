import GoTypes
import MachineCode
import SourceText

extension TypeTable: OperandSizes {
  func size(of type: TypeID) -> Int { self[type].size }
  func element(of type: TypeID) -> TypeID? {
    switch self[type].under {
    case .array(let element, _), .slice(let element), .pointer(let element), .chan(_, let element),
      .map(_, let element):
      id(element)
    default: nil
    }
  }
  func key(of type: TypeID) -> TypeID? {
    if case .map(let key, _) = self[type].under { return id(key) }
    return nil
  }
  /// Sites are numbered by the program; see `SizesWithSites`.
  func type(of site: SiteID) -> TypeID { preconditionFailure("types know no sites") }
}

/// Sizes while the program is being put together.
struct SizesWithSites: OperandSizes {
  let program: ProgramLowering
  var wordSize: Int { program.types.wordSize }
  func size(of type: TypeID) -> Int { program.types.size(of: type) }
  func element(of type: TypeID) -> TypeID? { program.types.element(of: type) }
  func key(of type: TypeID) -> TypeID? { program.types.key(of: type) }
  func type(of site: SiteID) -> TypeID { program.sites[Int(site.rawValue)].type }
}

extension FunctionLowering {
  /// Completes the function: shortens the code, computes liveness, lays out the frame and hands all to the program.
  func finish() {
    var peephole = Peephole(nodes: nodes, labels: labels)
    let map = peephole.run(roots: deferLabel.map { [$0] } ?? [])
    (nodes, labels) = (peephole.nodes, peephole.labels)
    for index in slots.indices {
      if slots[index].scopeStart >= 0 { slots[index].scopeStart = map[slots[index].scopeStart] }
      if slots[index].scopeEnd >= 0 { slots[index].scopeEnd = map[slots[index].scopeEnd] }
    }
    var builder = FrameBuilder(self)
    builder.build()
  }
}

/// Lays out a function's frame and encodes its code.
///
/// Slots whose address is taken are live as long as they may be reached, which a pointer declared further out, or a deferred call,
/// can do behind the end of a variable's scope: from their first write to the end of the function, if that write comes before any
/// branch; else through the whole function, zeroed on entry.
struct FrameBuilder {
  private let function: FunctionLowering
  private var nodes: [Node]
  private var labels: [Int]
  private var slots: [Slot]
  private let sizes: SizesWithSites
  private var live: [Int32: [Range<Int>]] = [:]
  private var isReferenced: [Bool]
  private var firstWrite: [Int]
  /// The first node behind which all pointers of the slot are written.
  private var firstComplete: [Int]
  /// Variables that count as live just because their name is in scope (`LoweringOptions.withoutLiveness`).
  private var isScoped: [Bool]

  init(_ function: FunctionLowering) {
    self.function = function
    nodes = function.nodes
    labels = function.labels
    slots = function.slots
    sizes = SizesWithSites(program: function.program)
    isReferenced = Array(repeating: false, count: slots.count)
    firstWrite = Array(repeating: -1, count: slots.count)
    firstComplete = firstWrite
    isScoped = Array(repeating: false, count: slots.count)
  }

  private func roles(_ node: Node) -> OperandRoles {
    Instruction(node.op, w: node.w, a: node.a.offset, b: node.b.offset, c: node.c.offset).roles(sizes)
  }

  mutating func build() {
    if function.deferLabel != nil {
      // A recovered panic returns with whatever the results hold at any moment.
      for result in function.results { slots[Int(result.slot.slot)].isAddressed = true }
    }
    if function.program.options.withoutLiveness {
      for index in slots.indices where slots[index].kind == .local || slots[index].kind == .escaped {
        if !slots[index].isAddressed { isScoped[index] = true }
        slots[index].isAddressed = true
      }
    }
    for index in nodes.indices { note(at: index) }
    // Only the allocation's site names its buffer.
    for (_, slot) in function.bufferSites { isReferenced[Int(slot)] = true }
    var zeroed = addressedSlotsToZero()
    let liveness = Liveness(
      nodes: nodes, labels: labels, slots: slots, roles: roles,
      isTracked: { slots[$0].pointerBytes > 0 && !slots[$0].isAddressed && isReferenced[$0] })
    live = liveness.ranges
    zeroed += liveness.liveAtEntry.filter { !isIncoming(slots[Int($0)].kind) }
    setAddressedRanges(wholeFunction: Set(zeroed))
    insertZeroing(zeroed)
    encode()
  }

  private func isIncoming(_ kind: FrameSlot.Kind) -> Bool { kind == .receiver || kind == .parameter }

  private mutating func note(at index: Int) {
    let (a, b, c) = (nodes[index].a, nodes[index].b, nodes[index].c)
    if a.isSlot || b.isSlot || c.isSlot {
      let roles = roles(nodes[index])
      note(a, roles.a, index)
      note(b, roles.b, index)
      note(c, roles.c, index)
    }
    for slot in nodes[index].reads { isReferenced[Int(slot)] = true }
    for slot in nodes[index].writes {
      isReferenced[Int(slot)] = true
      completes(slot, index)
    }
  }

  private mutating func note(_ operand: Operand, _ role: OperandRole, _ index: Int) {
    guard operand.isSlot else { return }
    isReferenced[Int(operand.slot)] = true
    guard case .writes(let bytes) = role else { return }
    if firstWrite[Int(operand.slot)] < 0 { firstWrite[Int(operand.slot)] = index }
    if operand.offset == 0, bytes >= slots[Int(operand.slot)].pointerBytes { completes(operand.slot, index) }
  }

  private mutating func completes(_ slot: Int32, _ index: Int) {
    if firstComplete[Int(slot)] < 0 { firstComplete[Int(slot)] = index }
  }

  /// Slots with pointers whose address is taken, other than those that are written before any branch.
  private func addressedSlotsToZero() -> [Int32] {
    // A recovered panic is a branch too, from anywhere behind a defer statement.
    let straight = min(
      nodes.firstIndex { $0.c.isLabel || [.deferStack, .deferHeap, .deferMark].contains($0.op) } ?? nodes.count,
      labels.filter { $0 >= 0 }.min() ?? nodes.count)
    return slots.indices.compactMap { index in
      let slot = slots[index]
      guard slot.isAddressed, slot.pointerBytes > 0, isReferenced[index] else { return nil }
      switch slot.kind {
      case .receiver, .parameter: return nil
      case .local where isScoped[index], .escaped where isScoped[index]:
        return firstComplete[index] >= 0 ? nil : Int32(index)
      default: return firstComplete[index] >= 0 && firstComplete[index] < straight ? nil : Int32(index)
      }
    }
  }

  private mutating func setAddressedRanges(wholeFunction: Set<Int32>) {
    for index in slots.indices where slots[index].isAddressed && slots[index].pointerBytes > 0 && isReferenced[index] {
      let slot = slots[index]
      if isIncoming(slot.kind) || wholeFunction.contains(Int32(index)) {
        live[Int32(index)] = [0..<nodes.count]
        continue
      }
      let start = firstComplete[index] + 1
      let end = isScoped[index] && slot.scopeEnd >= 0 ? slot.scopeEnd : nodes.count
      if start < end { live[Int32(index)] = [start..<end] }
    }
  }

  /// Zeroes slots on entry, behind the instruction that fetches the closure.
  private mutating func insertZeroing(_ zeroed: [Int32]) {
    if zeroed.isEmpty { return }
    let position = nodes.first?.op == .getClosure ? 1 : 0
    let count = zeroed.count
    func moved(_ index: Int) -> Int { index > position || (index == position && position > 0) ? index + count : index }
    let span = Span.at(function.span.startPosition)
    nodes.insert(
      contentsOf: zeroed.map { slot in
        Node(
          op: .zeroN, a: Operand(slot: slot), b: .none, c: .immediate(slots[Int(slot)].size), span: span)
      }, at: position)
    // Branches to what stood first skip the zeroing; it happens once.
    for index in labels.indices where labels[index] >= position { labels[index] += count }
    for index in slots.indices {
      if slots[index].scopeStart >= position { slots[index].scopeStart += count }
      if slots[index].scopeEnd >= position { slots[index].scopeEnd += count }
      if firstWrite[index] >= position { firstWrite[index] += count }
      if firstComplete[index] >= position { firstComplete[index] += count }
    }
    for (slot, ranges) in live {
      live[slot] = ranges.map { range in
        // A range that begins at the entry holds there already, zeroed or as a parameter.
        let start =
          range.lowerBound >= position && !(range.lowerBound == 0) ? range.lowerBound + count : range.lowerBound
        return start..<(range.upperBound >= position ? range.upperBound + count : range.upperBound)
      }
    }
    for (order, slot) in zeroed.enumerated() {
      guard var first = live[slot]?.first else { continue }
      first = (position + order + 1)..<first.upperBound
      live[slot]![0] = first
    }
  }

  // MARK: - Layout

  private mutating func encode() {
    let program = function.program
    let word = program.types.wordSize
    func aligned(_ offset: Int, _ alignment: Int) -> Int { (offset + alignment - 1) / alignment * alignment }

    let outgoingSize = aligned(function.outgoingSize, word)
    var offsets = [Int](repeating: 0, count: slots.count)
    var top = outgoingSize
    func isVariable(_ kind: FrameSlot.Kind) -> Bool {
      kind == .local || kind == .escaped || kind == .closure || kind == .backing
    }
    let own = slots.indices.filter { slots[$0].fixedOffset == nil && isReferenced[$0] }
    // Temporaries at the bottom, then variables, the first declared at the top.
    for index in own.filter({ !isVariable(slots[$0].kind) }) + own.filter({ isVariable(slots[$0].kind) }).reversed() {
      let alignment = slots[index].pointerBytes > 0 ? max(word, slots[index].alignment) : slots[index].alignment
      top = aligned(top, alignment)
      offsets[index] = top
      top += slots[index].size
    }
    let frameSize = aligned(top, word)
    for index in slots.indices {
      guard let fixed = slots[index].fixedOffset else { continue }
      offsets[index] = slots[index].kind == .outgoing ? fixed : frameSize + 2 * word + fixed
    }

    let base = program.code.count
    func value(_ operand: Operand) -> Int32 {
      if operand.isSlot { return operand.offset + Int32(offsets[Int(operand.slot)]) }
      if operand.isLabel { return Int32(base + labels[Int(operand.label.rawValue)]) }
      return operand.offset
    }
    program.code += nodes.lazy.map { Instruction($0.op, w: $0.w, a: value($0.a), b: value($0.b), c: value($0.c)) }
    program.spans += nodes.lazy.map(\.span)
    program.statementStarts += nodes.lazy.map(\.startsStatement)
    for index in nodes.indices {
      if let kind = nodes[index].b.relocation {
        program.relocations.append(.init(instruction: base + index, field: .b, kind: kind))
      }
      if let kind = nodes[index].c.relocation {
        program.relocations.append(.init(instruction: base + index, field: .c, kind: kind))
      }
    }
    for (site, slot) in function.bufferSites { program.sites[site].bufferSlot = Int32(offsets[Int(slot)]) }

    func range(_ range: Range<Int>) -> PCRange {
      PCRange(Int32(base + range.lowerBound), Int32(base + range.upperBound))
    }
    func rank(_ kind: FrameSlot.Kind) -> Int {
      switch kind {
      case .receiver: 0
      case .parameter: 1
      case .result: 2
      case .closure, .local, .escaped: 3
      case .backing, .deferRecord, .mapIterator, .stringBuffer: 4
      case .temporary: 5
      case .outgoing: 6
      }
    }
    let ranks = slots.indices.map { rank(slots[$0].kind) }
    let ordered = (0...6).flatMap { rank in
      slots.indices.filter { ranks[$0] == rank && (isReferenced[$0] || rank < 3) }
    }
    let frameSlots = ordered.map { index -> FrameSlot in
      let slot = slots[index]
      return FrameSlot(
        name: slot.name, kind: slot.kind, type: slot.type, offset: Int32(offsets[index]), span: slot.span,
        visible: visible(index).map(range), live: (live[Int32(index)] ?? []).map(range))
    }
    let deferReturn = function.deferLabel.map { Int32(base + labels[Int($0.rawValue)]) } ?? -1
    program.functions[Int(function.id.rawValue)] = FunctionInfo(
      name: function.name, span: function.span, code: PCRange(Int32(base), Int32(base + nodes.count)),
      frameSize: Int32(frameSize), outgoingSize: Int32(outgoingSize), argumentSize: Int32(function.argumentSize),
      resultOffset: Int32(function.resultOffset), slots: frameSlots, deferReturn: deferReturn,
      isLibrary: function.isLibrary, isWrapper: function.isWrapper, captures: function.captures)
  }

  /// Where a slot's name, or what it backs, is to be shown.
  private func visible(_ index: Int) -> [Range<Int>] {
    let slot = slots[index]
    switch slot.kind {
    case .receiver, .parameter, .result: return slot.name.isEmpty ? [] : [0..<nodes.count]
    case .local, .escaped:
      let end = slot.scopeEnd < 0 ? nodes.count : slot.scopeEnd
      return slot.scopeStart < 0 || slot.scopeStart >= end ? [] : [slot.scopeStart..<end]
    case .backing, .deferRecord, .mapIterator, .stringBuffer:
      let start = firstWrite[index] + 1
      return start < nodes.count && firstWrite[index] >= 0 ? [start..<nodes.count] : []
    case .closure, .temporary, .outgoing: return []
    }
  }
}
