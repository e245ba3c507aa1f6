import Canvas
import Insight
import SceneKit
import Testing
import Views

@testable import App

@Suite struct LookingTests {
  @Test func tabGoesRoundThePanes() throws {
    let player = try player()
    var seen: [PaneKind] = [player.model.focus]
    for _ in 0..<5 {
      player.type("tab")
      seen.append(player.model.focus)
    }
    #expect(seen == [.source, .stack, .globals, .heap, .output, .source])
    player.type("+")
    #expect(player.model.isEnlarged)
    #expect(!player.text.contains("what happened"))
    player.type("_")
    #expect(player.text.contains("what happened"))
  }

  @Test func whyFollowsToTheRoot() throws {
    let player = try player()
    player.line(":line 28")
    #expect(player.model.stage.heap.total == 3)
    player.type("tab tab tab j w")
    #expect(player.text.contains("Why is 0xc"))
    #expect(player.text.contains("The package variable"))
    player.type("enter")
    #expect(player.model.focus == .heap)
    player.type("w q")
    #expect(player.model.popup == nil)
  }

  @Test func whyOfAVariableLeadsToItsWrite() throws {
    let player = try player()
    player.line(":line 28")
    let here = player.tick
    player.type("tab j w")
    #expect(player.text.contains("Why does sum hold this value?"))
    #expect(player.text.contains("scene.go:24"))
    #expect(player.tick == here, "asking does not move")
    player.type("enter")
    #expect(player.tick < here)
  }

  @Test func collectingIsADecision() throws {
    let player = try player()
    player.line(":line 28")
    player.type("s x")
    #expect(player.model.stage.collector.phase != .off)
    #expect(player.text.contains("Collection 1 begins"))
    #expect(player.type("q").isEmpty, "asks before a decision is lost")
    #expect(player.text.contains("Some choices are not saved."))
    player.type("n")
    #expect(player.model.popup == nil)
    #expect(player.line(":w there") == [.save(file: "there.gomem")])
    #expect(player.handle(.saved(file: "there.gomem")).isEmpty)
    #expect(player.type("q") == [.quit])
  }

  @Test func sessionsComeBack() throws {
    let player = try player()
    player.line(":line 28")
    player.type("m k k k b x → →")
    let session = player.model.session
    #expect(session.decisions.map(\.kind) == ["collect"])
    #expect(session.sources.map(\.name) == ["scene.go"])
    let bytes = session.encoded()
    let loaded = try Session.decode(bytes)
    let again = Workspace(
      try Compilation(files: [.init(name: "scene.go", text: program)], options: RunOptions()), title: "",
      options: RunOptions(),
      decisions: player.model.timeline.decisions)
    var model = Model(again, words: English(), size: Size(120, 36))
    model.restore(loaded)
    #expect(model.stage.tick == player.tick)
    #expect(again.timeline.machine.digest() == player.model.timeline.machine.digest())
    #expect(model.breakpoints == player.model.breakpoints)
    #expect(model.bookmarks == player.model.bookmarks)
  }

  @Test func findAndClick() throws {
    let player = try player()
    player.type("/")
    player.line("return")
    #expect(player.model.selectedLine == 17)
    player.type("/")
    player.line("nowhere")
    #expect(player.text.contains("Not found: nowhere"))
    _ = player.idle { true }
    let timeline = try #require(player.model.map.timeline)
    _ = player.handle(.mouse(MouseEvent(.press, at: Point(timeline.maxX - 1, timeline.y))))
    #expect(player.model.hasEnded)
    let line = try #require(player.model.map.sourceLines.first { $0.value == 20 })
    _ = player.handle(.mouse(MouseEvent(.press, at: line.rect.origin)))
    #expect(player.model.selectedLine == 20)
    #expect(player.model.focus == .source)
  }

  @Test func playingTakesStepsAndReads() throws {
    let player = try player()
    let start = player.tick
    player.type("space")
    #expect(player.isPlaying)
    _ = player.handle(.time(0.1))
    #expect(player.tick == start, "four a second")
    _ = player.handle(.time(0.2))
    #expect(player.tick > start)
    player.type(">")
    #expect(player.text.contains("playing, 8 a second"))
    player.type("n")
    #expect(!player.isPlaying)
  }

  @Test func handsFreeGoesToTheEnd() throws {
    var model = Model(try workspace(), words: English(), size: Size(80, 24))
    model.begin()
    model.playHandsFree()
    let player = Player(model)
    var seconds = 0
    var asked = false
    while player.isPlaying, seconds < 600 {
      _ = player.handle(.time(1))
      asked = asked || player.text.contains("What is printed?")
      seconds += 1
    }
    #expect(player.model.hasEnded)
    #expect(asked)
  }

  @Test func smallScreensSayWhatTheyNeed() throws {
    let player = try player()
    _ = player.handle(.resize(Size(40, 10)))
    #expect(player.text.contains("60×16"))
    _ = player.handle(.resize(Size(80, 24)))
    #expect(player.text.contains("SP ▶"))
  }

  @Test func chooserOpensScenes() {
    let scene = { (name: String) in
      ChooserState.Scene(name: name, title: "Title of \(name)", about: "About \(name).", source: "package main\n")
    }
    let state = ChooserState(
      chapters: [.init(title: "stack", scenes: [scene("a"), scene("b")]), .init(title: "heap", scenes: [scene("c")])],
      words: English())
    var chooser = Chooser(state, size: Size(80, 24))
    #expect(chooser.canvas.plainText().contains("▸ Title of a"))
    _ = chooser.handle(.key(.down))
    _ = chooser.handle(.key(.down))
    #expect(chooser.canvas.plainText().contains("About c."))
    #expect(chooser.handle(.key(.enter)) == .open("c"))
    for key in [Key.character("/"), .character("O"), .character("F"), .character(" "), .character("b"), .enter] {
      _ = chooser.handle(.key(key))
    }
    #expect(chooser.handle(.key(.enter)) == .open("b"))
    #expect(chooser.handle(.key(.character("q"))) == .quit)
  }
}
