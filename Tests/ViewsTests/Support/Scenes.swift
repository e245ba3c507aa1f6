import Canvas
import Insight
import SourceText

@testable import Views

/// Telling moments, as states.
extension Sample {
  private static var top: UInt64 { high }

  /// main has called initValue.
  static var call: ScreenState {
    let mainLow = top - 0x80
    let calleeLow = mainLow - 0x28
    let stage = stage(
      line: 13,
      stack([
        frame(
          "main.main", mainLow, 0x70,
          [
            slot("n", "*int", top - 0x18, "", pointers: [], liveness: .notYet),
            slot("list", "*main.Node", top - 0x20, "", liveness: .notYet),
          ]),
        frame(
          "main.initValue", calleeLow, 0x28,
          [slot("~r0", "*int", calleeLow + 0x20, "nil", kind: .result, pointers: pointer(calleeLow + 0x20, 0, .nil))],
          returnsTo: "up.go:18", isFocus: true),
      ]))
    var state = state(
      "Sharing up", stage,
      [.called(function: "main.initValue", oldSP: "0xc000042780", newSP: "0xc000042758", bytes: 40)])
    state.spMoved = true
    return state
  }

  /// i has moved to the heap; the frame's hidden pointer and the result point to it.
  static var sharingUp: ScreenState {
    let mainLow = top - 0x80
    let calleeLow = mainLow - 0x28
    let block: UInt64 = 0xc0_0001_0008
    let stage = stage(
      line: 14,
      stack([
        frame("main.main", mainLow, 0x70, [slot("n", "*int", top - 0x18, "", liveness: .notYet)]),
        frame(
          "main.initValue", calleeLow, 0x28,
          [
            reference("i", "*int", calleeLow + 0x10, to: block, kind: .escaped),
            slot("~r0", "*int", calleeLow + 0x20, "nil", kind: .result, pointers: pointer(calleeLow + 0x20, 0, .nil)),
          ], returnsTo: "up.go:18", isFocus: true),
      ]),
      heap([
        BlockPicture(
          address: block, size: 8, requested: 8, type: "int", rows: [slot("i", "int", block, "4")],
          location: "up.go:13", reason: .variable("i"))
      ]))
    var state = state(
      "Sharing up", stage,
      [
        .allocated(
          address: "0xc000010008", type: "int", bytes: 8, sizeClass: 8, reason: .variable("i"), line: "up.go:13"),
        .escapes(explanation: "its address is returned by initValue"),
      ])
    state.changed = [calleeLow + 0x10..<calleeLow + 0x18]
    state.touchedBlocks = [block]
    state.narration = Narration(
      text: "i is not in this frame. The frame holds a hidden pointer to a block on the heap: \"moved to heap: i\".")
    return state
  }

  /// initValue has returned: its bytes are stale.
  static var afterReturn: ScreenState {
    let mainLow = top - 0x80
    let calleeLow = mainLow - 0x28
    let block: UInt64 = 0xc0_0001_0008
    let stage = stage(
      line: 19,
      stack(
        [
          frame(
            "main.main", mainLow, 0x70,
            [
              reference("n", "*int", top - 0x18, to: block),
              slot("list", "*main.Node", top - 0x20, "", liveness: .notYet),
            ], isFocus: true)
        ],
        stale: [
          frame(
            "main.initValue", calleeLow, 0x28,
            [reference("i", "*int", calleeLow + 0x10, to: block, kind: .escaped, liveness: .stale)], isStale: true)
        ]),
      heap([
        BlockPicture(
          address: block, size: 8, requested: 8, type: "int", rows: [slot("i", "int", block, "4")],
          location: "up.go:13", reason: .variable("i"))
      ]))
    var state = state(
      "Sharing up", stage,
      [.returned(function: "main.initValue", oldSP: "0xc000042758", newSP: "0xc000042780")])
    state.spMoved = true
    state.changed = [top - 0x18..<top - 0x10]
    return state
  }

  /// A list of three nodes while they are being marked, with one block that nobody holds.
  static var collecting: ScreenState {
    let mainLow = top - 0x80
    let nodes: [UInt64] = [0xc0_0001_2000, 0xc0_0001_2010, 0xc0_0001_2020]
    let blocks = [
      node(nodes[0], 0, next: nil, .white), node(nodes[1], 1, next: nodes[0], .grey),
      node(nodes[2], 2, next: nodes[1], .black), node(0xc0_0001_2030, 9, next: nil, .white),
    ]
    let cache = Sample.slot(
      "cache", "*main.Node", 0x55_0010, "nil", pointers: pointer(0x55_0010, 0, .nil))
    let stage = stage(
      line: 23,
      stack([
        frame("main.main", mainLow, 0x70, [reference("list", "*main.Node", top - 0x20, to: nodes[2])], isFocus: true)
      ]),
      heap(blocks), globals: [cache], collector: collector(.marking, white: 2, grey: 1, black: 1))
    var state = state(
      "Three colours", stage,
      [
        .blackened(block: "0xc000012020", type: "main.Node"),
        .shaded(block: "0xc000012010", type: "main.Node", from: "next of 0xc000012020"),
      ])
    state.touchedBlocks = [nodes[1], nodes[2]]
    state.output = [
      OutputLine(text: "three nodes", isError: false), OutputLine(text: "warning: 垃圾", isError: true, isNew: true),
    ]
    return state
  }

  /// The stack moves: main's frame is copied, f's not yet.
  static var growing: ScreenState {
    let newLow: UInt64 = 0xc0_0010_0000
    let newHigh = newLow + 4096
    let growth = GrowthPicture(
      oldLow: low, oldHigh: high, newLow: newLow, newHigh: newHigh, copiedFrames: 1, totalFrames: 2,
      rewrittenPointers: 0)
    let x = newHigh - 0x18
    let fLow = top - 0x300
    let stage = stage(
      line: 13,
      stack(
        [
          frame("main.main", newHigh - 0x80, 0x70, [slot("x", "int", x, "3")]),
          frame(
            "main.f", fLow, 0x280,
            [
              reference("p", "*int", fLow + 0x20, to: top - 0x18),
              slot("a", "[64]int", fLow + 0x28, "{0 1 4 9 16 25 …}", size: 512),
            ], returnsTo: "up.go:18", isFocus: true),
        ], growth: growth))
    var state = state(
      "Growth", stage,
      [.frameCopied(function: "main.main", from: "0xc000042780", to: "0xc000100f80", bytes: 112)])
    state.changed = [newHigh - 0x80..<newHigh]
    return state
  }

  /// A substring pins its whole text.
  static var leak: ScreenState {
    let page: UInt64 = 0xc0_0007_2000
    let title = SlotPicture(
      name: "title", type: "string", address: 0x55_0000, size: 16, value: "\"All work\"",
      pointers: pointer(0x55_0000, page, .block(page)))
    let stage = stage(
      line: 23,
      stack([frame("main.main", top - 0x40, 0x30, [], isFocus: true)]),
      heap([
        BlockPicture(
          address: page, size: 2304, requested: 2200, type: "[2200]byte",
          rows: [slot("[0]", "[]byte", page, "\"All work and no play. All work …\"", size: 2200)],
          hiddenRows: 0, location: "strings.go:12", reason: .bytesToString, used: [0..<8])
      ]), globals: [title])
    var state = state("Leak: a substring", stage, [.pinned(used: 8, total: 2200)])
    state.selectedBlock = page
    state.focus = .heap
    return state
  }

  /// Chinese names, texts and strings.
  static var chinese: ScreenState {
    let text = """
      package main

      // 名字 is printed.
      var 名字 = "内存"

      func main() {
      \tprintln(名字 + "，堆")
      }
      """
    let name = SlotPicture(
      name: "名字", type: "string", address: 0x55_0000, size: 16, value: "\"内存\"",
      pointers: pointer(0x55_0000, 0x4c_0000, .readOnly))
    let stage = stage(
      line: 7, stack([frame("main.main", top - 0x40, 0x30, [slot("栈", "int", top - 0x18, "7")], isFocus: true)]),
      globals: [name])
    var state = state("向上共享：指针", stage, [.wrote(name: "名字", value: "\"内存\"")], text: text)
    state.narration = Narration(text: "i 不在这个栈帧里；栈帧里只有一个隐藏指针，指向堆上的内存块。")
    state.output = [OutputLine(text: "内存，堆", isError: true)]
    return state
  }
}
