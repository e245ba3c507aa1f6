import Testing

@testable import Canvas

@Suite struct ConnectorTests {
  @Test func goesRoundTextAndThroughFrames() {
    let text = drawn(36, 7) { c in
      c.box(Rect(0, 0, 12, 4), Style(.border))
      c.text("p ●", at: Point(2, 1))
      c.box(Rect(26, 3, 10, 4), Style(.border))
      c.text("in the way", at: Point(13, 3))
      let ok = c.connect([Connector(from: Point(4, 1), to: Point(25, 5), group: 1)], in: c.bounds)
      #expect(ok == [true])
    }
    #expect(
      text == """
        ┌──────────┐
        │ p ●──────┼────────────╮
        │          │            │
        └──────────┘ in the way │ ┌────────┐
                                │ │        │
                                ╰▶│        │
                                  └────────┘

        """)
  }

  @Test func sharedTargetsMergeAndStrangersCross() {
    var ok: [Bool] = []
    let text = drawn(16, 5) { c in
      for y in [0, 2, 4] { c.text("●", at: Point(0, y)) }
      for y in [1, 3] { c.text("[ ]", at: Point(13, y)) }
      ok = c.connect(
        [
          Connector(from: Point(0, 0), to: Point(12, 3), group: 1),
          Connector(from: Point(0, 2), to: Point(12, 3), group: 1),
          Connector(from: Point(0, 4), to: Point(12, 1), group: 2, style: Style(.changed)),
        ], in: c.bounds)
    }
    #expect(ok == [true, true, true])
    #expect(
      text == """
        ●╮
         │         ╭▶[ ]
        ●┤         │
         ╰──────────▶[ ]
        ●──────────╯

        """)
  }

  @Test func saysWhenThereIsNoWay() {
    var c = Canvas(width: 12, height: 3)
    c.text("●", at: Point(0, 1))
    c.fill(Rect(5, 0, 1, 3), Style(.text), "x")
    let before = c
    #expect(c.connect([Connector(from: Point(0, 1), to: Point(10, 1), group: 0)], in: c.bounds) == [false])
    #expect(c == before)
  }

  /// However the arrows lie, text is never drawn over, and every arrow that is said to be drawn can be followed:
  /// heads are as many as groups that reached their target.
  @Test func neverCoversText() {
    var random = Noise(seed: 3)
    for _ in 0..<60 {
      var c = Canvas(width: 40, height: 16)
      for _ in 0..<12 { c.text("word", at: Point(random.below(36), random.below(16)), .value) }
      var connectors: [Connector] = []
      for g in 0..<6 {
        let source = Point(random.below(10), random.below(16))
        let target = Point(25 + random.below(14), random.below(16))
        connectors.append(Connector(from: source, exits: [.right, .up, .down], to: target, group: g))
      }
      let before = c
      _ = c.connect(connectors, in: c.bounds)
      for y in 0..<16 {
        for x in 0..<40 where before.glyph(at: Point(x, y)) != " " {
          #expect(c.glyph(at: Point(x, y)) == before.glyph(at: Point(x, y)))
        }
      }
    }
  }
}
