/// What an instruction does with one of its three operands. Sizes are in bytes.
///
/// One table serves all who read code without running it: liveness, the verifier, the disassembler, the views ("which slot does
/// this instruction write?").
public enum OperandRole: Hashable, Sendable {
  case unused
  /// Reads that many bytes of a frame slot.
  case reads(Int)
  /// Writes that many bytes of a frame slot.
  case writes(Int)
  /// Reads, then writes.
  case updates(Int)
  /// Reads some element of the array in the slot; or writes one.
  case readsElement, writesElement
  /// Takes the slot's address.
  case addresses
  case immediate
  /// An instruction index.
  case target
  case function, intrinsic, type, site
  /// An absolute address.
  case address
}

/// The roles of an instruction's operands `a`, `b`, `c`.
public struct OperandRoles: Hashable, Sendable {
  public var a: OperandRole
  public var b: OperandRole
  public var c: OperandRole
  public init(_ a: OperandRole = .unused, _ b: OperandRole = .unused, _ c: OperandRole = .unused) {
    self.a = a
    self.b = b
    self.c = c
  }
}

/// What must be known of types to tell how many bytes an instruction touches.
public protocol OperandSizes {
  var wordSize: Int { get }
  func size(of type: TypeID) -> Int
  func element(of type: TypeID) -> TypeID?
  func key(of type: TypeID) -> TypeID?
  func type(of site: SiteID) -> TypeID
}

extension Program: OperandSizes {
  public func size(of type: TypeID) -> Int { types[Int(type.rawValue)].size }
  public func element(of type: TypeID) -> TypeID? { types[Int(type.rawValue)].element }
  public func key(of type: TypeID) -> TypeID? { types[Int(type.rawValue)].key }
  public func type(of site: SiteID) -> TypeID { sites[Int(site.rawValue)].type }
}

extension Opcode {
  /// The bytes of member `self` of a family that begins with `first` and repeats the widths 1, 2, 4, 8.
  func width(in first: Opcode) -> Int { 1 << (Int(rawValue - first.rawValue) & 3) }
}

extension Instruction {
  /// The bytes that `c` counts where the opcode says "`c` bytes".
  private var count: Int { Int(c) }

  public func roles(_ sizes: some OperandSizes) -> OperandRoles {
    let word = sizes.wordSize
    let typeW = TypeID(Int32(w))
    func size(_ type: Int32) -> Int { sizes.size(of: TypeID(type)) }
    func element(_ type: TypeID) -> Int { sizes.element(of: type).map { sizes.size(of: $0) } ?? 0 }
    func key(_ type: TypeID) -> Int { sizes.key(of: type).map { sizes.size(of: $0) } ?? 0 }
    func siteSize(_ site: Int32) -> Int { sizes.size(of: sizes.type(of: SiteID(site))) }
    func within(_ first: Opcode, _ last: Opcode) -> Bool {
      first.rawValue <= op.rawValue && op.rawValue <= last.rawValue
    }
    func binary(_ n: Int) -> OperandRoles { OperandRoles(.writes(n), .reads(n), .reads(n)) }
    func constant(_ n: Int) -> OperandRoles { OperandRoles(.writes(n), .reads(n), .immediate) }
    func unary(_ n: Int) -> OperandRoles { OperandRoles(.writes(n), .reads(n)) }
    func compare(_ n: Int) -> OperandRoles { OperandRoles(.writes(1), .reads(n), .reads(n)) }
    func float(_ first: Opcode) -> Int { op == first ? 4 : 8 }

    switch op {
    case .ext: return OperandRoles(.immediate, .immediate, .immediate)
    case .move8, .move16, .move32, .move64: return unary(op.width(in: .move8))
    case .move128: return unary(2 * word)
    case .move192: return unary(3 * word)
    case .moveN: return OperandRoles(.writes(count), .reads(count), .immediate)
    case .const8, .const16, .const32: return OperandRoles(.writes(op.width(in: .const8)), .immediate)
    case .const64: return OperandRoles(.writes(8), .immediate, .immediate)
    case .zeroN: return OperandRoles(.writes(count), .unused, .immediate)
    case .signExtend8, .zeroExtend8: return OperandRoles(.writes(8), .reads(1))
    case .signExtend16, .zeroExtend16: return OperandRoles(.writes(8), .reads(2))
    case .signExtend32, .zeroExtend32: return OperandRoles(.writes(8), .reads(4))
    case .s64ToF64, .u64ToF64, .f64ToS64, .f64ToU64: return unary(8)
    case .s64ToF32, .u64ToF32, .f64ToS32, .f64ToF32: return OperandRoles(.writes(4), .reads(8))
    case .f32ToF64: return OperandRoles(.writes(8), .reads(4))
    case .shl8, .shl16, .shl32, .shl64:
      return OperandRoles(.writes(op.width(in: .shl8)), .reads(op.width(in: .shl8)), .reads(8))
    case .shrS8, .shrS16, .shrS32, .shrS64, .shrU8, .shrU16, .shrU32, .shrU64:
      return OperandRoles(.writes(op.width(in: .shrS8)), .reads(op.width(in: .shrS8)), .reads(8))
    case .neg8, .neg16, .neg32, .neg64, .not8, .not16, .not32, .not64: return unary(op.width(in: .neg8))
    case .shiftCheck: return OperandRoles(.reads(8))
    case .negF32, .negF64: return unary(float(.negF32))
    case .addF32, .subF32, .mulF32, .divF32, .minF32, .maxF32: return binary(4)
    case .addF64, .subF64, .mulF64, .divF64, .minF64, .maxF64: return binary(8)
    case .eq8, .eq16, .eq32, .eq64: return compare(op.width(in: .eq8))
    case .ne8, .ne16, .ne32, .ne64: return compare(op.width(in: .ne8))
    case .ltS8, .ltS16, .ltS32, .ltS64, .ltU8, .ltU16, .ltU32, .ltU64: return compare(op.width(in: .ltS8))
    case .leS8, .leS16, .leS32, .leS64, .leU8, .leU16, .leU32, .leU64: return compare(op.width(in: .leS8))
    case .eqF32, .neF32, .ltF32, .leF32: return compare(4)
    case .eqF64, .neF64, .ltF64, .leF64: return compare(8)
    case .boolNot: return unary(1)
    case .complexAdd, .complexSub, .complexMul, .complexDiv: return binary(Int(w) / 8)
    case .complexEq: return compare(Int(w) / 8)
    case .jump: return OperandRoles(.unused, .unused, .target)
    case .jumpIf, .jumpIfNot: return OperandRoles(.reads(1), .unused, .target)
    case .jumpTable: return OperandRoles(.reads(8), .immediate, .target)
    case .lea: return OperandRoles(.writes(word), .addresses)
    case .nilCheck: return OperandRoles(.reads(word))
    case .load8, .load16, .load32, .load64:
      return OperandRoles(.writes(op.width(in: .load8)), .reads(word), .immediate)
    case .load128: return OperandRoles(.writes(2 * word), .reads(word), .immediate)
    case .load192: return OperandRoles(.writes(3 * word), .reads(word), .immediate)
    case .loadN: return OperandRoles(.writes(count), .reads(word), .immediate)
    case .store8, .store16, .store32, .store64:
      return OperandRoles(.reads(word), .reads(op.width(in: .store8)), .immediate)
    case .store128, .storeString, .storeInterface: return OperandRoles(.reads(word), .reads(2 * word), .immediate)
    case .store192, .storeSlice: return OperandRoles(.reads(word), .reads(3 * word), .immediate)
    case .storePointer: return OperandRoles(.reads(word), .reads(word), .immediate)
    case .storeN: return OperandRoles(.reads(word), .reads(count), .immediate)
    case .storeTyped: return OperandRoles(.reads(word), .reads(size(c)), .type)
    case .zeroMemory: return OperandRoles(.reads(word), .unused, .immediate)
    case .zeroTyped: return OperandRoles(.reads(word), .unused, .type)
    case .copyMemory: return OperandRoles(.reads(word), .reads(word), .immediate)
    case .copyTyped: return OperandRoles(.reads(word), .reads(word), .type)
    case .copySlice: return OperandRoles(.reads(3 * word), .reads(3 * word), .writes(word))
    case .copyString: return OperandRoles(.reads(3 * word), .reads(2 * word), .writes(word))
    case .loadGlobal8, .loadGlobal16, .loadGlobal32, .loadGlobal64:
      return OperandRoles(.writes(op.width(in: .loadGlobal8)), .unused, .address)
    case .storeGlobal8, .storeGlobal16, .storeGlobal32, .storeGlobal64:
      return OperandRoles(.reads(op.width(in: .storeGlobal8)), .unused, .address)
    case .storeGlobalPointer: return OperandRoles(.reads(word), .unused, .address)
    case .sliceLoad8, .sliceLoad16, .sliceLoad32, .sliceLoad64:
      return OperandRoles(.writes(op.width(in: .sliceLoad8)), .reads(3 * word), .reads(word))
    case .sliceStore8, .sliceStore16, .sliceStore32, .sliceStore64:
      return OperandRoles(.reads(3 * word), .reads(word), .reads(op.width(in: .sliceStore8)))
    case .sliceStorePointer: return OperandRoles(.reads(3 * word), .reads(word), .reads(word))
    case .sliceAddress: return OperandRoles(.writes(word), .reads(3 * word), .reads(word))
    case .stringLoad: return OperandRoles(.writes(1), .reads(2 * word), .reads(word))
    case .boundsCheck: return OperandRoles(.reads(word), .immediate)
    case .frameLoad8, .frameLoad16, .frameLoad32, .frameLoad64:
      return OperandRoles(.writes(op.width(in: .frameLoad8)), .readsElement, .reads(word))
    case .frameStore8, .frameStore16, .frameStore32, .frameStore64:
      return OperandRoles(.writesElement, .reads(word), .reads(op.width(in: .frameStore8)))
    case .frameAddress: return OperandRoles(.writes(word), .addresses, .reads(word))
    case .elementAddress: return OperandRoles(.writes(word), .reads(word), .reads(word))
    case .sliceExpression:
      let isString = SliceFlags(rawValue: w).contains(.string)
      return OperandRoles(.writes((isString ? 2 : 3) * word), .reads(6 * word), .immediate)
    case .sliceToArray: return OperandRoles(.writes(word), .reads(3 * word), .immediate)
    case .call: return OperandRoles(.function)
    case .callClosure: return OperandRoles(.reads(word))
    case .callInterface: return OperandRoles(.reads(2 * word), .immediate)
    case .callIntrinsic: return OperandRoles(.intrinsic)
    case .ret, .runDefers, .unreachable: return OperandRoles()
    case .getClosure: return OperandRoles(.writes(word))
    case .go: return OperandRoles(.reads(word), .unused, .site)
    case .deferHeap: return OperandRoles(.reads(word), .unused, .site)
    case .deferStack: return OperandRoles(.reads(word), .addresses)
    case .deferMark: return OperandRoles(.writes(word), .unused, .site)
    case .deferAtMark: return OperandRoles(.reads(word), .reads(word), .site)
    case .panic: return OperandRoles(.reads(2 * word))
    case .recover: return OperandRoles(.writes(2 * word))
    case .new: return OperandRoles(.writes(word), .unused, .site)
    case .makeSlice: return OperandRoles(.writes(3 * word), .reads(2 * word), .site)
    case .growSlice: return OperandRoles(.writes(3 * word), .reads(4 * word), .site)
    case .box: return OperandRoles(.writes(word), .reads(siteSize(c)), .site)
    case .makeMap, .makeChan: return OperandRoles(.writes(word), .reads(word), .site)
    case .concat: return OperandRoles(.writes(2 * word), .reads(2 * word * Int(w)), .site)
    case .stringToBytes, .stringToRunes: return OperandRoles(.writes(3 * word), .reads(2 * word), .site)
    case .bytesToString, .runesToString: return OperandRoles(.writes(2 * word), .reads(3 * word), .site)
    case .runeToString: return OperandRoles(.writes(2 * word), .reads(8), .site)
    case .eqString: return compare(2 * word)
    case .compareString: return OperandRoles(.writes(8), .reads(2 * word), .reads(2 * word))
    case .decodeRune: return OperandRoles(.writes(8 + word), .reads(2 * word), .reads(word))
    case .interfaceType: return OperandRoles(.writes(word), .reads(2 * word))
    case .assertInterface:
      let hasOK = AssertFlags(rawValue: w).contains(.commaOK)
      return OperandRoles(.writes(2 * word + (hasOK ? 1 : 0)), .reads(2 * word), .type)
    case .panicAssert: return OperandRoles(.reads(word), .type, .type)
    case .eqEmptyInterface, .eqInterface: return compare(2 * word)
    case .eqValue: return compare(word)
    case .mapGet, .mapAssign: return OperandRoles(.writes(word), .reads(word), .reads(key(typeW)))
    case .mapDelete: return OperandRoles(.reads(word), .reads(key(typeW)))
    case .mapClear: return OperandRoles(.reads(word))
    case .mapLength: return OperandRoles(.writes(word), .reads(word))
    case .mapIterateStart:
      return OperandRoles(.writes(RuntimeLayout.mapIteratorWords * word), .reads(word))
    case .mapIterateNext: return OperandRoles(.updates(RuntimeLayout.mapIteratorWords * word))
    case .send: return OperandRoles(.reads(word), .reads(element(typeW)))
    case .receive: return OperandRoles(.writes(element(typeW)), .reads(word), c < 0 ? .immediate : .writes(1))
    case .closeChan: return OperandRoles(.reads(word))
    case .chanLength, .chanCapacity: return OperandRoles(.writes(word), .reads(word))
    case .select: return OperandRoles(.reads(3 * word * Int(b)), .immediate, .writes(word + 1))
    case .print: return OperandRoles(.reads(printSize(word)))
    default: break
    }
    // The regular families.
    if within(.add8, .andNot64) { return binary(op.width(in: .add8)) }
    if within(.addC8, .shlC64) { return constant(op.width(in: .addC8)) }
    if within(.divS8, .remU64) { return binary(op.width(in: .divS8)) }
    if within(.divCS8, .shrCU64) { return constant(op.width(in: .divCS8)) }
    if within(.jumpEq8, .jumpLeU64) {
      let width = op.width(in: .jumpEq8)
      return OperandRoles(.reads(width), .reads(width), .target)
    }
    if within(.jumpEqC8, .jumpGeCU64) { return OperandRoles(.reads(op.width(in: .jumpEqC8)), .immediate, .target) }
    return OperandRoles()
  }

  private func printSize(_ word: Int) -> Int {
    switch PrintKind(rawValue: w) {
    case .bool: 1
    case .int64, .uint64, .float64: 8
    case .complex128: 16
    case .string, .emptyInterface, .interface: 2 * word
    case .slice: 3 * word
    case .pointer, .hex: word
    case .space, .newline, nil: 0
    }
  }

  /// Control does not go on to the next instruction.
  public var endsBlock: Bool {
    switch op {
    case .jump, .ret, .panic, .panicAssert, .unreachable: true
    default: false
    }
  }
}
