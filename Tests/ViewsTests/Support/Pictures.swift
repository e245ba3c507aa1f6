import Canvas
import Insight
import Machine
import MachineCode
import SourceText

@testable import Views

/// Stages made by hand: what the screen would get from a machine.
enum Sample {
  static let source = """
    package main

    import "fmt"

    type Node struct {
    \tvalue int
    \tnext  *Node
    }

    //go:noinline
    func initValue() *int {
    \t//gomem:say i is not in this frame.
    \ti := 4
    \treturn &i
    }

    func main() {
    \tn := initValue()
    \tvar list *Node
    \tfor v := range 3 {
    \t\tlist = &Node{v, list}
    \t}
    \tfmt.Println(*n/2, list.value)
    }
    """

  static func document(_ text: String = source) -> SourceDocument {
    var document = SourceDocument()
    document.add(SourceFile(name: "scenes/up.go", text: text), FileID(0))
    return document
  }

  static let high: UInt64 = 0xc0_0004_2800
  static let low: UInt64 = 0xc0_0004_2000

  static func pointer(_ source: UInt64, _ address: UInt64, _ target: PointerPicture.Target) -> [PointerPicture] {
    [PointerPicture(source: source, address: address, target: target)]
  }

  static func slot(
    _ name: String, _ type: String, _ address: UInt64, _ value: String, kind: FrameSlot.Kind = .local,
    pointers: [PointerPicture] = [], liveness: SlotPicture.Liveness = .live, size: Int = 8
  ) -> SlotPicture {
    SlotPicture(
      name: name, kind: kind, type: type, address: address, size: size, value: value, pointers: pointers,
      liveness: liveness)
  }

  /// A slot that holds a pointer to a block, or to a place in the stack.
  static func reference(
    _ name: String, _ type: String, _ address: UInt64, to target: UInt64, kind: FrameSlot.Kind = .local,
    liveness: SlotPicture.Liveness = .live
  ) -> SlotPicture {
    slot(
      name, type, address, Quantity.address(target), kind: kind,
      pointers: pointer(address, target, target >= low && target < high ? .stack(goroutine: 1) : .block(target)),
      liveness: liveness)
  }

  static func frame(
    _ function: String, _ low: UInt64, _ bytes: UInt64, _ slots: [SlotPicture], returnsTo: String = "",
    isFocus: Bool = false, isStale: Bool = false
  ) -> FramePicture {
    FramePicture(
      function: function, functionID: FunctionID(0), low: low, high: low + bytes, slots: slots, returnsTo: returnsTo,
      location: "up.go:18", isFocus: isFocus, isStale: isStale)
  }

  static func stack(
    _ frames: [FramePicture], stale: [FramePicture] = [], growth: GrowthPicture? = nil
  ) -> StackPicture {
    StackPicture(
      goroutine: 1, low: low, high: high, guardAddress: low + 928, sp: frames.last?.low ?? high - 64, frames: frames,
      stale: stale, growth: growth)
  }

  static func node(_ address: UInt64, _ value: Int, next: UInt64?, _ shade: Shade? = nil) -> BlockPicture {
    BlockPicture(
      address: address, size: 16, requested: 16, type: "main.Node", shade: shade,
      rows: [
        slot("value", "int", address, "\(value)"),
        next.map { reference("next", "*main.Node", address + 8, to: $0) }
          ?? slot("next", "*main.Node", address + 8, "nil", pointers: pointer(address + 8, 0, .nil)),
      ], location: "up.go:21", reason: .literal)
  }

  static func heap(_ blocks: [BlockPicture], skipped: Int = 0, total: Int? = nil) -> HeapPicture {
    HeapPicture(
      blocks: blocks, skipped: skipped, total: total ?? blocks.count, bytes: blocks.reduce(0) { $0 + $1.size })
  }

  static func collector(
    _ phase: CollectorPicture.Phase = .off, white: Int = 0, grey: Int = 0, black: Int = 0
  ) -> CollectorPicture {
    CollectorPicture(
      phase: phase, cycle: phase == .off ? 0 : 1, white: white, grey: grey, black: black, heapLive: 48,
      heapGoal: 4 << 20)
  }

  static func stage(
    line: Int, _ stack: StackPicture, _ heap: HeapPicture = heap([]), globals: [SlotPicture] = [],
    collector: CollectorPicture = collector(), goroutines: [GoroutinePicture]? = nil, exitStatus: Int32? = nil
  ) -> Stage {
    Stage(
      tick: 1204,
      source: SourcePicture(
        file: FileID(0), line: line, span: Span(file: FileID(0), start: 0, end: 0), isCaller: false),
      stack: stack,
      goroutines: goroutines ?? [
        GoroutinePicture(
          id: 1, state: "running", function: "main.main", location: "up.go:18", stackSize: 2048, isFocus: true)
      ], heap: heap, globals: globals, collector: collector, exitStatus: exitStatus)
  }

  static func state(_ title: String, _ stage: Stage, _ happened: [Message], text: String = source) -> ScreenState {
    var state = ScreenState(title: title, words: English(), stage: stage, source: document(text))
    state.happened = happened
    state.end = 9310
    state.frontier = 9310
    state.marks = [
      TimelineMark(tick: 1100, kind: .narration), TimelineMark(tick: 5000, kind: .collection),
      TimelineMark(tick: 9000, kind: .output), TimelineMark(tick: 9310, kind: .end),
    ]
    return state
  }
}
