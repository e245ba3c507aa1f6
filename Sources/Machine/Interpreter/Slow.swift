import MachineCode

extension Machine {
  /// Instructions that are not the loop's own. The registers are in `core`; pc is the instruction's.
  @inline(never)
  func executeSlow(_ i: PC, _ frame: Frame) -> Outcome {
    core.pointee.midTick = 1
    defer { core.pointee.midTick = 0 }
    switch i.pointee.op {
    case .new: return execNew(i, frame)
    case .makeSlice: return execMakeSlice(i, frame)
    case .growSlice: return execGrowSlice(i, frame)
    case .box: return execBox(i, frame)
    case .concat: return execConcat(i, frame)
    case .stringToBytes, .bytesToString, .stringToRunes, .runesToString, .runeToString:
      return execConvertString(i, frame)
    case .makeMap, .mapGet, .mapAssign, .mapDelete, .mapClear, .mapLength, .mapIterateStart, .mapIterateNext:
      return execMap(i, frame)
    case .sliceExpression: return execSliceExpression(i, frame)
    case .sliceToArray: return execSliceToArray(i, frame)
    case .copySlice, .copyString: return execCopy(i, frame)
    case .eqString, .compareString: return execCompareString(i, frame)
    case .decodeRune: return execDecodeRune(i, frame)
    case .assertInterface: return execAssertInterface(i, frame)
    case .eqEmptyInterface, .eqInterface, .eqValue: return execEqual(i, frame)
    case .loadN, .storeN, .storeString, .storeInterface, .storeSlice, .storeTyped, .zeroMemory, .zeroTyped,
      .copyMemory, .copyTyped:
      return execMemory(i, frame)
    case .interfaceType:
      let itab = read(frame, i.pointee.b, UInt64.self)
      write(frame, i.pointee.a, itab == 0 ? 0 : typeWord(ofItab: itab))
      return .done
    case .callIntrinsic: return execIntrinsic(i, frame)
    case .go: return execGo(i, frame)
    case .makeChan, .send, .receive, .closeChan, .chanLength, .chanCapacity, .select: return execChannel(i, frame)
    case .print: return execPrint(i, frame)
    case .panicAssert:
      let held = read(frame, i.pointee.a, UInt64.self)
      return raise(
        .typeAssertion(
          interface: TypeID(i.pointee.c), concrete: held == 0 ? nil : program.layout.type(ofWord: held),
          asserted: TypeID(i.pointee.b), missingMethod: ""))
    case .deferHeap, .deferStack: return execDefer(i, frame)
    case .deferMark: return execDeferMark(i, frame)
    case .deferAtMark: return execDeferAtMark(i, frame)
    case .runDefers: return execRunDefers(i, frame)
    case .panic: return execPanic(i, frame)
    case .recover: return execRecover(i, frame)
    case .runtimeStub: return execStub(Stubs.Step(rawValue: i.pointee.a)!, frame)
    default:
      if SlowArithmetic.execute(i, frame) { return .done }
      preconditionFailure("no such instruction at \(pc), tick \(tick), seed \(options.seed): \(i.pointee)")
    }
  }

  /// The dynamic type of a non-empty interface, by its first word, which is not 0.
  func typeWord(ofItab word: UInt64) -> UInt64 {
    let index = program.layout.itab(ofWord: word)
    precondition(index < program.itabs.count, "no itab \(hex(word)) at tick \(tick), seed \(options.seed)")
    return program.layout.typeWord(program.itabs[index].type)
  }

  /// The program is over.
  func end(status: Int32) {
    saveRegisters()
    exitStatus = status
    emit(.ended(status: status))
  }

  /// A fatal error of the program: prints Go's lines and ends with status 2.
  func fatalError(guest text: String, isThrown: Bool = false) {
    saveRegisters()
    writeError("fatal error: \(text)\n")
    writeError("\n")
    writeTraceback(of: current, isThrown: isThrown)
    end(status: 2)
  }
}
