/// The inks of a colour theme. ``Theme/init(name:palette:)`` says which role takes which; a theme is then a choice of
/// about thirty colours, made by eye and held to the contrast that the tests ask for.
struct Palette {
  var ground, ink, bright, dim, faint, line: Colour
  /// Grounds: a raised strip (header, key bar), the current line, a selection, a change, a new thing, a thing freed.
  var raised, current, selected, changedGround, newGround, freedGround: Colour
  var blue, cyan, green, lime, yellow, orange, red, purple, pink: Colour
  /// The labels of the three shades (ink and ground), and the frames around blocks.
  var whiteInk, whiteGround, greyInk, greyGround, blackInk, blackGround: Colour
  var whiteFrame, greyFrame, blackFrame: Colour
}

extension Theme {
  init(name: String, palette p: Palette) {
    self.init(name: name, ink: p.ink, ground: p.ground) { role in
      switch role {
      case .text, .output, .value: Paint(p.ink)
      case .dim: Paint(p.dim)
      case .title: Paint(p.bright, [.bold])
      case .heading: Paint(p.blue, [.bold])
      case .border: Paint(p.line)
      case .focus: Paint(p.blue, [.bold])
      case .header: Paint(p.bright, on: p.raised)
      case .gutter: Paint(p.faint)
      case .key: Paint(p.yellow, on: p.raised, [.bold])
      case .label: Paint(p.dim, on: p.raised)
      case .selection: Paint(p.bright, on: p.selected, [.bold])
      case .link: Paint(p.cyan, [.underline])
      case .accent: Paint(p.purple, [.bold])
      case .address: Paint(p.dim)
      case .name: Paint(p.bright)
      case .type: Paint(p.cyan)
      case .stale: Paint(p.faint)
      case .free: Paint(p.faint)
      case .guardLine: Paint(p.red)
      case .stackPointer: Paint(p.green, [.bold])
      case .goroutine: Paint(p.purple, [.bold])
      case .white: Paint(p.whiteInk, on: p.whiteGround, [.bold])
      case .grey: Paint(p.greyInk, on: p.greyGround, [.bold])
      case .black: Paint(p.blackInk, on: p.blackGround, [.bold])
      case .whiteFrame: Paint(p.whiteFrame)
      case .greyFrame: Paint(p.greyFrame)
      case .blackFrame: Paint(p.blackFrame)
      case .newFrame: Paint(p.lime, [.bold])
      case .root: Paint(p.pink, [.bold])
      case .pinned: Paint(p.red)
      case .used: Paint(p.green)
      case .padding: Paint(p.faint)
      case .pointer: Paint(p.yellow)
      case .newPointer: Paint(p.lime, [.bold])
      case .changed: Paint(p.yellow, on: p.changedGround, [.bold])
      case .new: Paint(p.lime, on: p.newGround, [.bold])
      case .freed: Paint(p.red, on: p.freedGround, [.strike])
      case .keyword: Paint(p.purple, [.bold])
      case .typeName: Paint(p.cyan)
      case .string: Paint(p.green)
      case .number: Paint(p.orange)
      case .comment: Paint(p.dim, [.italic])
      case .currentLine: Paint(p.yellow, on: p.current, [.bold])
      case .breakpoint: Paint(p.red, [.bold])
      case .escapes: Paint(p.orange, [.bold])
      case .stays: Paint(p.green)
      case .narration: Paint(p.bright)
      case .warning: Paint(p.orange, [.bold])
      case .error, .errorOutput: Paint(p.red, [.bold])
      case .landmark: Paint(p.purple)
      case .right: Paint(p.lime, [.bold])
      case .wrong: Paint(p.red, [.bold])
      }
    }
  }

  /// Calm ink on slate.
  public static let dark = Theme(
    name: "dark",
    palette: Palette(
      ground: Colour(0x161A23, ansi: 0), ink: Colour(0xD5DBE8, ansi: 7), bright: Colour(0xF2F5FB, ansi: 15),
      dim: Colour(0x8C96AD, ansi: 7), faint: Colour(0x69748F, ansi: 8), line: Colour(0x4D5873, ansi: 8),
      raised: Colour(0x222938, ansi: 0), current: Colour(0x2A3248, ansi: 0), selected: Colour(0x33457A, ansi: 4),
      changedGround: Colour(0x453B1C, ansi: 0), newGround: Colour(0x1E4030, ansi: 0),
      freedGround: Colour(0x44232E, ansi: 0),
      blue: Colour(0x7FB0FF, ansi: 12), cyan: Colour(0x78D3E8, ansi: 6), green: Colour(0x8FD6A4, ansi: 2),
      lime: Colour(0xA9EBA0, ansi: 10), yellow: Colour(0xFFD479, ansi: 11), orange: Colour(0xF9A870, ansi: 3),
      red: Colour(0xFF7F8C, ansi: 9), purple: Colour(0xC6A5FF, ansi: 13), pink: Colour(0xF5A3D0, ansi: 5),
      whiteInk: Colour(0x161A23, ansi: 0), whiteGround: Colour(0xF2F5FB, ansi: 15),
      greyInk: Colour(0x0E1118, ansi: 0), greyGround: Colour(0x8F9AB3, ansi: 7),
      blackInk: Colour(0xE6EAF4, ansi: 15), blackGround: Colour(0x000000, ansi: 0),
      whiteFrame: Colour(0xE4E9F5, ansi: 15), greyFrame: Colour(0x99A4BD, ansi: 7),
      blackFrame: Colour(0x5D6988, ansi: 8)))

  /// Ink on warm paper.
  public static let light = Theme(
    name: "light",
    palette: Palette(
      ground: Colour(0xFBF9F4, ansi: 15), ink: Colour(0x2B2F3A, ansi: 0), bright: Colour(0x0F1218, ansi: 0),
      dim: Colour(0x5E6472, ansi: 8), faint: Colour(0x868C99, ansi: 8), line: Colour(0xAEB1B8, ansi: 7),
      raised: Colour(0xECE8DD, ansi: 7), current: Colour(0xF3EBCF, ansi: 15), selected: Colour(0xC9DAFA, ansi: 14),
      changedGround: Colour(0xFFE9A8, ansi: 15), newGround: Colour(0xCFEFD3, ansi: 15),
      freedGround: Colour(0xFAD7D9, ansi: 15),
      blue: Colour(0x1F5FBF, ansi: 4), cyan: Colour(0x0B6E80, ansi: 6), green: Colour(0x2C7A3F, ansi: 2),
      lime: Colour(0x176B2C, ansi: 2), yellow: Colour(0x8F5A00, ansi: 3), orange: Colour(0xB04A0A, ansi: 1),
      red: Colour(0xBB2136, ansi: 1), purple: Colour(0x6E3FB8, ansi: 5), pink: Colour(0xA82A78, ansi: 5),
      whiteInk: Colour(0x0F1218, ansi: 0), whiteGround: Colour(0xFFFFFF, ansi: 15),
      greyInk: Colour(0x0F1218, ansi: 0), greyGround: Colour(0xA9AEB9, ansi: 7),
      blackInk: Colour(0xFFFFFF, ansi: 15), blackGround: Colour(0x1B1E26, ansi: 0),
      whiteFrame: Colour(0xA0A5B0, ansi: 7), greyFrame: Colour(0x767C89, ansi: 8),
      blackFrame: Colour(0x14171E, ansi: 0)))

  /// The eight colours of Okabe and Ito (Color Universal Design, 2008), which stay apart for colour-blind eyes.
  public static let okabeIto: Theme = {
    let black = Colour(0x000000, ansi: 0)
    let white = Colour(0xFFFFFF, ansi: 15)
    let orange = Colour(0xE69F00, ansi: 3)
    let sky = Colour(0x56B4E9, ansi: 14)
    let green = Colour(0x2BBF93, ansi: 2)  // bluish green, lightened for its contrast on a dark ground
    let yellow = Colour(0xF0E442, ansi: 11)
    let vermilion = Colour(0xF0763B, ansi: 9)  // lightened likewise
    let purple = Colour(0xDD92BD, ansi: 13)
    return Theme(
      name: "okabe-ito",
      palette: Palette(
        ground: Colour(0x14161A, ansi: 0), ink: Colour(0xDCDCDC, ansi: 7), bright: white,
        dim: Colour(0x9A9DA3, ansi: 7), faint: Colour(0x75797F, ansi: 8), line: Colour(0x5A5E66, ansi: 8),
        raised: Colour(0x25282E, ansi: 0), current: Colour(0x2E323A, ansi: 0), selected: Colour(0x00507F, ansi: 4),
        changedGround: Colour(0x4A4708, ansi: 0), newGround: Colour(0x00422F, ansi: 0),
        freedGround: Colour(0x521F00, ansi: 0),
        blue: sky, cyan: sky, green: green, lime: green, yellow: yellow, orange: orange, red: vermilion,
        purple: purple, pink: purple,
        whiteInk: black, whiteGround: white, greyInk: black, greyGround: Colour(0x9A9DA3, ansi: 7),
        blackInk: white, blackGround: black, whiteFrame: white, greyFrame: Colour(0xA4A7AD, ansi: 7),
        blackFrame: Colour(0x686C74, ansi: 8)))
  }()

  /// Attributes alone. What they cannot tell apart the views' glyphs and words do: every shade has its letter, every
  /// mark its own character.
  public static let mono = Theme(name: "mono", ink: nil, ground: nil) { role in
    switch role {
    case .text, .output, .value, .name, .type, .typeName, .string, .number, .narration, .landmark, .used, .stays,
      .whiteFrame:
      Paint()
    case .dim, .border, .gutter, .address, .stale, .free, .padding, .comment, .blackFrame, .label:
      Paint(nil, [.dim])
    case .title, .heading, .focus, .accent, .key, .keyword, .pointer, .newPointer, .stackPointer,
      .goroutine, .root, .guardLine, .breakpoint, .escapes, .warning, .pinned, .right, .greyFrame, .newFrame:
      Paint(nil, [.bold])
    case .header, .selection: Paint(nil, [.reverse])
    case .black, .error, .wrong: Paint(nil, [.bold, .reverse])
    case .grey: Paint(nil, [.bold, .underline])
    case .white: Paint(nil, [.bold])
    case .changed: Paint(nil, [.reverse])
    case .new: Paint(nil, [.bold, .underline])
    case .freed: Paint(nil, [.dim, .strike])
    case .currentLine: Paint(nil, [.bold, .underline])
    case .link: Paint(nil, [.underline])
    case .errorOutput: Paint(nil, [.bold])
    }
  }
}
