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
    case .runtimeStub: return execStub(Stubs.Step(rawValue: i.pointee.a)!, frame)
    default:
      preconditionFailure("no such instruction at \(pc), tick \(tick), seed \(options.seed): \(i.pointee)")
    }
  }

  private func execStub(_ step: Stubs.Step, _ frame: Frame) -> Outcome {
    switch step {
    case .endProgram:
      countTick()
      end(status: 0)
      return .moved
    default: preconditionFailure("stub \(step) at tick \(tick)")
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
    writeError("fatal error: \(text)\n")
    end(status: 2)
  }

  func beginPanic() {
    writeError("panic: \(pendingPanic!)\n")
    end(status: 2)
  }
  func beginGrowth(frame: Int) { fatalError(guest: "stack overflow") }
  func willExecute(_ pc: PC) {}
  func didExecute(_ pc: PC, _ frame: Frame) {}
}
