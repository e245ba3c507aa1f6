import GoTypes
import Machine

/// The settings of a run: from the command line, from a scene's `option` directives, or from a session.
public struct RunOptions: Hashable, Sendable {
  public var architecture: Architecture = .amd64
  /// "1.21", "1.22" or "1.23".
  public var goVersion = "1.23"
  public var machine = MachineOptions()
  /// Stop after so many ticks; `nil` never.
  public var maxTicks: UInt64?
  public init() {}

  /// Sets one option by the name that the command line and `//gomem:option` share.
  /// - Returns: what is wrong with it, or `nil`.
  public mutating func set(_ name: String, _ value: String) -> String? {
    switch name {
    case "arch":
      guard let architecture = Architecture(rawValue: value) else { return "arch is amd64 or 386, not \(value)" }
      self.architecture = architecture
    case "go":
      guard ["1.21", "1.22", "1.23"].contains(value) else { return "go is 1.21, 1.22 or 1.23, not \(value)" }
      goVersion = value
      machine.asynchronousTimers = value != "1.23"
    case "gogc":
      if value == "off" {
        machine.gogc = nil
      } else {
        guard let percent = Int(value), percent >= 0 else { return "gogc is a percentage or off, not \(value)" }
        machine.gogc = percent
      }
    case "heap-min":
      guard let bytes = Self.size(value), bytes > 0 else { return Self.sizeProblem(name, value) }
      machine.heapMinimum = bytes
    case "max-stack":
      guard let bytes = Self.size(value), bytes >= 2048 else { return Self.sizeProblem(name, value) }
      machine.maxStack = bytes
    case "seed":
      guard let seed = UInt64(value) else { return "seed is a number, not \(value)" }
      machine.seed = seed
    case "collector":
      guard let mode = CollectorMode(rawValue: value) else { return "collector is concurrent or stop, not \(value)" }
      machine.collector = mode
    case "max-ticks":
      guard let ticks = UInt64(value), ticks > 0 else { return "max-ticks is a number, not \(value)" }
      maxTicks = ticks
    case "what-if":
      guard let rule = WhatIf(rawValue: value) else {
        let names = WhatIf.allCases.map(\.rawValue).joined(separator: ", ")
        let isPlanned = ["no-escape-analysis", "no-padding-of-zero-tail"].contains(value)
        return isPlanned ? "not supported yet: what-if \(value)" : "what-if is one of \(names), not \(value)"
      }
      machine.whatIf.insert(rule)
      // There is nothing to lose for a collector that the program waits for.
      if rule == .noWriteBarrier { machine.collector = .concurrent }
    default: return "unknown option \(name)"
    }
    return nil
  }

  private static func sizeProblem(_ name: String, _ value: String) -> String {
    "\(name) is a size such as 64KiB or 1048576, not \(value)"
  }

  /// "65536", "64KiB", "4MiB", "1GiB" (also K, M, G and KB, MB, GB, all powers of 1024), in bytes.
  public static func size(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    let scales = ["": 1, "B": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30]
    var unit = text.dropFirst(digits.count).uppercased()
    for suffix in ["IB", "B"] where unit.count > 1 && unit.hasSuffix(suffix) {
      unit.removeLast(suffix.count)
      break
    }
    guard let scale = scales[unit] else { return nil }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: scale)
    return overflow ? nil : bytes
  }
}
