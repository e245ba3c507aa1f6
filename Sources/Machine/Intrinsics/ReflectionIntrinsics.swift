import MachineCode

/// What package reflect asks of the machine beyond facts about types: values made, looked up, compared and called by the
/// type that only the running program knows.
extension Machine {
  func reflectionIntrinsic(_ intrinsic: Intrinsic, _ call: IntrinsicCall) -> Outcome {
    let type = program.layout.type(ofWord: call.argument(intrinsic == .rtRoundUp ? 1 : 0))
    do throws(GuestFault) {
      switch intrinsic {
      case .rtNewArray:
        if heap.state.pointee.collectionDue { return collectFirst() }
        let (size, overflow) = heap.layouts[type].pointee.size.multipliedReportingOverflow(by: call.argument(1))
        guard !overflow, size >= 0, size <= options.maxHeap else { return raise(.runtime("panicMakeSliceLen")) }
        guard let block = allocateBlock(size, type: type, site: nil) else { return outOfMemory(size) }
        call.result(2, block)
      case .rtRoundUp:
        call.result(2, SizeClass.roundUp(call.argument(0), noscan: heap.layouts[type].pointee.pointerBytes == 0))
      case .rtMakeMap:
        if heap.state.pointee.collectionDue { return collectFirst() }
        call.result(2, try makeMap(mapLayout(type), hint: call.argument(1), site: -1))
      case .rtMapFind:
        let layout = mapLayout(type)
        let found = try heap.find(layout, call.argument(1), try value(layout.pointee.key, at: call.argument(2)))
        call.result(3, found.map { heap.elementAddress(layout, $0.bucket, $0.slot) } ?? 0)
      case .rtMapPut:
        if heap.state.pointee.collectionDue { return collectFirst() }
        let layout = mapLayout(type)
        let key = try value(layout.pointee.key, at: call.argument(2))
        let element = try value(layout.pointee.element, at: call.argument(3))
        let target = try assign(layout, call.argument(1), key, site: -1)
        storeValue(layout.pointee.element, to: target, from: element)
      case .rtMapRemove:
        if heap.state.pointee.collectionDue { return collectFirst() }
        let layout = mapLayout(type)
        try delete(layout, call.argument(1), try value(layout.pointee.key, at: call.argument(2)))
      case .rtMapClear: clear(mapLayout(type), call.argument(1))
      case .rtEqualValues:
        let (left, right) = (try value(type, at: call.argument(1)), try value(type, at: call.argument(2)))
        call.result(3, try heap.equal(type.rawValue, left, right))
      default: return reflectedCall(intrinsic, call)
      }
    } catch {
      return raiseFault(error)
    }
    return .done
  }

  private func mapLayout(_ type: TypeID) -> MapLayoutPointer {
    heap.mapLayout(UInt16(truncatingIfNeeded: type.rawValue))
  }

  /// The value of a type at an address of the guest's.
  private func value(_ type: TypeID, at address: UInt64) throws(GuestFault) -> UnsafeRawPointer {
    try UnsafeRawPointer(heap.bytes(address, heap.layouts[type].pointee.size))
  }

  /// Calls a function by the adaptor that the compiler made for its type (Sources/Lowering/Reflection.swift): it takes this call's own
  /// arguments, and returns behind it.
  private func reflectedCall(_ intrinsic: Intrinsic, _ call: IntrinsicCall) -> Outcome {
    let type = descriptor(call.argument(0))
    let adaptor: FunctionID?
    var what = "a function of type \(type.text)"
    if intrinsic == .rtCall {
      adaptor = type.caller
    } else {
      let method = reflectedMethods(type)[call.argument(1)]
      adaptor = method.caller
      what = "\(type.text).\(method.name)"
    }
    guard let adaptor else {
      fatalError(guest: "not supported yet: calling \(what) by reflection")
      return .moved
    }
    return pushCall(code.entries[Int(adaptor.rawValue)], returningTo: pc + 1)
  }

  /// The methods that reflection counts: all of an interface type, the exported ones of another.
  func reflectedMethods(_ type: TypeDescriptor) -> [TypeDescriptor.Method] {
    type.kind == .interface ? type.methods : type.methods.filter(\.packagePath.isEmpty)
  }

  // MARK: Channels

  /// Channels by their element's address; the waiting is that of the instructions (Channels.swift).
  func channelIntrinsic(_ intrinsic: Intrinsic, _ call: IntrinsicCall) -> Outcome {
    let address: UInt64 = call.argument(0)
    switch intrinsic {
    case .rtChanLen: call.result(1, visibleCount(address, capacity: false))
    case .rtChanCap: call.result(1, visibleCount(address, capacity: true))
    case .rtChanClose: return close(address)
    case .rtMakeChan:
      let type = program.layout.type(ofWord: address)
      return makeChannel(type, capacity: call.argument(1), site: -1, into: call.frame + 16)
    case .rtChanSend: return send(address, from: call.argument(1))
    case .rtChanReceive: return receive(address, to: call.argument(1), ok: self.address(call.frame + 16))
    default:
      let (count, cases): (Int, UInt64) = (call.argument(1), address)
      guard count == 0 || memory.isReadable(cases, count * 24) else { return raise(.memory(cases)) }
      return select(
        (0..<UInt64(count)).map { index in
          let at = cases + index * 24
          return SelectCase(memory.word(at), memory.word(at + 8), direction: memory.word(at + 16))
        }, isBlocking: call.argument(2, UInt8.self) != 0, chosen: call.frame + 24)
    }
    return .done
  }
}
