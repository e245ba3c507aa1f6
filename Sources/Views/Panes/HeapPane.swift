import Canvas
import Insight
import Machine

extension ScreenPainter {
  mutating func drawHeap(in rect: Rect) {
    let heap = state.stage.heap
    var note = text(.blockTotal(blocks: heap.inUse, bytes: heap.bytes))
    if heap.library > 0 {
      let long = note + " · " + text(.libraryBlocks(count: heap.library))
      if long.cellWidth + text(.heapTitle).cellWidth + 8 <= rect.width { note = long }
    }
    let inside = frame(.heap, in: rect, note: note)
    var area = inside
    if state.stage.collector.phase != .off, area.height > 8 {
      drawCollector(in: area.splitTop(2).top)
      area = area.splitTop(2).rest
      canvas.horizontalRule(at: Point(area.x, area.y), length: area.width, Style(.border), .dashed)
      area = area.splitTop(1).rest
    }
    if heap.blocks.isEmpty {
      Paragraph(text(.noBlocks), .dim).draw(on: &canvas, in: area.inset(1, 0))
    } else {
      drawCards(in: area, frame: rect)
    }
    pointers.extend(Rect(rect.x, inside.y, rect.width, inside.height))
  }

  /// Blank columns before a card, in which arrows arrive, and behind it, in which they leave.
  private static let before = 4
  private static let behind = 3
  private static let narrowest = 24
  private static let widest = 44

  private mutating func drawCards(in area: Rect, frame: Rect) {
    let lane = Self.before + Self.behind
    let columns = max(1, min(4, area.width / (Self.narrowest + lane + 2)))
    let pitch = area.width / columns
    let width = min(Self.widest, pitch - lane)
    let bodies = Rect(area.x, area.y, area.width, area.height)
    var column = 0
    var y = bodies.y
    var shown = 0
    for block in state.stage.heap.blocks {
      var card = card(block)
      let left = bodies.maxY - y
      if card.height > left, y > bodies.y {
        // What is left of the column is too short: on to the next one, if there is any.
        if column + 1 < columns {
          column += 1
          y = bodies.y
        } else if left < 4 {
          break
        }
      }
      let room = bodies.maxY - y
      if room < 3 { break }
      card.isSelected = state.selectedBlock == block.address
      let place = Rect(bodies.x + column * pitch + Self.before, y, width, min(card.height, room))
      draw(card, block, in: place)
      y += place.height + 1
      shown += 1
    }
    map.scrollLimit[.heap] = max(0, state.stage.heap.total - shown)
    let heap = state.stage.heap
    let behind = heap.total - heap.skipped - shown
    if heap.skipped > 0 || behind > 0 {
      let label = " " + text(.blocksHidden(before: heap.skipped, after: max(0, behind))) + " "
      canvas.text(label, at: Point(frame.maxX - 2 - label.cellWidth, frame.maxY - 1), .dim)
    }
  }

  private mutating func draw(_ card: BlockCard, _ block: BlockPicture, in rect: Rect) {
    let anchors = card.draw(on: &canvas, in: rect)
    map.blocks.append(.init(rect: rect, value: block.address))
    pointers.add(block.address..<block.address + UInt64(max(1, block.size)), at: anchors.entry, heading: .right)
    for (i, slot) in block.rows.enumerated() {
      if i > 0, anchors.rowEntries.indices.contains(i) {
        pointers.add(
          slot.address..<slot.address + UInt64(max(1, slot.size)), at: anchors.rowEntries[i], heading: .right)
      }
      if let point = anchors.pointers[i], let pointer = pointer(slot), !block.isFree {
        pointers.add(pointer, at: point, isNew: isChanged(slot), isFaint: block.isGarbage)
      }
    }
  }

  private func card(_ block: BlockPicture) -> BlockCard {
    var rows = block.rows.map { row($0, addressed: false, isStale: block.isFree) }
    if block.hiddenRows > 0 { rows.append(SlotRow(name: text(.rowsHidden(count: block.hiddenRows)), value: "")) }
    let address = Quantity.address(block.address)
    var card = BlockCard(
      title: block.isFree ? text(.freeBlock) : shortType(block.type), note: note(block), address: address,
      place: block.location, shade: shade(block), rows: rows)
    card.shortNote = Quantity.bytes(block.requested == 0 ? block.size : block.requested)
    if block.isGarbage {
      card.place = text(.garbageBlock)
    } else if let used = block.used?.reduce(0, { $0 + $1.count }), used < block.requested {
      // Only what is kept needlessly is worth a bar.
      card.usedBytes = used
      card.pinnedBytes = block.requested
    }
    if state.touchedBlocks.contains(block.address) {
      card.isNew = true
      card.title = "• " + card.title
    }
    return card
  }

  private func note(_ block: BlockPicture) -> String {
    block.size == block.requested || block.requested == 0
      ? Quantity.bytes(block.size) : "\(Quantity.bytes(block.requested)) / \(Quantity.bytes(block.size))"
  }

  func shade(_ block: BlockPicture) -> BlockCard.Shade {
    if block.isFree { return .free }
    switch block.shade {
    case .white: return .white
    case .grey: return .grey
    case .black: return .black
    case nil: return block.isGarbage ? .garbage : .none
    }
  }

  /// Two rows: how many blocks have which colour; and the grey queue, or the blocks one by one.
  mutating func drawCollector(in rect: Rect) {
    let collector = state.stage.collector
    var spans: [Styled] = []
    // As long as every block is at hand, those that are drawn are counted, and the library's own told apart.
    let heap = state.stage.heap
    let shown = { (shade: Shade) in heap.blocks.count { $0.shade == shade && !$0.isFree } }
    let isWhole = heap.blocks.count == heap.total
    let all = collector.white + collector.grey + collector.black
    let counts: [(BlockCard.Shade, Int)] = [
      (.white, isWhole ? shown(.white) : collector.white), (.grey, isWhole ? shown(.grey) : collector.grey),
      (.black, isWhole ? shown(.black) : collector.black),
    ]
    let others = all - counts.reduce(0) { $0 + $1.1 }
    for (shade, count) in counts {
      spans += [Styled(" \(shade.glyph) ", shade.label), Styled(" \(count)  ", .value)]
    }
    let more = Styled(text(.libraryBlocks(count: others)), .dim)
    if others > 0, spans.cellWidth + more.text.cellWidth < rect.width - 1 { spans.append(more) }
    let phase = Styled(text(.collectorLabel(phase: collector.phase.message, cycle: collector.cycle)), .heading)
    if spans.cellWidth + phase.text.cellWidth + 2 < rect.width - 1 { spans.append(Styled("  ")); spans.append(phase) }
    canvas.spans(spans, at: Point(rect.x + 1, rect.y), width: rect.width - 1)
    let grey = state.stage.heap.blocks.filter { $0.shade == .grey }
    var queue = [Styled(text(.greyQueue) + " ", .dim)]
    if grey.isEmpty {
      queue.append(Styled(collector.grey == 0 ? text(.greyQueueEmpty) : "…", .dim))
    } else {
      for block in grey.prefix(8) { queue += [Styled(AddressText.short(block.address), .grey), Styled(" ")] }
      if collector.grey > grey.count || grey.count > 8 { queue.append(Styled("…", .dim)) }
    }
    canvas.spans(queue, at: Point(rect.x + 1, rect.y + 1), width: rect.width - 1)
  }
}

extension ScreenPainter {
  /// Types of the learner's own package without its name: `*main.Node` is `*Node`.
  func shortType(_ type: String) -> String {
    guard type.contains("main.") else { return type }
    var result = ""
    var rest = Substring(type)
    while let first = rest.first {
      let startsWord = result.last.map { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "/") } ?? true
      if startsWord, rest.hasPrefix("main.") {
        rest = rest.dropFirst(5)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
