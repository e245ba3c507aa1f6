import GoSyntax
import GoTypes
import MachineCode

extension FunctionLowering {
  // MARK: - Branches

  /// Jumps to `label` when the condition equals `sense`; otherwise goes on.
  func branch(_ expr: Expr, to label: Label, when sense: Bool) {
    if let known = hoisted.removeValue(forKey: expr.id) {
      emit(sense ? .jumpIf : .jumpIfNot, known, .none, .label(label))
      return
    }
    if let constant = info.constant(expr)?.boolValue {
      if constant == sense { at(expr.span) { jump(label) } }
      return
    }
    switch expr.kind {
    case .paren(let inner): branch(inner, to: label, when: sense)
    case .unary(.not, let x): branch(x, to: label, when: !sense)
    case .binary(let op, let x, let y) where op.isLogical:
      if (op == .logicalAnd) == sense {
        let skip = newLabel()
        branch(x, to: skip, when: !sense)
        branch(y, to: label, when: sense)
        place(skip)
      } else {
        branch(x, to: label, when: sense)
        branch(y, to: label, when: sense)
      }
    case .binary(let op, let x, let y) where op.isComparison:
      at(expr.span) { branchOnComparison(op, x, y, to: label, when: sense) }
    default:
      let value = operand(expr)
      at(expr.span) { _ = emit(sense ? .jumpIf : .jumpIfNot, value, .none, .label(label)) }
    }
  }

  /// 1 or 0 for a condition.
  func materialiseCondition(_ expr: Expr, into destination: Operand) {
    let (isFalse, done) = (newLabel(), newLabel())
    branch(expr, to: isFalse, when: false)
    emit(.const8, destination, .immediate(1 as Int32))
    jump(done)
    place(isFalse)
    emit(.const8, destination, .immediate(0 as Int32))
    place(done)
  }

  func branchOnComparison(
    _ op: BinaryOperator, _ x: Expr, _ y: Expr, to label: Label, when sense: Bool
  ) {
    let type = comparisonType(x, y)
    if isNil(x) || isNil(y) {
      let value = operand(isNil(x) ? y : x)
      let isEqual = (op == .equal) == sense
      emit(
        member(isEqual ? .jumpEqC8 : .jumpNeC8, width: word), value, .immediate(0 as Int32), .label(label))
      return
    }
    let facts = types[type]
    switch facts.shape {
    case .integer(let isSigned):
      prepare([x, y])
      var op = sense ? op : negated(op)
      if let constant = immediate(y, type) {
        return branch(op, operand(x, as: type), constant: constant, facts.size, isSigned, to: label)
      }
      if let constant = immediate(x, type) {
        return branch(swapped(op), operand(y, as: type), constant: constant, facts.size, isSigned, to: label)
      }
      var (left, right) = (operand(x, as: type), operand(y, as: type))
      if op == .greater || op == .greaterEqual {
        (left, right) = (right, left)
        op = swapped(op)
      }
      let first: Opcode =
        switch op {
        case .equal: .jumpEq8
        case .notEqual: .jumpNe8
        case .less: isSigned ? .jumpLtS8 : .jumpLtU8
        default: isSigned ? .jumpLeS8 : .jumpLeU8
        }
      emit(member(first, width: facts.size), left, right, .label(label))
    case .pointer where op == .equal || op == .notEqual:
      prepare([x, y])
      let (left, right) = (operand(x, as: type), operand(y, as: type))
      emit(member((op == .equal) == sense ? .jumpEq8 : .jumpNe8, width: word), left, right, .label(label))
    case .string where isEmptyString(y) && (op == .equal || op == .notEqual):
      let length = operand(x).advanced(by: word)
      emit(
        member((op == .equal) == sense ? .jumpEqC8 : .jumpNeC8, width: word), length, .immediate(0 as Int32),
        .label(label))
    default:
      // What is left compares with a boolean result; x != y is !(x == y), but !(x < y) of floats is not x >= y.
      let result = temporary(types.bool)
      if op == .notEqual {
        comparison(.equal, x, y, into: result)
        emit(sense ? .jumpIfNot : .jumpIf, result, .none, .label(label))
      } else {
        comparison(op, x, y, into: result)
        emit(sense ? .jumpIf : .jumpIfNot, result, .none, .label(label))
      }
    }
  }

  private func branch(
    _ op: BinaryOperator, _ value: Operand, constant: Int, _ width: Int, _ isSigned: Bool, to label: Label
  ) {
    let first: Opcode =
      switch op {
      case .equal: .jumpEqC8
      case .notEqual: .jumpNeC8
      case .less: isSigned ? .jumpLtCS8 : .jumpLtCU8
      case .lessEqual: isSigned ? .jumpLeCS8 : .jumpLeCU8
      case .greater: isSigned ? .jumpGtCS8 : .jumpGtCU8
      default: isSigned ? .jumpGeCS8 : .jumpGeCU8
      }
    emit(member(first, width: width), value, .immediate(constant), .label(label))
  }

  func negated(_ op: BinaryOperator) -> BinaryOperator {
    switch op {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterEqual
    case .lessEqual: .greater
    case .greater: .lessEqual
    default: .less
    }
  }

  func swapped(_ op: BinaryOperator) -> BinaryOperator {
    switch op {
    case .less: .greater
    case .lessEqual: .greaterEqual
    case .greater: .less
    case .greaterEqual: .lessEqual
    default: op
    }
  }

  // MARK: - Values

  func isNil(_ expr: Expr) -> Bool { info.finding(expr)?.mode == .nil }

  private func isEmptyString(_ expr: Expr) -> Bool { info.constant(expr)?.stringValue?.isEmpty ?? false }

  /// The type in which two operands are compared: the interface, where one of them is one.
  private func comparisonType(_ x: Expr, _ y: Expr) -> TypeID {
    let (left, right) = (type(of: x), type(of: y))
    if left == right || isNil(y) { return left }
    if isNil(x) { return right }
    if types[left].isInterface && types[right].isInterface {
      // Both interfaces of different types: the one that the other is assignable to.
      return methodCount(left) <= methodCount(right) ? left : right
    }
    if types[left].isInterface { return left }
    if types[right].isInterface { return right }
    if info.constant(x) != nil { return right }
    // Named and unnamed versions of one type.
    return left
  }

  private func methodCount(_ type: TypeID) -> Int {
    if case .interface(let interface) = types[type].under { return interface.allMethods.count }
    return 0
  }

  /// A boolean for `x op y`.
  func comparison(_ op: BinaryOperator, _ x: Expr, _ y: Expr, into destination: Operand) {
    if isNil(x) || isNil(y) {
      let value = operand(isNil(x) ? y : x)
      let null = constant(0, types.uintptr)
      emit(member(op == .equal ? .eq8 : .ne8, width: word), destination, value, null)
      return
    }
    let type = comparisonType(x, y)
    prepare([x, y])
    if types[type].isInterface {
      let left = interfaceOperand(x, type)
      let right = interfaceOperand(y, type)
      return compare(op, left, right, type, into: destination)
    }
    switch types[type].shape {
    case .array, .structure:
      let left = comparandAddress(x, type)
      let right = comparandAddress(y, type)
      emit(.eqValue, w: Int(type.rawValue), destination, left, right)
      if op == .notEqual { emit(.boolNot, destination, destination) }
    default:
      let left = operand(x, as: type)
      let right = operand(y, as: type)
      compare(op, left, right, type, into: destination)
    }
  }

  /// The address of a value to compare: of its own place, or of a copy.
  private func comparandAddress(_ expr: Expr, _ type: TypeID) -> Operand {
    if hoisted[expr.id] == nil, case .variable? = info.finding(expr)?.mode { return address(of: place(expr), type) }
    let copy = temporary(type)
    evaluate(expr, as: type, into: copy)
    return address(of: .frame(copy), type)
  }

  /// An interface value to compare; a concrete operand's data word points into the frame.
  private func interfaceOperand(_ expr: Expr, _ type: TypeID) -> Operand {
    let source = self.type(of: expr)
    if types[source].isInterface || types[source].isDirect { return operand(expr, as: type) }
    program.noteBoxed(source)
    let value = temporary(source)
    evaluate(expr, as: source, into: value)
    let result = temporary(type)
    zero(result, type)
    loadInterfaceWord(source, type, into: result)
    loadAddress(of: .frame(value), source, into: result.advanced(by: word))
    return result
  }

  /// A boolean for operands of one type that lie in slots.
  func compare(_ op: BinaryOperator, _ x: Operand, _ y: Operand, _ type: TypeID, into destination: Operand) {
    let facts = types[type]
    var (x, y, op) = (x, y, op)
    if op == .greater || op == .greaterEqual {
      (x, y) = (y, x)
      op = swapped(op)
    }
    func negatedIfNeeded() { if op == .notEqual { emit(.boolNot, destination, destination) } }
    switch facts.shape {
    case .integer(let isSigned):
      let first: Opcode =
        switch op {
        case .equal: .eq8
        case .notEqual: .ne8
        case .less: isSigned ? .ltS8 : .ltU8
        default: isSigned ? .leS8 : .leU8
        }
      emit(member(first, width: facts.size), destination, x, y)
    case .bool, .pointer: emit(member(op == .equal ? .eq8 : .ne8, width: facts.size), destination, x, y)
    case .float:
      let single = facts.size == 4
      let opcode: Opcode =
        switch op {
        case .equal: single ? .eqF32 : .eqF64
        case .notEqual: single ? .neF32 : .neF64
        case .less: single ? .ltF32 : .ltF64
        default: single ? .leF32 : .leF64
        }
      emit(opcode, destination, x, y)
    case .complex:
      emit(.complexEq, w: facts.size * 8, destination, x, y)
      negatedIfNeeded()
    case .string:
      if op == .equal || op == .notEqual {
        emit(.eqString, destination, x, y)
        return negatedIfNeeded()
      }
      let order = temporary(types.int64)
      emit(.compareString, order, x, y)
      let null = constant(0, types.int64)
      emit(op == .less ? .ltS64 : .leS64, destination, order, null)
    case .emptyInterface:
      emit(.eqEmptyInterface, destination, x, y)
      negatedIfNeeded()
    case .interface:
      emit(.eqInterface, destination, x, y)
      negatedIfNeeded()
    default:
      let left = address(of: .frame(x), type)
      let right = address(of: .frame(y), type)
      emit(.eqValue, w: Int(type.rawValue), destination, left, right)
      negatedIfNeeded()
    }
  }
}
