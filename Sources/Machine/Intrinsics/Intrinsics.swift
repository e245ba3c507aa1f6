import MachineCode

/// Arguments and results of an intrinsic, at the bottom of its caller's frame, each word in a place of its own.
struct IntrinsicCall {
  let frame: Frame

  @inline(__always)
  func argument<T: BitwiseCopyable>(_ word: Int, _: T.Type = T.self) -> T {
    (frame + word * 8).loadUnaligned(as: T.self)
  }
  @inline(__always)
  func result<T: BitwiseCopyable>(_ word: Int, _ value: T) { (frame + word * 8).storeBytes(of: value, as: T.self) }
}

extension Machine {
  /// callIntrinsic: what the library's bodyless functions do (Sources/GoLibrary/go/intrinsics.txt says what each means).
  func execIntrinsic(_ i: PC, _ frame: Frame) -> Outcome {
    guard let intrinsic = Intrinsic(rawValue: i.pointee.a) else { preconditionFailure("intrinsic \(i.pointee.a)") }
    let call = IntrinsicCall(frame: frame)
    switch intrinsic {
    case .rtKind, .rtSize, .rtAlign, .rtFieldAlign, .rtTypeString, .rtName, .rtPkgPath, .rtElem, .rtKey, .rtLen,
      .rtNumField, .rtFieldName, .rtFieldType, .rtFieldOffset, .rtFieldFlags, .rtFieldTag, .rtFieldPkgPath,
      .rtIsDirect, .rtComparable, .rtInterfaceSize, .rtPointerTo, .rtItabType, .rtImplements, .rtChanDir,
      .rtNumParameter, .rtParameter, .rtNumResult, .rtResult, .rtIsVariadic, .rtNumMethod, .rtMethodName, .rtMethodType,
      .rtComposite, .rtMadeCode, .rtFuncOf:
      typeIntrinsic(intrinsic, call)
      return .done
    case .rtStoreInterface, .rtTypedMove, .rtNewObject, .rtMapLen, .rtMapNext, .rtIndexByte, .rtMakeNoZero, .rtArgs,
      .atomicSwapPointer, .atomicCompareAndSwapPointer, .atomicLoadPointer, .atomicStorePointer:
      return memoryIntrinsic(intrinsic, call)
    case .rtShortestDigits, .rtFixedDigits, .rtParseFloat, .mathFloat64bits, .mathFloat64frombits, .mathFloat32bits,
      .mathFloat32frombits, .mathSqrt, .mathFloor, .mathCeil, .mathTrunc, .mathAbs, .mathFMA, .bitsMul64,
      .bitsLeadingZeros64, .bitsTrailingZeros64, .bitsOnesCount64:
      return numberIntrinsic(intrinsic, call)
    case .rtExit, .rtWrite, .rtRead, .runtimeGC, .runtimeNumGoroutine, .runtimeNumCPU, .runtimeGOMAXPROCS,
      .runtimeGosched, .runtimeGoexit, .runtimeReadMemStats, .runtimeStack, .runtimeCaller,
      .debugSetGCPercent, .debugSetMaxStack, .debugSetMemoryLimit, .debugFreeOSMemory:
      return processIntrinsic(intrinsic, call)
    case .rtNewArray, .rtMakeMap, .rtMapFind, .rtMapPut, .rtMapRemove, .rtMapClear, .rtEqualValues, .rtRoundUp,
      .rtCall,
      .rtCallMethod:
      return reflectionIntrinsic(intrinsic, call)
    case .rtChanLen, .rtChanCap, .rtMakeChan, .rtChanSend, .rtChanReceive, .rtChanClose, .rtSelect:
      return channelIntrinsic(intrinsic, call)
    case .rtCallers, .rtFunctionAt, .rtLineAt: return placeIntrinsic(intrinsic, call)
    case .rtSetFinalizer: return setFinalizer(call)
    case .rtNextFinalizer: return nextFinalizer(call)
    case .rtCycles, .rtFatal, .rtNow, .rtRandom, .rtSemAcquire, .rtSemRelease, .rtSleep, .rtStartTimer, .rtStopTimer:
      return waitingIntrinsic(intrinsic, call)
    case .atomicAddInt32, .atomicAndInt32, .atomicOrInt32, .atomicLoadInt32, .atomicStoreInt32, .atomicSwapInt32,
      .atomicCompareAndSwapInt32:
      return atomicIntrinsic(intrinsic, call, UInt32.self)
    case .atomicAddInt64, .atomicAndInt64, .atomicOrInt64, .atomicLoadInt64, .atomicStoreInt64, .atomicSwapInt64,
      .atomicCompareAndSwapInt64:
      return atomicIntrinsic(intrinsic, call, UInt64.self)
    }
  }

  /// For instructions that end elsewhere than at the next one: counts the tick and stands behind the instruction.
  func complete() -> Outcome {
    countTick()
    setPC(pc + 1)
    return .moved
  }
}
