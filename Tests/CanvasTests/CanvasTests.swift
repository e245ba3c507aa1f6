import Testing

@testable import Canvas

/// Draws on a canvas of its own and gives the rows.
func drawn(_ width: Int, _ height: Int, _ body: (inout Canvas) -> Void) -> String {
  var canvas = Canvas(width: width, height: height)
  body(&canvas)
  return canvas.plainText()
}

@Suite struct TextTests {
  @Test func cutsPadsAndAligns() {
    let text = drawn(12, 4) { c in
      c.text("a long sentence", at: Point(0, 0), .text, width: 8)
      c.text("[", at: Point(0, 1), .text)
      c.text("ab", at: Point(1, 1), .text, width: 5, align: .trailing)
      c.text("]", at: Point(6, 1), .text)
      c.text("ab", at: Point(0, 2), .text, width: 6, align: .centre)
      c.text("]", at: Point(6, 2), .text)
      c.text("beyond the edge", at: Point(8, 3), .text)
    }
    #expect(text == "a long …\n[   ab]\n  ab  ]\n        beyo\n")
  }

  @Test func wideGlyphsTakeTwoCellsAndAreNeverHalved() {
    #expect("堆栈 stack".cellWidth == 10)
    #expect("👨‍👩‍👧".cellWidth == 6)
    #expect("e\u{301}".cellWidth == 1)
    var c = Canvas(width: 6, height: 1)
    c.text("堆栈内", at: .zero)
    c.text("x", at: Point(3, 0))
    #expect(c.plainText() == "堆 x内\n")
    #expect(c.glyph(at: Point(1, 0)) == "")
    var clipped = Canvas(width: 6, height: 1)
    clipped.within(Rect(0, 0, 3, 1)) { $0.text("堆栈", at: .zero) }
    #expect(clipped.plainText() == "堆\n")
    #expect("堆栈内存".truncated(to: 5) == "堆栈…")
    #expect("堆栈内存".truncated(to: 6) == "堆栈…")
    #expect("堆栈".padded(to: 6, .trailing) == "  堆栈")
  }

  @Test func combiningMarksStayWithTheirBase() {
    var c = Canvas(width: 4, height: 1)
    c.text("e\u{301}x", at: .zero)
    #expect(c.glyph(at: .zero) == "e\u{301}")
    #expect(c.glyph(at: Point(1, 0)) == "x")
    var other = Canvas(width: 4, height: 1)
    other.text("o\u{308}", at: Point(3, 0))
    other.text("e\u{301}x", at: .zero)
    other.text(" ", at: Point(3, 0))
    #expect(c == other, "cells are equal by what they show, whatever the order of interning")
  }

  @Test func controlsAreShownNeverSent() {
    let hostile = "\u{1b}[31m\u{7}\u{9b}\u{202e}\u{7f}"
    var c = Canvas(width: 40, height: 1)
    c.text(hostile, at: .zero)
    #expect(c.plainText() == "␛[31m␇\\u009b\\u202e␡\n")
    #expect(hostile.cellWidth == 19)
    #expect(
      VisibleText.escaping([0x41, 0xFF, 0x0A, 0xE5, 0xA0, 0x86, 0xC0, 0x80, 0x1B]) == "A\\xff\\n堆\\xc0\\x80\\x1b")
  }

  @Test func spansKeepTheirStylesWhenCut() {
    var c = Canvas(width: 8, height: 1)
    c.spans([Span("var ", .keyword), Span("x", .name), Span(" int", .type)], at: .zero, width: 7)
    #expect(c.goldenText() == "var x …\n--- roles ---\nKKK m t\n--- m name, t type, K keyword\n")
  }
}

@Suite struct GridTests {
  @Test func groundsShineThrough() {
    var c = Canvas(width: 5, height: 1)
    c.fill(Rect(0, 0, 5, 1), Style(.text, on: .currentLine))
    c.text("if", at: Point(1, 0), .keyword)
    #expect(c.style(at: Point(1, 0)) == Style(.keyword, on: .currentLine))
    c.clear(Rect(0, 0, 2, 1))
    #expect(c.style(at: Point(1, 0)) == Style(.text))
    #expect(c.plainText() == "  f\n")
  }

  @Test func subviewsClipAndNest() {
    let text = drawn(8, 4) { c in
      c.within(Rect(2, 1, 4, 2)) { c in
        #expect(c.bounds == Rect(0, 0, 4, 2))
        c.text("abcdefgh", at: Point(-1, 0))
        c.within(Rect(2, 1, 9, 9)) { $0.text("XYZ", at: .zero) }
        c.text("below", at: Point(0, 2))
      }
      #expect(c.bounds == Rect(0, 0, 8, 4))
    }
    #expect(text == "\n  bcde\n    XY\n\n")
  }

  @Test func diffFindsExactlyTheChangedRuns() {
    var a = Canvas(width: 10, height: 3)
    a.text("堆栈 stack", at: .zero)
    var b = a
    #expect(b.changes(since: a).isEmpty)
    b.text("x", at: Point(8, 2))
    b.text("队", at: Point(2, 0))
    b.restyle(Rect(5, 0, 1, 1), Style(.changed))
    #expect(
      b.changes(since: a) == [
        ChangedRun(row: 0, columns: 2..<4), ChangedRun(row: 0, columns: 5..<6), ChangedRun(row: 2, columns: 8..<9),
      ])
    #expect(a.changes(since: Canvas(.zero)).count == 3)
  }

  /// Any update replayed on a small terminal of our own gives the new canvas: on random screens with wide glyphs.
  @Test func updatesReplayExactly() {
    var random = Noise(seed: 7)
    let pieces = ["a", "堆", "│", " ", "e\u{301}", "栈b", "▶", "xy"]
    let writer = ANSIWriter(theme: .dark, depth: .trueColour)
    var last: Canvas?
    var terminal = Grid(Size(12, 4))
    for _ in 0..<200 {
      var next = last ?? Canvas(width: 12, height: 4)
      for _ in 0..<random.below(6) {
        next.text(pieces[random.below(pieces.count)], at: Point(random.below(13) - 1, random.below(4)))
      }
      terminal.write(writer.update(from: last, to: next))
      #expect(terminal.text == next.plainText())
      last = next
    }
  }
}

@Suite struct LineTests {
  @Test func linesJoinIntoJunctions() {
    let text = drawn(9, 5) { c in
      c.box(Rect(0, 0, 9, 5), Style(.border))
      c.horizontalRule(at: Point(0, 2), length: 9, Style(.border), joining: true)
      c.verticalRule(at: Point(4, 0), length: 5, Style(.border), joining: true)
    }
    #expect(
      text == """
        ┌───┬───┐
        │   │   │
        ├───┼───┤
        │   │   │
        └───┴───┘

        """)
  }

  @Test func strokesMeet() {
    let text = drawn(7, 5) { c in
      c.box(Rect(0, 0, 7, 5), Style(.border), .rounded)
      c.horizontalRule(at: Point(0, 2), length: 7, Style(.border), .heavy, joining: true)
      c.verticalRule(at: Point(3, 1), length: 3, Style(.border), .dashed)
    }
    #expect(
      text == """
        ╭─────╮
        │  ┊  │
        ┝━━┿━━┥
        │  ┊  │
        ╰─────╯

        """)
  }

  @Test func everyCombinationOfArmsHasItsCharacter() {
    for n in 1..<81 {
      let arms = Arms(up: UInt8(n / 27), right: UInt8(n / 9 % 3), down: UInt8(n / 3 % 3), left: UInt8(n % 3))
      #expect(Arms(arms.code) == arms)
      #expect(Unicode.Scalar(arms.code)!.properties.name!.hasPrefix("BOX DRAWINGS"))
    }
    #expect(Arms(up: 2, right: 1).code == 0x2516)  // ┖ up heavy and right light
    #expect(Arms(right: 1, left: 2).code == 0x257E)  // ╾ heavy left and light right
  }

  @Test func meters() {
    let text = drawn(10, 3) { c in
      c.sparkline([0, 1, 4, 8, 100], at: .zero, maximum: 8, Style(.accent))
      c.bar(0.5, at: Point(0, 1), width: 5, Style(.used), rest: Style(.free))
      c.bar(0.01, at: Point(0, 2), width: 5, Style(.used))
    }
    #expect(text == " ▁▄██\n██▌░░\n\n")
    var c = Canvas(width: 1, height: 6)
    c.scrollbar(at: .zero, length: 6, first: 90, visible: 10, total: 100, Style(.text), track: Style(.dim))
    #expect(c.plainText() == "│\n│\n│\n│\n│\n█\n")
  }

  @Test func asciiKeepsEveryCellInPlace() {
    var c = Canvas(width: 12, height: 3)
    c.box(Rect(0, 0, 12, 3), Style(.border), .rounded)
    c.text("○ W 堆▶…␛", at: Point(1, 1))
    let ascii = c.inASCII()
    #expect(ascii.plainText() == "+----------+\n|o W ??>~^ |\n+----------+\n")
    #expect(ascii.plainText().utf8.allSatisfy { $0 < 0x7F })
  }
}
