/// One line per figure: what, measured, floor, aim, verdict.
enum Report {
  static func heading(_ text: String) { print("\n\(text)") }

  /// Smaller is better: `floor` is the most that is allowed, `aim` what we are after.
  static func line(_ what: String, _ value: Double, _ unit: String, floor: Double? = nil, aim: Double? = nil) {
    let verdict: String
    if let floor, value > floor {
      verdict = "MISSED"
    } else if let aim, value <= aim {
      verdict = "aim reached"
    } else {
      verdict = floor != nil ? "ok" : aim != nil ? "aim not reached" : ""
    }
    let bounds = [floor.map { "floor \(short($0))" }, aim.map { "(aim \(short($0)))" }].compactMap { $0 }
      .joined(separator: " ")
    print("  \(pad(what, 58)) \(pad(short(value) + unit, 12)) \(pad(bounds, 22)) \(verdict)")
  }

  static func note(_ text: String) { print("  \(text)") }

  static func short(_ value: Double) -> String {
    if value >= 100 { return "\(Int(value.rounded()))" }
    let scale = value < 0.1 ? 10000.0 : 100.0
    let text = "\((value * scale).rounded() / scale)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

enum Statistics {
  static func median(_ values: [Double]) -> Double { percentile(values, 0.5) }

  static func percentile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}
