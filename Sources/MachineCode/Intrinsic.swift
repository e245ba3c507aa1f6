/// A function of the library that the machine supplies. Its number is the operand of `callIntrinsic`; its name is the Go function's
/// (`math.Sqrt`, `internal/rt.Kind`). A bodyless library function that is not listed here is a compile-time "not supported yet".
public enum Intrinsic: Int32, Sendable, CaseIterable {
  case rtKind, rtSize, rtAlign, rtFieldAlign, rtTypeString, rtName, rtPkgPath, rtElem, rtKey, rtLen, rtNumField
  case rtFieldName, rtFieldType, rtFieldOffset, rtFieldFlags, rtFieldTag, rtFieldPkgPath, rtIsDirect, rtComparable
  case rtInterfaceSize, rtItabType, rtImplements, rtStoreInterface, rtPointerTo, rtTypedMove, rtNewObject
  case rtMapLen, rtMapNext, rtShortestDigits, rtFixedDigits, rtParseFloat, rtExit, rtWrite, rtRead, rtArgs
  case rtIndexByte, rtMakeNoZero
  case mathFloat64bits, mathFloat64frombits, mathFloat32bits, mathFloat32frombits, mathSqrt, mathFloor, mathCeil
  case mathTrunc, mathAbs, mathFMA
  case bitsMul64, bitsLeadingZeros64, bitsTrailingZeros64, bitsOnesCount64
  case runtimeGC, runtimeNumGoroutine, runtimeNumCPU, runtimeGOMAXPROCS, runtimeGosched, runtimeGoexit
  case runtimeReadMemStats, runtimeStack, runtimeCaller
  case debugSetGCPercent, debugSetMaxStack, debugSetMemoryLimit, debugFreeOSMemory
  case atomicSwapPointer, atomicCompareAndSwapPointer, atomicLoadPointer, atomicStorePointer
  case rtCycles, rtFatal, rtNow, rtRandom, rtSemAcquire, rtSemRelease, rtSleep, rtStartTimer, rtStopTimer
  case rtSetFinalizer, rtNextFinalizer
  case atomicAddInt32, atomicAddInt64, atomicAndInt32, atomicAndInt64, atomicOrInt32, atomicOrInt64
  case atomicLoadInt32, atomicLoadInt64, atomicStoreInt32, atomicStoreInt64, atomicSwapInt32, atomicSwapInt64
  case atomicCompareAndSwapInt32, atomicCompareAndSwapInt64
  case rtFuncOf, rtRoundUp
  case rtChanDir, rtNumParameter, rtParameter, rtNumResult, rtResult, rtIsVariadic, rtNumMethod, rtMethodName
  case rtMethodType, rtComposite, rtNewArray, rtMakeMap, rtMapFind, rtMapPut, rtMapRemove, rtMapClear, rtChanLen
  case rtChanCap, rtMakeChan, rtChanSend, rtChanReceive, rtChanClose, rtSelect, rtEqualValues, rtCall, rtCallMethod
  case rtMadeCode, rtCallers, rtFunctionAt, rtLineAt

  /// The Go function, `import/path.Name`.
  public var goName: String {
    switch self {
    case .rtKind: "internal/rt.Kind"
    case .rtSize: "internal/rt.Size"
    case .rtAlign: "internal/rt.Align"
    case .rtFieldAlign: "internal/rt.FieldAlign"
    case .rtTypeString: "internal/rt.TypeString"
    case .rtName: "internal/rt.Name"
    case .rtPkgPath: "internal/rt.PkgPath"
    case .rtElem: "internal/rt.Elem"
    case .rtKey: "internal/rt.Key"
    case .rtLen: "internal/rt.Len"
    case .rtNumField: "internal/rt.NumField"
    case .rtFieldName: "internal/rt.FieldName"
    case .rtFieldType: "internal/rt.FieldType"
    case .rtFieldOffset: "internal/rt.FieldOffset"
    case .rtFieldFlags: "internal/rt.FieldFlags"
    case .rtFieldTag: "internal/rt.FieldTag"
    case .rtFieldPkgPath: "internal/rt.FieldPkgPath"
    case .rtIsDirect: "internal/rt.IsDirect"
    case .rtComparable: "internal/rt.Comparable"
    case .rtInterfaceSize: "internal/rt.InterfaceSize"
    case .rtItabType: "internal/rt.ItabType"
    case .rtImplements: "internal/rt.Implements"
    case .rtStoreInterface: "internal/rt.StoreInterface"
    case .rtPointerTo: "internal/rt.PointerTo"
    case .rtTypedMove: "internal/rt.TypedMove"
    case .rtNewObject: "internal/rt.NewObject"
    case .rtMapLen: "internal/rt.MapLen"
    case .rtMapNext: "internal/rt.MapNext"
    case .rtShortestDigits: "internal/rt.ShortestDigits"
    case .rtFixedDigits: "internal/rt.FixedDigits"
    case .rtParseFloat: "internal/rt.ParseFloat"
    case .rtExit: "internal/rt.Exit"
    case .rtWrite: "internal/rt.Write"
    case .rtRead: "internal/rt.Read"
    case .rtArgs: "internal/rt.Args"
    case .rtIndexByte: "internal/rt.IndexByte"
    case .rtMakeNoZero: "internal/rt.MakeNoZero"
    case .mathFloat64bits: "math.Float64bits"
    case .mathFloat64frombits: "math.Float64frombits"
    case .mathFloat32bits: "math.Float32bits"
    case .mathFloat32frombits: "math.Float32frombits"
    case .mathSqrt: "math.Sqrt"
    case .mathFloor: "math.Floor"
    case .mathCeil: "math.Ceil"
    case .mathTrunc: "math.Trunc"
    case .mathAbs: "math.Abs"
    case .mathFMA: "math.FMA"
    case .bitsMul64: "math/bits.Mul64"
    case .bitsLeadingZeros64: "math/bits.LeadingZeros64"
    case .bitsTrailingZeros64: "math/bits.TrailingZeros64"
    case .bitsOnesCount64: "math/bits.OnesCount64"
    case .runtimeGC: "runtime.GC"
    case .runtimeNumGoroutine: "runtime.NumGoroutine"
    case .runtimeNumCPU: "runtime.NumCPU"
    case .runtimeGOMAXPROCS: "runtime.GOMAXPROCS"
    case .runtimeGosched: "runtime.Gosched"
    case .runtimeGoexit: "runtime.Goexit"
    case .runtimeReadMemStats: "runtime.ReadMemStats"
    case .rtSetFinalizer: "internal/rt.SetFinalizer"
    case .rtNextFinalizer: "internal/rt.NextFinalizer"
    case .runtimeStack: "runtime.Stack"
    case .runtimeCaller: "runtime.Caller"
    case .debugSetGCPercent: "runtime/debug.SetGCPercent"
    case .debugSetMaxStack: "runtime/debug.SetMaxStack"
    case .debugSetMemoryLimit: "runtime/debug.SetMemoryLimit"
    case .debugFreeOSMemory: "runtime/debug.FreeOSMemory"
    case .atomicSwapPointer: "sync/atomic.SwapPointer"
    case .atomicCompareAndSwapPointer: "sync/atomic.CompareAndSwapPointer"
    case .atomicLoadPointer: "sync/atomic.LoadPointer"
    case .atomicStorePointer: "sync/atomic.StorePointer"
    case .rtCycles: "internal/rt.Cycles"
    case .rtFatal: "internal/rt.Fatal"
    case .rtNow: "internal/rt.Now"
    case .rtRandom: "internal/rt.Random"
    case .rtSemAcquire: "internal/rt.SemAcquire"
    case .rtSemRelease: "internal/rt.SemRelease"
    case .rtSleep: "internal/rt.Sleep"
    case .rtStartTimer: "internal/rt.StartTimer"
    case .rtStopTimer: "internal/rt.StopTimer"
    case .rtFuncOf: "internal/rt.FuncOf"
    case .rtRoundUp: "internal/rt.RoundUp"
    case .rtChanDir: "internal/rt.ChanDir"
    case .rtNumParameter: "internal/rt.NumParameter"
    case .rtParameter: "internal/rt.Parameter"
    case .rtNumResult: "internal/rt.NumResult"
    case .rtResult: "internal/rt.Result"
    case .rtIsVariadic: "internal/rt.IsVariadic"
    case .rtNumMethod: "internal/rt.NumMethod"
    case .rtMethodName: "internal/rt.MethodName"
    case .rtMethodType: "internal/rt.MethodType"
    case .rtComposite: "internal/rt.Composite"
    case .rtNewArray: "internal/rt.NewArray"
    case .rtMakeMap: "internal/rt.MakeMap"
    case .rtMapFind: "internal/rt.MapFind"
    case .rtMapPut: "internal/rt.MapPut"
    case .rtMapRemove: "internal/rt.MapRemove"
    case .rtMapClear: "internal/rt.MapClear"
    case .rtChanLen: "internal/rt.ChanLen"
    case .rtChanCap: "internal/rt.ChanCap"
    case .rtMakeChan: "internal/rt.MakeChan"
    case .rtChanSend: "internal/rt.ChanSend"
    case .rtChanReceive: "internal/rt.ChanReceive"
    case .rtChanClose: "internal/rt.ChanClose"
    case .rtSelect: "internal/rt.Select"
    case .rtEqualValues: "internal/rt.EqualValues"
    case .rtCall: "internal/rt.Call"
    case .rtCallMethod: "internal/rt.CallMethod"
    case .rtMadeCode: "internal/rt.MadeCode"
    case .rtCallers: "internal/rt.Callers"
    case .rtFunctionAt: "internal/rt.FunctionAt"
    case .rtLineAt: "internal/rt.LineAt"
    case .atomicAddInt32: "sync/atomic.AddInt32"
    case .atomicAddInt64: "sync/atomic.AddInt64"
    case .atomicAndInt32: "sync/atomic.AndInt32"
    case .atomicAndInt64: "sync/atomic.AndInt64"
    case .atomicOrInt32: "sync/atomic.OrInt32"
    case .atomicOrInt64: "sync/atomic.OrInt64"
    case .atomicLoadInt32: "sync/atomic.LoadInt32"
    case .atomicLoadInt64: "sync/atomic.LoadInt64"
    case .atomicStoreInt32: "sync/atomic.StoreInt32"
    case .atomicStoreInt64: "sync/atomic.StoreInt64"
    case .atomicSwapInt32: "sync/atomic.SwapInt32"
    case .atomicSwapInt64: "sync/atomic.SwapInt64"
    case .atomicCompareAndSwapInt32: "sync/atomic.CompareAndSwapInt32"
    case .atomicCompareAndSwapInt64: "sync/atomic.CompareAndSwapInt64"
    }
  }
}
