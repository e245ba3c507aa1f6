import MachineCode

/// A panic under way: the frame of `runtime.gopanic`, which calls the deferred functions from there.
enum PanicRecord {
  static let frameSize: Int32 = 96
  static let slots: [FrameSlot] = []
  static func code(_ program: Program) -> [Instruction] { [Instruction(.unreachable)] }
}
