import MachineCode

extension Machine {
  /// Instructions that are not the loop's own. The registers are in `core`; pc is the instruction's.
  @inline(never)
  func executeSlow(_ i: PC, _ frame: Frame) -> Outcome {
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
    case .print: return execPrint(i, frame)
    case .panicAssert:
      let held = read(frame, i.pointee.a, UInt64.self)
      return raise(
        .typeAssertion(
          interface: TypeID(i.pointee.c), concrete: held == 0 ? nil : program.layout.type(ofWord: held),
          asserted: TypeID(i.pointee.b), missingMethod: ""))
    case .deferHeap, .deferStack: return execDefer(i, frame)
    case .runDefers: return execRunDefers(i, frame)
    case .panic: return execPanic(i, frame)
    case .recover: return execRecover(i, frame)
    case .runtimeStub: return execStub(Stubs.Step(rawValue: i.pointee.a)!, frame)
    default:
      preconditionFailure("no such instruction at \(pc), tick \(tick), seed \(options.seed): \(i.pointee)")
    }
  }

  /// The program is over.
  func end(status: Int32) {
    saveRegisters()
    exitStatus = status
    emit(.ended(status: status))
  }

  /// A fatal error of the program: prints Go's lines and ends with status 2.
  func fatalError(guest text: String) {
    saveRegisters()
    writeError("fatal error: \(text)\n")
    writeError("\n")
    writeTraceback(of: current)
    end(status: 2)
  }

  func endGoroutine() {}
  func waitReasonText(_ reason: UInt64) -> String { "waiting" }

  func willExecute(_ pc: PC) {}
  func didExecute(_ pc: PC, _ frame: Frame) {}
}
