import Canvas

/// A small generator of reproducible numbers (SplitMix64).
struct Noise {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func below(_ n: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ z >> 31) % UInt64(n))
  }
}

/// A terminal that knows cursor addressing, clearing and nothing else: what the writers' output would look like.
struct Grid {
  private let size: Size
  private var cells: [String]
  private var x = 0
  private var y = 0

  init(_ size: Size) {
    self.size = size
    cells = Array(repeating: " ", count: size.width * size.height)
  }

  mutating func write(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1b}" {
        var parameters = ""
        rest = rest.dropFirst()
        while let next = rest.popFirst() {
          if next.properties.isAlphabetic {
            act(next, parameters)
            break
          }
          parameters.unicodeScalars.append(next)
        }
      } else if scalar.properties.canonicalCombiningClass != .notReordered {
        cells[y * size.width + x - 1].unicodeScalars.append(scalar)
      } else {
        cells[y * size.width + x] = String(scalar)
        x += 1
        if String(scalar).cellWidth == 2 {
          cells[y * size.width + x] = ""
          x += 1
        }
      }
    }
  }

  private mutating func act(_ command: Unicode.Scalar, _ parameters: String) {
    switch command {
    case "H":
      let numbers = parameters.split(separator: ";").map { Int($0)! }
      (y, x) = (numbers[0] - 1, numbers[1] - 1)
    case "J": cells = Array(repeating: " ", count: cells.count)
    default: break
    }
  }

  var text: String {
    var result = ""
    for row in 0..<size.height {
      var line = cells[row * size.width..<(row + 1) * size.width].joined()
      while line.last == " " { line.removeLast() }
      result += line + "\n"
    }
    return result
  }
}
