import Testing

@testable import Canvas

@Suite struct ThemeTests {
  /// WCAG's ratio for text that must be read, and for text that is dimmed on purpose.
  @Test(arguments: ["dark", "light", "okabe-ito"])
  func everyRoleCanBeRead(name: String) throws {
    let theme = try #require(Theme.named(name))
    let quiet: Set<Role> = [.gutter, .stale, .free, .padding, .border, .blackFrame, .whiteFrame, .greyFrame]
    for role in Role.allCases {
      let look = theme.look(Style(role))
      let contrast = look.ink!.contrast(with: look.ground!)
      #expect(contrast >= (quiet.contains(role) ? 1.9 : 4.5), "\(theme.name) \(role): \(contrast)")
    }
    for role in [Role.text, .keyword, .comment, .string, .number, .name] {
      for ground in [Role.currentLine, .selection] {
        let look = theme.look(Style(role, on: ground))
        #expect(look.ink!.contrast(with: look.ground!) >= 3, "\(theme.name) \(role) on \(ground)")
      }
    }
  }

  @Test func theShadesDifferEverywhere() {
    for theme in Theme.all {
      // With eight colours, white and grey grounds are one; glyph and letter still tell them apart.
      for depth in ColourDepth.allCases where depth != .eight {
        let writer = ANSIWriter(theme: theme, depth: depth)
        let shades = [Role.white, .grey, .black].map { writer.sequence(theme.look(Style($0), depth: depth)) }
        #expect(Set(shades).count == 3, "\(theme.name) at \(depth)")
      }
    }
  }

  @Test func lettersAreUnique() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
  }

  @Test func nearestOf256() {
    #expect(Colour(0x000000, ansi: 0).indexed == 16)
    #expect(Colour(0xFFFFFF, ansi: 15).indexed == 231)
    #expect(Colour(0xFF0000, ansi: 9).indexed == 196)
    #expect(Colour(0x808080, ansi: 8).indexed == 244)
  }

  @Test func withoutColoursEveryThemeIsMono() {
    #expect(Theme.dark.look(Style(.changed), depth: .none) == Theme.mono.look(Style(.changed)))
    #expect(Theme.named("okabe-ito")?.name == "okabe-ito")
    #expect(Theme.named("no such") == nil)
  }
}

@Suite struct WriterTests {
  private func sample() -> Canvas {
    var c = Canvas(width: 9, height: 2)
    c.box(Rect(0, 0, 4, 2), Style(.border))
    c.text("a<&堆", at: Point(4, 0), .value)
    c.text("x", at: Point(5, 1), Style(.text, [.bold]))
    return c
  }

  @Test func ansiAtEveryDepth() {
    var c = Canvas(width: 2, height: 1)
    c.text("a", at: .zero, .error)
    let write = { (depth: ColourDepth) in ANSIWriter(theme: .light, depth: depth).screen(c) }
    #expect(write(.trueColour).hasPrefix("\u{1b}[0;1;38;2;187;33;54;48;2;251;249;244ma"))
    #expect(write(.indexed).hasPrefix("\u{1b}[0;1;38;5;125;48;5;231ma"))
    #expect(write(.sixteen).hasPrefix("\u{1b}[0;1;31;107ma"))
    #expect(write(.eight).hasPrefix("\u{1b}[0;1;31;47ma"))
    #expect(write(.none) == "\u{1b}[0;1;7ma\u{1b}[0m \u{1b}[0m\n")
  }

  @Test func asciicastHoldsOnlyWhatChanged() {
    var cast = Asciicast(theme: .mono, title: "a \"quoted\" title")
    var c = sample()
    cast.frame(c, at: 0)
    cast.frame(c, at: 0.5)
    c.text("y", at: Point(6, 1))
    cast.frame(c, at: 1.25)
    let lines = cast.text.split(separator: "\n")
    #expect(lines.count == 3, "an unchanged frame adds nothing")
    #expect(lines[0] == #"{"version": 2, "width": 9, "height": 2, "title": "a \"quoted\" title"}"#)
    #expect(lines[2] == #"[1.250000, "o", "\u001b[2;7H\u001b[0my\u001b[0m"]"#)
  }

  @Test func svgDrawsLinesAsPathsAndEscapesText() {
    let svg = SVGWriter(theme: .dark, title: "<t>").picture(sample())
    #expect(svg.contains("&lt;t&gt;"))
    #expect(svg.contains(">a&lt;&amp;</text>"))
    #expect(svg.contains(">堆</text>"))
    #expect(!svg.contains("┌"))
    #expect(svg.contains("<path d=\"M3.55 9H8.4M4.2 9V18"))
    #expect(svg.hasSuffix("</svg>\n"))
  }
}
