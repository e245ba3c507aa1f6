import MachineCode

extension Machine {
  func execChannel(_ i: PC, _ frame: Frame) -> Outcome {
    fatalError(guest: "not supported yet: channels")
    return .moved
  }
}
