import Canvas
import Insight

/// The library of scenes, by chapter: what `gomem` shows without a target.
public struct ChooserState: Sendable {
  public struct Scene: Hashable, Sendable {
    /// What opens it.
    public var name: String
    public var title: String
    public var about: String
    /// The program's text, for the preview.
    public var source: String
    public init(name: String, title: String, about: String, source: String) {
      self.name = name
      self.title = title
      self.about = about
      self.source = source
    }
  }

  public struct Chapter: Hashable, Sendable {
    public var title: String
    public var scenes: [Scene]
    public init(title: String, scenes: [Scene]) {
      self.title = title
      self.scenes = scenes
    }
  }

  public var chapters: [Chapter]
  public var words: any Catalogue
  /// Among all scenes, in order.
  public var selected = 0
  public var search: PromptState?
  public var notice: Message?

  public init(chapters: [Chapter], words: any Catalogue) {
    self.chapters = chapters
    self.words = words
  }

  public var scenes: [Scene] { chapters.flatMap(\.scenes) }
  public var scene: Scene? { scenes.indices.contains(selected) ? scenes[selected] : nil }
}

extension Screen {
  /// - Returns: with the scenes as choices, by their index.
  public static func render(_ state: ChooserState, _ size: Size) -> Rendered {
    guard size.width >= minimum.width, size.height >= minimum.height else {
      return Rendered(canvas: tooSmall(size, state.words), map: ScreenMap())
    }
    var canvas = Canvas(size)
    var map = ScreenMap()
    let words = state.words
    StatusBar(left: [Styled("gomem  ", .accent), Styled(words.text(.chooserAbout), .header)]).draw(
      on: &canvas, at: .zero, width: size.width)
    let area = Rect(0, 1, size.width, size.height - 2)
    let (left, right) = area.splitLeft(max(30, min(52, size.width * 2 / 5)))
    let preview = Rect(right.x - 1, right.y, right.width + 1, right.height)
    drawPreview(state, on: &canvas, in: preview)
    let inside = Pane(words.text(.scenesTitle), isFocused: true).draw(on: &canvas, in: left)
    drawScenes(state, on: &canvas, in: inside, &map)
    let keys = Point(0, size.height - 1)
    if let search = state.search {
      Prompt(sign: words.text(.searchPrompt), state: search).draw(on: &canvas, at: keys, width: size.width)
    } else if let notice = state.notice {
      canvas.fill(Rect(0, keys.y, size.width, 1), Style(.text, on: .header))
      canvas.spans([Styled(" " + words.text(notice), .key)], at: keys, width: size.width)
    } else {
      canvas.fill(Rect(0, keys.y, size.width, 1), Style(.text, on: .header))
      canvas.text(words.text(.chooserHint), at: Point(1, keys.y), .key, width: size.width - 2)
    }
    return Rendered(canvas: canvas, map: map)
  }

  private static func drawScenes(
    _ state: ChooserState, on canvas: inout Canvas, in rect: Rect, _ map: inout ScreenMap
  ) {
    // Chapters and scenes in one list; `scene` is nil for a chapter's title.
    var rows: [(text: String, scene: Int?)] = []
    var index = 0
    for chapter in state.chapters {
      if !rows.isEmpty { rows.append(("", nil)) }
      rows.append((chapter.title, nil))
      for scene in chapter.scenes {
        rows.append((scene.title, index))
        index += 1
      }
    }
    let at = rows.firstIndex { $0.scene == state.selected } ?? 0
    let list = ListState(selected: at).settled(count: rows.count, visible: rect.height)
    // A chapter's title is context for its first scene.
    let first = list.first == at - 1 && list.first > 0 ? list.first - 1 : list.first
    for (i, row) in rows.enumerated().dropFirst(first).prefix(rect.height) {
      let strip = Rect(rect.x, rect.y + i - first, rect.width - 1, 1)
      guard let scene = row.scene else {
        canvas.text(row.text, at: Point(strip.x + 1, strip.y), .heading, width: strip.width - 1)
        continue
      }
      let isChosen = scene == state.selected
      if isChosen { canvas.fill(strip, Style(.selection, on: .selection)) }
      canvas.text(isChosen ? "▸" : " ", at: Point(strip.x + 1, strip.y), .selection)
      canvas.text(
        row.text, at: Point(strip.x + 3, strip.y), isChosen ? .selection : .text, width: strip.width - 3)
      map.choices.append(.init(rect: strip, value: scene))
    }
    canvas.scrollbar(
      at: Point(rect.maxX - 1, rect.y), length: rect.height, first: first, visible: rect.height, total: rows.count,
      Style(.focus), track: Style(.border))
  }

  private static func drawPreview(_ state: ChooserState, on canvas: inout Canvas, in rect: Rect) {
    guard let scene = state.scene else {
      Pane("").draw(on: &canvas, in: rect)
      return
    }
    let inside = Pane([Styled(scene.title, .title)], note: [Styled(scene.name, .dim)]).draw(on: &canvas, in: rect)
      .inset(1, 0)
    let about = Paragraph(scene.about, .narration)
    let height = min(about.lines(width: inside.width).count, inside.height / 2)
    about.draw(on: &canvas, in: Rect(inside.x, inside.y + 1, inside.width, height))
    let listing = Rect(inside.x, inside.y + height + 2, inside.width, inside.height - height - 2)
    let document = SourceDocument(previewing: scene.source)
    SourceListing(lines: document.listing.prefix(max(0, listing.height)).map { $0 }).draw(on: &canvas, in: listing)
  }
}
