import GoTypes
import MachineCode

/// Somewhere a value can be read from or written to.
enum Place {
  case blank
  case frame(Operand)
  /// At an address that a slot holds, plus bytes. `isChecked`: the address is known not to be nil.
  case memory(Operand, offset: Int, isChecked: Bool)
  case global(Int)
  /// An element of an array in the frame, by an index that was checked; elements of 1, 2, 4 or 8 bytes.
  case frameElement(Operand, index: Operand, size: Int)
  /// An element of a slice, unchecked yet; elements of 1, 2, 4 or 8 bytes.
  case sliceElement(Operand, index: Operand, size: Int)
  case mapElement(map: Operand, key: Operand, type: TypeID)
}

extension FunctionLowering {
  /// Sizes that one instruction of the families by width can move.
  func isRegisterWidth(_ size: Int) -> Bool { size == 1 || size == 2 || size == 4 || size == 8 }

  // MARK: - Between slots

  func move(_ source: Operand, to destination: Operand, _ type: TypeID) {
    if source != destination { moveBytes(source, to: destination, types[type].size) }
  }

  func moveBytes(_ source: Operand, to destination: Operand, _ size: Int) {
    switch size {
    case 0: break
    case 1, 2, 4, 8: emit(member(.move8, width: size), destination, source)
    case 2 * word: emit(.move128, destination, source)
    case 3 * word: emit(.move192, destination, source)
    default: emit(.moveN, destination, source, .immediate(size))
    }
  }

  func zero(_ destination: Operand, _ type: TypeID) {
    let size = types[type].size
    switch size {
    case 0: break
    case 1, 2, 4, 8: emit(member(.const8, width: size), destination, .immediate(0 as Int32))
    default: emit(.zeroN, destination, .none, .immediate(size))
    }
  }

  /// A slot with the integer.
  func constant(_ value: Int, _ type: TypeID) -> Operand {
    let slot = temporary(type)
    loadConstant(value, into: slot, size: types[type].size)
    return slot
  }

  func loadConstant(_ value: Int, into destination: Operand, size: Int) {
    if size == 8 {
      emit(
        .const64, destination, .immediate(Int32(truncatingIfNeeded: value)),
        .immediate(Int32(truncatingIfNeeded: value >> 32)))
    } else {
      emit(member(.const8, width: size), destination, .immediate(value))
    }
  }

  /// A word with an address that the linker fills in.
  func loadAddress(_ address: Operand, into destination: Operand) {
    emit(word == 8 ? .const64 : .const32, destination, address)
  }

  // MARK: - Reading

  /// The slot where the value at `place` is to be found; loads it if it is not in the frame.
  func read(_ place: Place, _ type: TypeID) -> Operand {
    if case .frame(let operand) = place { return operand }
    let destination = temporary(type)
    load(place, type, into: destination)
    return destination
  }

  func load(_ place: Place, _ type: TypeID, into destination: Operand) {
    let size = types[type].size
    switch place {
    case .blank: break
    case .frame(let operand): move(operand, to: destination, type)
    case .memory(let base, let offset, let isChecked):
      let base = checked(base, offset, isChecked, mustTouch: size == 0)
      switch size {
      case 0: break
      case 1, 2, 4, 8: emit(member(.load8, width: size), destination, base, .immediate(offset))
      case 2 * word: emit(.load128, destination, base, .immediate(offset))
      case 3 * word: emit(.load192, destination, base, .immediate(offset))
      default: emit(.loadN, destination, added(base, offset, isChecked), .immediate(size))
      }
    case .global(let offset):
      if isRegisterWidth(size) {
        emit(member(.loadGlobal8, width: size), destination, .none, .data(offset))
      } else if size > 0 {
        load(.memory(globalAddress(offset), offset: 0, isChecked: true), type, into: destination)
      }
    case .frameElement(let array, let index, _):
      emit(member(.frameLoad8, width: size), destination, array, index)
    case .sliceElement(let slice, let index, _):
      emit(member(.sliceLoad8, width: size), destination, slice, index)
    case .mapElement(let map, let key, let mapType):
      loadMapElement(map, key, mapType, into: destination, ok: nil)
    }
  }

  // MARK: - Writing

  /// Writes the value in a slot.
  func store(_ value: Operand, _ type: TypeID, to place: Place) {
    let facts = types[type]
    switch place {
    case .blank: break
    case .frame(let operand): move(value, to: operand, type)
    case .memory(let base, let offset, let isChecked):
      let base = checked(base, offset, isChecked, mustTouch: facts.size == 0)
      guard facts.size > 0 else { return }
      if facts.hasPointers {
        switch facts.shape {
        case .pointer: emit(.storePointer, base, value, .immediate(offset))
        case .string: emit(.storeString, base, value, .immediate(offset))
        case .emptyInterface, .interface: emit(.storeInterface, base, value, .immediate(offset))
        case .slice: emit(.storeSlice, base, value, .immediate(offset))
        default: emit(.storeTyped, added(base, offset, isChecked), value, .immediate(type.rawValue))
        }
      } else {
        switch facts.size {
        case 1, 2, 4, 8: emit(member(.store8, width: facts.size), base, value, .immediate(offset))
        case 2 * word: emit(.store128, base, value, .immediate(offset))
        case 3 * word: emit(.store192, base, value, .immediate(offset))
        default: emit(.storeN, added(base, offset, isChecked), value, .immediate(facts.size))
        }
      }
    case .global(let offset):
      if facts.hasPointers, facts.size == word {
        emit(.storeGlobalPointer, value, .none, .data(offset))
      } else if !facts.hasPointers, isRegisterWidth(facts.size) {
        emit(member(.storeGlobal8, width: facts.size), value, .none, .data(offset))
      } else if facts.size > 0 {
        store(value, type, to: .memory(globalAddress(offset), offset: 0, isChecked: true))
      }
    case .frameElement(let array, let index, _):
      emit(member(.frameStore8, width: facts.size), array, index, value)
    case .sliceElement(let slice, let index, _):
      if facts.hasPointers {
        emit(.sliceStorePointer, slice, index, value)
      } else {
        emit(member(.sliceStore8, width: facts.size), slice, index, value)
      }
    case .mapElement(let map, let key, let mapType):
      let element = mapElementAddress(map, key, mapType)
      store(value, type, to: .memory(element, offset: 0, isChecked: true))
    }
  }

  /// Writes the zero value.
  func storeZero(_ type: TypeID, to place: Place) {
    let facts = types[type]
    switch place {
    case .blank: break
    case .frame(let operand): zero(operand, type)
    case .memory(let base, let offset, let isChecked)
    where !isRegisterWidth(facts.size) && facts.size > 0:
      _ = checked(base, offset, isChecked, mustTouch: false)
      let address = added(base, offset, isChecked)
      if facts.hasPointers {
        emit(.zeroTyped, address, .none, .immediate(type.rawValue))
      } else {
        emit(.zeroMemory, address, .none, .immediate(facts.size))
      }
    default:
      let value = temporary(type)
      zero(value, type)
      store(value, type, to: place)
    }
  }

  // MARK: - Addresses

  /// A slot with the address of a place.
  func address(of place: Place, _ type: TypeID) -> Operand {
    if case .memory(let base, let offset, let isChecked) = place, offset == 0 {
      if !isChecked { emit(.nilCheck, base) }
      return base
    }
    let destination = temporary(types.pointer(to: type))
    loadAddress(of: place, type, into: destination)
    return destination
  }

  func loadAddress(of place: Place, _ type: TypeID, into destination: Operand) {
    switch place {
    case .frame(let operand):
      slots[Int(operand.slot)].isAddressed = true
      emit(.lea, destination, operand)
    case .memory(let base, let offset, let isChecked):
      if !isChecked { emit(.nilCheck, base) }
      if offset == 0 {
        move(base, to: destination, types.unsafePointer)
      } else {
        emit(member(.addC8, width: word), destination, base, .immediate(offset))
      }
    case .global(let offset): loadAddress(.data(offset), into: destination)
    case .frameElement(let array, let index, let size):
      slots[Int(array.slot)].isAddressed = true
      emitSized(.frameAddress, size: size, destination, array, index)
    case .sliceElement(let slice, let index, let size):
      emitSized(.sliceAddress, size: size, destination, slice, index)
    case .mapElement(let map, let key, let mapType):
      move(mapElementAddress(map, key, mapType), to: destination, types.unsafePointer)
    case .blank: break
    }
  }

  /// A field or element at a known distance.
  func place(_ place: Place, advancedBy offset: Int, _ type: TypeID) -> Place {
    switch place {
    case .blank: return .blank
    case .frame(let operand): return .frame(operand.advanced(by: offset))
    case .memory(let base, let old, let isChecked):
      return .memory(base, offset: old + offset, isChecked: isChecked)
    case .global(let old): return .global(old + offset)
    case .frameElement, .sliceElement, .mapElement:
      return .memory(address(of: place, type), offset: offset, isChecked: true)
    }
  }

  func globalAddress(_ offset: Int) -> Operand {
    let address = temporary(types.unsafePointer)
    loadAddress(.data(offset), into: address)
    return address
  }

  /// Faults at nil where the access itself would miss the page at address 0, or there is none.
  private func checked(_ base: Operand, _ offset: Int, _ isChecked: Bool, mustTouch: Bool) -> Operand {
    if !isChecked && (mustTouch || offset >= 4096) { emit(.nilCheck, base) }
    return base
  }

  private func added(_ base: Operand, _ offset: Int, _ isChecked: Bool) -> Operand {
    if offset == 0 { return base }
    if !isChecked && offset < 4096 { emit(.nilCheck, base) }
    let sum = temporary(types.unsafePointer)
    emit(member(.addC8, width: word), sum, base, .immediate(offset))
    return sum
  }
}
