import SourceText
import GoSyntax
import GoTypes
import MachineCode

extension FunctionLowering {
  func evaluateUnary(_ expr: Expr, _ op: UnaryOperator, _ x: Expr, _ type: TypeID, into destination: Operand) {
    let facts = types[type]
    switch op {
    case .plus, .tilde: evaluate(x, into: destination)
    case .minus:
      let value = operand(x)
      switch facts.shape {
      case .float: emit(facts.size == 4 ? .negF32 : .negF64, destination, value)
      case .complex:
        let half = facts.size / 2
        emit(half == 4 ? .negF32 : .negF64, destination, value)
        emit(half == 4 ? .negF32 : .negF64, destination.advanced(by: half), value.advanced(by: half))
      default: emit(member(.neg8, width: facts.size), destination, value)
      }
    case .xor: emit(member(.not8, width: facts.size), destination, operand(x))
    case .not: emit(.boolNot, destination, operand(x))
    case .address: addressOf(expr, x, into: destination)
    case .receive: receive(from: x, into: destination, ok: nil)
    }
  }

  private func addressOf(_ expr: Expr, _ x: Expr, into destination: Operand) {
    var inner = x
    while case .paren(let y) = inner.kind { inner = y }
    if case .composite = inner.kind {
      allocate(expr, type(of: inner), reason: .literal, into: destination) { place in
        self.compositeLiteral(inner, to: place, isFresh: true)
      }
      return
    }
    let type = type(of: x)
    loadAddress(of: place(x), type, into: destination)
  }

  func evaluateBinary(
    _ expr: Expr, _ op: BinaryOperator, _ x: Expr, _ y: Expr, _ type: TypeID, into destination: Operand
  ) {
    if op.isLogical { return materialiseCondition(expr, into: destination) }
    if op.isComparison { return comparison(op, x, y, into: destination) }
    if op == .add, types[type].isString { return concatenate(expr, type, into: destination) }
    prepare([x, y])
    if op.isShift {
      let value = operand(x, as: type)
      return shift(op, value, y, type, into: destination)
    }
    if let constant = immediate(y, type), types[type].isInteger {
      return arithmetic(op, operand(x, as: type), constant: constant, type, into: destination)
    }
    if let constant = immediate(x, type), types[type].isInteger, [.add, .multiply, .and, .or, .xor].contains(op) {
      return arithmetic(op, operand(y, as: type), constant: constant, type, into: destination)
    }
    let left = operand(x, as: type)
    let right = operand(y, as: type)
    arithmetic(op, left, right, type, into: destination)
  }

  /// The value of an integer constant that fits into an instruction.
  func immediate(_ expr: Expr, _ type: TypeID) -> Int? {
    guard types[type].isInteger, let constant = info.constant(expr) else { return nil }
    let value: Int? = constant.int64.map { Int($0) } ?? constant.uint64.map { Int(bitPattern: UInt($0)) }
    guard let value, value >= Int(Int32.min), value <= Int(Int32.max) else { return nil }
    return value
  }

  func arithmetic(_ op: BinaryOperator, _ x: Operand, _ y: Operand, _ type: TypeID, into destination: Operand) {
    let facts = types[type]
    let width = facts.size
    switch facts.shape {
    case .float:
      let single = width == 4
      switch op {
      case .add: emit(single ? .addF32 : .addF64, destination, x, y)
      case .subtract: emit(single ? .subF32 : .subF64, destination, x, y)
      case .multiply: emit(single ? .mulF32 : .mulF64, destination, x, y)
      default: emit(single ? .divF32 : .divF64, destination, x, y)
      }
    case .complex:
      let opcode: Opcode =
        switch op {
        case .add: .complexAdd
        case .subtract: .complexSub
        case .multiply: .complexMul
        default: .complexDiv
        }
      emit(opcode, w: width * 8, destination, x, y)
    case .integer(let isSigned):
      let opcode: Opcode
      switch op {
      case .add: opcode = .add8
      case .subtract: opcode = .sub8
      case .multiply: opcode = .mul8
      case .and: opcode = .and8
      case .or: opcode = .or8
      case .xor: opcode = .xor8
      case .andNot: opcode = .andNot8
      case .divide: opcode = isSigned ? .divS8 : .divU8
      case .remainder: opcode = isSigned ? .remS8 : .remU8
      default: return
      }
      emit(member(opcode, width: width), destination, x, y)
    default: break
    }
  }

  func arithmetic(
    _ op: BinaryOperator, _ x: Operand, constant: Int, _ type: TypeID, into destination: Operand
  ) {
    let facts = types[type]
    let opcode: Opcode
    var value = constant
    switch op {
    case .add: opcode = .addC8
    case .subtract where value > Int(Int32.min):
      opcode = .addC8
      value = -value
    case .multiply: opcode = .mulC8
    case .and: opcode = .andC8
    case .andNot:
      opcode = .andC8
      value = ~value
    case .or: opcode = .orC8
    case .xor: opcode = .xorC8
    case .divide where value != 0: opcode = facts.isSigned ? .divCS8 : .divCU8
    case .remainder where value != 0: opcode = facts.isSigned ? .remCS8 : .remCU8
    default:
      let right = self.constant(value, type)
      return arithmetic(op, x, right, type, into: destination)
    }
    emit(member(opcode, width: facts.size), destination, x, .immediate(value))
  }

  /// x << y or x >> y (spec, "Arithmetic operators"): counts may be larger than the width; negative ones panic.
  func shift(_ op: BinaryOperator, _ x: Operand, _ count: Expr, _ type: TypeID, into destination: Operand) {
    let facts = types[type]
    let (width, bits) = (facts.size, facts.size * 8)
    if let constant = info.constant(count) {
      let amount = constant.uint64.map { $0 > 1024 ? 1024 : Int($0) } ?? 1024
      if amount >= bits && (op == .shiftLeft || !facts.isSigned) { return zero(destination, type) }
      let first: Opcode = op == .shiftLeft ? .shlC8 : facts.isSigned ? .shrCS8 : .shrCU8
      emit(member(first, width: width), destination, x, .immediate(min(amount, bits - 1)))
      return
    }
    let countType = self.type(of: count)
    var amount = operand(count)
    if types[countType].size < 8 {
      let extended = temporary(types.int64)
      emit(
        member(types[countType].isSigned ? .signExtend8 : .zeroExtend8, width: types[countType].size), extended,
        amount)
      amount = extended
    }
    if types[countType].isSigned { emit(.shiftCheck, amount) }
    let first: Opcode = op == .shiftLeft ? .shl8 : facts.isSigned ? .shrS8 : .shrU8
    emit(member(first, width: width), destination, x, amount)
  }

  // MARK: - Strings

  /// A chain of `+` is one concatenation.
  private func concatenate(_ expr: Expr, _ type: TypeID, into destination: Operand) {
    var parts: [Expr] = []
    func collect(_ e: Expr) {
      if info.constant(e) == nil, hoisted[e.id] == nil {
        if case .paren(let inner) = e.kind { return collect(inner) }
        if case .binary(.add, let x, let y) = e.kind {
          collect(x)
          collect(y)
          return
        }
      }
      parts.append(e)
    }
    collect(expr)
    // Constants that stand side by side are one.
    prepare(parts)
    let operands = temporary(types.id(.array(.basic(.string), length: Int64(parts.count))))
    if parts.count > 1 { zero(operands, slots[Int(operands.slot)].type) }
    for (index, part) in parts.enumerated() {
      evaluate(part, as: type, into: operands.advanced(by: index * 2 * word))
    }
    emitConcat(expr, operands, count: parts.count, into: destination)
  }

  func emitConcat(_ expr: Expr, _ operands: Operand, count: Int, into destination: Operand) {
    let site = allocationSite(expr.id, types.uint8, .concatenation, span: expr.span, hasBuffer: true)
    emit(.concat, w: count, destination, operands, .immediate(site))
  }

  /// The site of an allocating expression whose short results may lie in a buffer of the frame.
  func allocationSite(
    _ node: NodeID, _ type: TypeID, _ reason: AllocReason, span: Span, hasBuffer: Bool = false
  ) -> Int32 {
    let verdict = escape.expressions[node]
    var buffer: Int32 = -1
    if hasBuffer, verdict?.placement == .stack {
      let slot = backing("string buffer", .stringBuffer, types.id(.array(.basic(.uint8), length: 32)))
      slots[Int(slot.slot)].isAddressed = true
      buffer = slot.slot
    }
    let site = program.site(
      AllocSite(
        type: type, span: span, reason: reason, function: id, bufferSlot: buffer,
        explanation: verdict?.explanation ?? ""))
    if buffer >= 0 { bufferSites.append((Int(site), buffer)) }
    return site
  }
}
