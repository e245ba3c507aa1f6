import CNcurses
import Canvas

/// Turns looks into curses attributes and colour pairs, making pairs as they are first needed.
struct TerminalColours {
  private let depth: ColourDepth
  /// Colours of the 256 may be redefined: each is then shown exactly, in the place of its nearest free neighbour, so
  /// that a terminal which ignores the redefinition still shows that neighbour.
  let paletteCanChange: Bool
  private let isDirect: Bool
  private var pairs: [UInt64: Int32] = [:]
  private var defined: [Colour: Int32] = [:]
  private var taken: Set<UInt8> = []

  init(depth: ColourDepth, paletteCanChange: Bool) {
    self.depth = depth
    self.paletteCanChange = paletteCanChange
    isDirect = depth == .trueColour && gomem_direct_colour()
  }

  /// Asks the terminal what it can do.
  static func start(noColour: Bool, trueColour: Bool) -> (ColourDepth, TerminalColours) {
    guard !noColour && has_colors() else { return (.none, TerminalColours(depth: .none, paletteCanChange: false)) }
    start_color()
    use_default_colors()
    let count = gomem_colours()
    let canChange = trueColour && count >= 256 && !gomem_direct_colour() && can_change_color()
    let depth: ColourDepth =
      gomem_direct_colour() || canChange
      ? .trueColour : count >= 256 ? .indexed : count >= 16 ? .sixteen : count >= 8 ? .eight : .none
    return (depth, TerminalColours(depth: depth, paletteCanChange: canChange))
  }

  mutating func resolve(_ look: Look) -> (attr_t, Int32) {
    var wanted = look.attributes
    if depth == .eight, let ink = look.ink, ink.ansi >= 8 { wanted.insert(.bold) }
    var attributes: attr_t = 0
    if wanted.contains(.bold) { attributes |= gomem_bold() }
    if wanted.contains(.dim) || wanted.contains(.strike) && depth == .none { attributes |= gomem_dim() }
    if wanted.contains(.italic) { attributes |= gomem_italic() }
    if wanted.contains(.underline) { attributes |= gomem_underline() }
    if wanted.contains(.reverse) { attributes |= gomem_reverse() }
    return (attributes, pair(look))
  }

  private mutating func pair(_ look: Look) -> Int32 {
    guard depth > .none, look.ink != nil || look.ground != nil else { return 0 }
    let ink = look.ink.map { number($0) } ?? -1
    let ground = look.ground.map { number($0) } ?? -1
    let key = UInt64(UInt32(bitPattern: ink)) << 32 | UInt64(UInt32(bitPattern: ground))
    if let known = pairs[key] { return known }
    let next = Int32(pairs.count + 1)
    guard next < gomem_pairs() else { return 0 }
    gomem_init_pair(next, ink, ground)
    pairs[key] = next
    return next
  }

  private mutating func number(_ colour: Colour) -> Int32 {
    switch depth {
    case .none: return -1
    case .eight: return Int32(colour.ansi & 7)
    case .sixteen: return Int32(colour.ansi)
    case .indexed: return nearest(colour)
    case .trueColour:
      if isDirect { return Int32(colour.red) << 16 | Int32(colour.green) << 8 | Int32(colour.blue) }
      return defining(colour)
    }
  }

  private mutating func nearest(_ colour: Colour) -> Int32 {
    if let known = defined[colour] { return known }
    defined[colour] = Int32(colour.indexed)
    return defined[colour]!
  }

  private mutating func defining(_ colour: Colour) -> Int32 {
    if let known = defined[colour] { return known }
    guard let place = colour.nearestIndex(where: { !taken.contains($0) }) else { return Int32(colour.indexed) }
    func mille(_ v: UInt8) -> Int32 { (Int32(v) * 1000 + 127) / 255 }
    init_extended_color(Int32(place), mille(colour.red), mille(colour.green), mille(colour.blue))
    taken.insert(place)
    defined[colour] = Int32(place)
    return Int32(place)
  }
}
