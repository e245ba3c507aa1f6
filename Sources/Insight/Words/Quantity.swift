/// Numbers as people read them; the same in every language.
public enum Quantity {
  /// "24 B", "2 KiB", "1.2 MiB": whole where exact, else one decimal.
  public static func bytes(_ bytes: Int) -> String {
    let units = ["B", "KiB", "MiB", "GiB", "TiB"]
    var unit = 0
    var scale = 1
    while unit < units.count - 1, bytes.magnitude >= scale.magnitude * 1024 {
      scale *= 1024
      unit += 1
    }
    if bytes % scale == 0 { return "\(bytes / scale) \(units[unit])" }
    let tenths = (bytes * 10 + scale / 2) / scale
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  /// "1,204": thousands apart.
  public static func grouped(_ number: UInt64) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// "1.5s", "20ms", "300ns": a time on the virtual clock.
  public static func seconds(nanoseconds: UInt64) -> String {
    for (unit, scale) in [("s", 1_000_000_000), ("ms", 1_000_000), ("µs", 1_000)] as [(String, UInt64)]
    where nanoseconds >= scale {
      let thousandths = nanoseconds / (scale / 1_000)
      var text = "\(thousandths / 1_000)"
      var rest = thousandths % 1_000
      if rest > 0 {
        var digits = String(repeating: "0", count: 3 - String(rest).count) + String(rest)
        while digits.last == "0" { digits.removeLast() }
        text += ".\(digits)"
        rest = 0
      }
      return text + unit
    }
    return "\(nanoseconds)ns"
  }

  /// "0xc000042000".
  public static func address(_ address: UInt64) -> String { "0x" + String(address, radix: 16) }
}
