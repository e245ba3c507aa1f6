import MachineCode

/// A panic under way is a frame of `runtime.gopanic` on the stack of its goroutine; deferred functions are called from there, on top of
/// everything that led to the panic. The record is that frame's slots:
///
/// ```
///   0   argument and result of runtime.panicValue (two interfaces)
///   32  the panic's value (an interface)
///   48  the older panic's record, or 0
///   56  flags
///   64  SP of the frame whose deferred call is running       72  an instruction of that frame
///   80  while preparing the message: the record at hand
/// ```
///
/// Its code:
///
/// ```
///   0  run the next deferred call; without one go to 2
///   1  it came back: recovered? go on in its frame; else to 0
///   2  prepare the next panic's value for the message; at the end print and die
///   3  call runtime.panicValue
///   4  keep the result; to 2
/// ```
struct PanicRecord {
  static let frameSize: Int32 = 96
  static let slots: [FrameSlot] = [
    .machinePointer("argument", 8), .machinePointer("result", 24), .machinePointer("value", 40),
    .machinePointer("link", 48), .machinePointer("frame", 64), .machinePointer("cursor", 80),
  ]

  struct Flags: OptionSet {
    let rawValue: UInt64
    static let recovered = Flags(rawValue: 1)
    /// runtime.Goexit: runs the deferred calls, is no panic.
    static let goexit = Flags(rawValue: 2)
    /// Values are being prepared for the message.
    static let printing = Flags(rawValue: 4)
  }

  static func code(_ program: Program) -> [Instruction] {
    let panicValue = program.functions.firstIndex { $0.name == "runtime.panicValue" && $0.isLibrary }
    return [
      Instruction(.runtimeStub, a: Stubs.Step.runDeferred.rawValue),
      Instruction(.runtimeStub, a: Stubs.Step.deferredReturned.rawValue),
      Instruction(.runtimeStub, a: Stubs.Step.prepareValue.rawValue),
      panicValue.map { Instruction(.call, a: Int32($0)) } ?? Instruction(.moveN, a: 16, b: 0, c: 16),
      Instruction(.runtimeStub, a: Stubs.Step.keepValue.rawValue),
    ]
  }

  let memory: Memory
  let address: UInt64

  private func get(_ offset: UInt64) -> UInt64 { memory.word(address + offset) }
  private func set(_ offset: UInt64, _ value: UInt64) { memory.store(value, to: address + offset) }

  var argument: UInt64 { address }
  var result: UInt64 { address + 16 }
  var value: (type: UInt64, data: UInt64) {
    get { (get(32), get(40)) }
    nonmutating set {
      set(32, newValue.type)
      set(40, newValue.data)
    }
  }
  var link: UInt64 {
    get { get(48) }
    nonmutating set { set(48, newValue) }
  }
  var flags: Flags {
    get { Flags(rawValue: get(56)) }
    nonmutating set { set(56, newValue.rawValue) }
  }
  var frameSP: UInt64 {
    get { get(64) }
    nonmutating set { set(64, newValue) }
  }
  var framePC: Int {
    get { Int(Int64(bitPattern: get(72))) }
    nonmutating set { set(72, UInt64(bitPattern: Int64(newValue))) }
  }
  var cursor: UInt64 {
    get { get(80) }
    nonmutating set { set(80, newValue) }
  }
}

/// The record of a deferred call: `RuntimeLayout.deferRecordWords` words.
enum DeferRecord {
  static let link: UInt64 = 0
  static let closure: UInt64 = 8
  /// SP of the frame that deferred it.
  static let sp: UInt64 = 16
  /// Text address of the defer instruction.
  static let pc: UInt64 = 24
  /// `isMark` or 0.
  static let flags: UInt64 = 32
  /// The record stands for its frame and has no call.
  static let isMark: UInt64 = 1
  /// Bytes.
  static let size = RuntimeLayout.deferRecordWords * 8
}
