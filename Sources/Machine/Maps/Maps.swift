import MachineCode

extension Machine {
  /// makeMap, mapGet ... mapIterateNext; `mapAssign` reads the site from the `ext` behind it (the loop skips that).
  func execMap(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome { .done }
}
