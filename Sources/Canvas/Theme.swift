/// What a theme gives a role. A role that is used as a ground lends its `ground` and, in mono, its attributes.
public struct Paint: Hashable, Sendable {
  public var ink: Colour?
  public var ground: Colour?
  public var attributes: Attributes

  public init(_ ink: Colour? = nil, on ground: Colour? = nil, _ attributes: Attributes = []) {
    self.ink = ink
    self.ground = ground
    self.attributes = attributes
  }
}

/// How a cell looks in the end. Without colours (`ink` and `ground` nil) the terminal's own are meant.
public struct Look: Hashable, Sendable {
  public var ink: Colour?
  public var ground: Colour?
  public var attributes: Attributes
}

/// A map from roles to colours and attributes.
public struct Theme: Sendable {
  public let name: String
  /// The colour of `.text` and of the screen; nil in mono, where the terminal's own are used.
  public let ink: Colour?
  public let ground: Colour?
  private let paints: [Paint]

  /// - Parameter paint: gives every role its paint; an ink of nil means the theme's own ink.
  init(name: String, ink: Colour?, ground: Colour?, paint: (Role) -> Paint) {
    self.name = name
    self.ink = ink
    self.ground = ground
    paints = Role.allCases.map(paint)
  }

  public func paint(_ role: Role) -> Paint { paints[Int(role.rawValue)] }

  /// The look of a style where there are colours; at depth `.none` every theme falls back to ``mono``.
  public func look(_ style: Style, depth: ColourDepth = .trueColour) -> Look {
    guard depth > .none, ink != nil else { return Theme.mono.monoLook(style) }
    let paint = paint(style.role)
    let under = style.ground.flatMap { self.paint($0).ground }
    return Look(
      ink: paint.ink ?? ink, ground: paint.ground ?? under ?? ground,
      attributes: paint.attributes.union(style.attributes))
  }

  private func monoLook(_ style: Style) -> Look {
    let own = paint(style.role).attributes.union(style.attributes)
    guard let ground = style.ground else { return Look(ink: nil, ground: nil, attributes: own) }
    return Look(
      ink: nil, ground: nil, attributes: own.union(paint(ground).attributes.intersection([.reverse, .underline])))
  }

  /// The themes that a person can choose.
  public static let all: [Theme] = [.dark, .light, .okabeIto, .mono]

  /// The theme of a name: `dark`, `light`, `okabe-ito`, `mono`.
  public static func named(_ name: String) -> Theme? { all.first { $0.name == name } }
}
