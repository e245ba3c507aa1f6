import GoEscape
import GoSyntax
import GoTypes
import MachineCode
import SourceText

/// Where a variable lives.
enum Storage {
  case frame(Operand)
  /// On the heap, or in another function's frame; the operand is the slot that holds its address.
  case escaped(Operand)
  /// Bytes from the beginning of the package variables.
  case global(Int)
}

/// The translation of one function (one instance of it, for a generic one).
final class FunctionLowering {
  let program: ProgramLowering
  let id: FunctionID
  let name: String
  /// The `FuncDecl` or literal whose frame this is.
  let node: NodeID
  let span: Span
  let isLibrary: Bool
  let isWrapper: Bool
  let substitution: Substitution

  var nodes: [Node] = []
  var slots: [Slot] = []
  /// Node index by label; −1 until placed.
  var labels: [Int] = []

  var storage: [ObjectIdentifier: Storage] = [:]
  var captures: [Capture] = []
  /// Result slots, in order, and the variables that are copied there on return because they escaped.
  var results: [(slot: Operand, type: TypeID, variable: Variable?)] = []
  var argumentSize = 0
  var resultOffset = 0

  var currentSpan: Span
  var statementIsPending = false
  /// Calls that were made ahead of the expression that they stand in (see Hoisting).
  var hoisted: [NodeID: Operand] = [:]
  var freeTemporaries: [TemporaryKey: [Int32]] = [:]
  /// Temporaries in use, in the order of their taking.
  var busyTemporaries: [Int32] = []
  var outgoingSlots: [OutgoingKey: Int32] = [:]
  var outgoingSize = 0
  /// Slots of variables by scope, innermost last.
  var scopes: [[Int32]] = [[]]
  var targets: [BranchTarget] = []
  var gotoLabels: [String: Label] = [:]
  /// The name of the statement label that belongs to the next loop, switch or select.
  var pendingLabel: String?
  var fallthroughTarget: Label?

  /// Where `return` goes in a function with defer statements: the instruction that runs them.
  var deferLabel: Label?
  /// Loops around the statement, or a label that a `goto` may jump back to: `defer` then needs a heap record.
  var loopDepth = 0
  /// Sites whose buffer slot is still a slot number rather than an offset.
  var bufferSites: [(site: Int, slot: Int32)] = []
  var closureCount = 0
  var wrapperCount = 0
  /// A function literal: its own literals are named by a number alone.
  var isLiteral = false
  /// For the body of a range-over-func loop: the loop, and the function that the source shows around it.
  var rangeBody: RangeBody?
  var rangeRoot: FunctionLowering?
  var rangeCount = 0
  /// Variables that are on the heap for the sake of such bodies, whatever escape analysis says.
  var heapVariables: Set<ObjectIdentifier> = []
  var signatureResults: [Variable] = []
  /// Slots of captured values that are no variables, in order (wrappers).
  var openedValues: [Operand] = []

  struct TemporaryKey: Hashable {
    /// The type for what holds pointers; size and alignment for the rest.
    var type: TypeID?
    var size: Int
    var alignment: Int
  }

  struct OutgoingKey: Hashable {
    var offset: Int
    var type: TypeID
  }

  /// What `break` and `continue` mean here.
  struct BranchTarget {
    var label: String?
    var breakLabel: Label
    /// `nil` for switch and select.
    var continueLabel: Label?
  }

  init(
    _ program: ProgramLowering, id: FunctionID, name: String, node: NodeID, span: Span, isLibrary: Bool,
    isWrapper: Bool = false, substitution: Substitution
  ) {
    self.program = program
    self.id = id
    self.name = name
    self.node = node
    self.span = span
    self.isLibrary = isLibrary
    self.isWrapper = isWrapper
    self.substitution = substitution
    currentSpan = span
  }

  var types: TypeTable { program.types }
  var info: Info { program.checked.info }
  var word: Int { program.types.wordSize }
  var escape: EscapeResult { program.escape }

  // MARK: - Types

  func type(_ type: GoType) -> TypeID { types.id(substitution(type)) }

  /// The type of an expression; an untyped constant's default one.
  func type(of expr: Expr) -> TypeID {
    let index = Int(expr.id.rawValue)
    if substitution.isEmpty, let known = program.nodeTypes[index] { return known }
    // A variable that `:=` assigns again has a use but no finding.
    if info.finding(expr) == nil, case .ident = expr.kind, case .variable(let variable)? = info.use(expr.id) {
      return type(variable.type)
    }
    var found = substitution(info.type(of: expr))
    if case .basic(let kind) = found, kind.isUntyped { found = defaultType(kind) }
    let id = types.id(found)
    if substitution.isEmpty { program.nodeTypes[index] = id }
    return id
  }

  func facts(_ expr: Expr) -> TypeFacts { types[type(of: expr)] }

  func defaultType(_ kind: BasicKind) -> GoType {
    switch kind {
    case .untypedBool: .basic(.bool)
    case .untypedInt: .basic(.int)
    case .untypedRune: .basic(.int32)
    case .untypedFloat: .basic(.float64)
    case .untypedComplex: .basic(.complex128)
    case .untypedString: .basic(.string)
    case .untypedNil: .basic(.unsafePointer)
    default: .basic(kind)
    }
  }

  func notSupported(_ what: String, at position: Position) { program.notSupported(what, at: position) }

  // MARK: - Emission

  @discardableResult
  func emit(
    _ op: Opcode, w: Int = 0, _ a: Operand = .none, _ b: Operand = .none, _ c: Operand = .none, reads: [Int32] = [],
    writes: [Int32] = []
  ) -> Int {
    nodes.append(
      Node(
        op: op, w: UInt16(truncatingIfNeeded: w), a: a, b: b, c: c, span: currentSpan,
        startsStatement: statementIsPending, reads: reads, writes: writes))
    statementIsPending = false
    return nodes.count - 1
  }

  /// Bounds and sizes that do not fit into `w` follow in an `ext`.
  func emitSized(_ op: Opcode, size: Int, _ a: Operand, _ b: Operand, _ c: Operand) {
    let fits = size > 0 && size < 1 << 16
    emit(op, w: fits ? size : 0, a, b, c)
    if !fits { emit(.ext, .immediate(size)) }
  }

  /// The member of a family for a width of 1, 2, 4 or 8 bytes.
  func member(_ first: Opcode, width: Int) -> Opcode {
    Opcode(rawValue: first.rawValue + UInt16(width.trailingZeroBitCount))!
  }

  func newLabel() -> Label {
    labels.append(-1)
    return Label(rawValue: Int32(labels.count - 1))
  }

  func place(_ label: Label) { labels[Int(label.rawValue)] = nodes.count }

  func jump(_ label: Label) { emit(.jump, .none, .none, .label(label)) }

  /// Runs `body` with instructions attributed to `span`.
  func at<Result>(_ span: Span, _ body: () -> Result) -> Result {
    let saved = currentSpan
    if span.isValid { currentSpan = span }
    defer { currentSpan = saved }
    return body()
  }

  // MARK: - Slots

  func newSlot(_ name: String, _ kind: FrameSlot.Kind, _ type: TypeID, span: Span, fixedOffset: Int? = nil) -> Int32 {
    let facts = types[type]
    slots.append(
      Slot(
        name: name, kind: kind, type: type, size: facts.size, alignment: max(1, facts.alignment),
        pointerBytes: facts.pointerBytes, span: span, fixedOffset: fixedOffset))
    return Int32(slots.count - 1)
  }

  /// A temporary for a value of the type, until the statement ends.
  func temporary(_ type: TypeID) -> Operand {
    let facts = types[type]
    let key = temporaryKey(type)
    let index: Int32
    if let free = freeTemporaries[key]?.popLast() {
      index = free
    } else {
      index = newSlot("", .temporary, type, span: currentSpan)
      if facts.size == 0 { slots[Int(index)].alignment = 1 }
    }
    busyTemporaries.append(index)
    return Operand(slot: index)
  }

  private func temporaryKey(_ type: TypeID) -> TemporaryKey {
    let facts = types[type]
    return TemporaryKey(type: facts.hasPointers ? type : nil, size: facts.size, alignment: facts.alignment)
  }

  /// Gives back the temporaries taken in `body`.
  func withTemporaries<Result>(_ body: () -> Result) -> Result {
    let mark = busyTemporaries.count
    let result = body()
    for index in busyTemporaries[mark...] {
      if slots[Int(index)].isAddressed {
        slots[Int(index)].scopeEnd = nodes.count
      } else {
        freeTemporaries[temporaryKey(slots[Int(index)].type), default: []].append(index)
      }
    }
    busyTemporaries.removeSubrange(mark...)
    return result
  }

  /// A place in the outgoing area.
  func outgoing(_ offset: Int, _ type: TypeID) -> Operand {
    let key = OutgoingKey(offset: offset, type: type)
    outgoingSize = max(outgoingSize, offset + types[type].size)
    if let index = outgoingSlots[key] { return Operand(slot: index) }
    let index = newSlot("", .outgoing, type, span: currentSpan, fixedOffset: offset)
    outgoingSlots[key] = index
    return Operand(slot: index)
  }

  /// A slot of its own that keeps its value to the end of the function.
  func backing(_ name: String, _ kind: FrameSlot.Kind, _ type: TypeID) -> Operand {
    Operand(slot: newSlot(name, kind, type, span: currentSpan))
  }

  // MARK: - Scopes

  func withScope<Result>(_ body: () -> Result) -> Result {
    scopes.append([])
    let result = body()
    for index in scopes.removeLast() { slots[Int(index)].scopeEnd = nodes.count }
    return result
  }

  /// From here on the variable's name is in scope and holds a value.
  func beginScope(_ slot: Operand) {
    let index = Int(slot.slot)
    if slots[index].scopeStart < 0 { slots[index].scopeStart = nodes.count }
    scopes[scopes.count - 1].append(slot.slot)
  }

  /// What `variable` lives in, where it is used in this function.
  func storage(of variable: Variable) -> Storage {
    if let known = storage[ObjectIdentifier(variable)] { return known }
    if let offset = program.globalOffsets[ObjectIdentifier(variable)] { return .global(offset) }
    notSupported("variable \(variable.name) here", at: variable.position)
    let slot = Operand(slot: newSlot(variable.name, .local, type(variable.type), span: currentSpan))
    storage[ObjectIdentifier(variable)] = .frame(slot)
    return .frame(slot)
  }

  /// Makes room for a new local variable: a slot, or a block on the heap and a slot for its address.
  ///
  /// Allocates, for an escaping variable, but does not initialise a slot. The caller writes the value, then calls
  /// `beginScope` with the slot returned.
  func declare(_ variable: Variable) -> Storage {
    let id = type(variable.type)
    let verdict = escape.verdict(on: variable)
    let span = Span.at(variable.position, length: max(1, variable.name.utf8.count))
    let result: Storage
    if isOnHeap(variable) {
      let slot = Operand(slot: newSlot(variable.name, .escaped, types.pointer(to: id), span: span))
      emitNew(slot, id, reason: .variable(variable.name), span: span, explanation: verdict.explanation)
      result = .escaped(slot)
    } else {
      result = .frame(Operand(slot: newSlot(variable.name, .local, id, span: span)))
    }
    storage[ObjectIdentifier(variable)] = result
    return result
  }

  func isOnHeap(_ variable: Variable) -> Bool {
    escape.verdict(on: variable).placement == .heap || heapVariables.contains(ObjectIdentifier(variable))
  }

  func slot(of storage: Storage) -> Operand? {
    switch storage {
    case .frame(let slot), .escaped(let slot): slot
    case .global: nil
    }
  }

  func emitNew(_ destination: Operand, _ type: TypeID, reason: AllocReason, span: Span, explanation: String) {
    let site = program.site(
      AllocSite(type: type, span: span, reason: reason, function: id, explanation: explanation))
    emit(.new, destination, .none, .immediate(site))
  }
}
