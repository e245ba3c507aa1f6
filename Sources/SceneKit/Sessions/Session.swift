/// A saved run: everything that is needed to see it again, on any machine.
///
/// The file is UTF-8 JSON with `version` first. Source files are held by their last path component, so that no path of the machine
/// it was made on is in it. `digests` are the machine's state hashes at some ticks: replaying verifies them, so that a gomem
/// that runs the program differently says so instead of showing something else.
public struct Session: Hashable, Sendable {
  /// The format's version; a file with a higher one is refused.
  public static let currentVersion = 1

  public struct Source: Hashable, Sendable {
    public var name: String
    public var text: String
    /// The import path of its package, where the program was a module's.
    public var package: String?
    public init(name: String, text: String, package: String? = nil) {
      self.name = name
      self.text = text
      self.package = package
    }
  }

  /// Something that a person decided in the machine's place.
  public struct Decision: Hashable, Sendable {
    public var tick: UInt64
    /// "collect", "run", "preempt", "select", "alone", "together".
    public var kind: String
    public var value: Int
    public init(tick: UInt64, kind: String, value: Int = 0) {
      self.tick = tick
      self.kind = kind
      self.value = value
    }
  }

  public struct Mark: Hashable, Sendable {
    public var tick: UInt64
    public var text: String
    public init(tick: UInt64, text: String) {
      self.tick = tick
      self.text = text
    }
  }

  public struct Digest: Hashable, Sendable {
    public var tick: UInt64
    /// Sixteen hexadecimal digits.
    public var hash: String
    public init(tick: UInt64, hash: String) {
      self.tick = tick
      self.hash = hash
    }
  }

  public var title: String
  public var sources: [Source]
  /// Name and value, as on the command line.
  public var options: [[String]]
  public var arguments: [String]
  public var decisions: [Decision]
  public var position: UInt64
  public var breakpoints: [String]
  public var bookmarks: [Mark]
  public var notes: [Mark]
  public var digests: [Digest]

  public init(
    title: String, sources: [Source], options: [[String]] = [], arguments: [String] = [], decisions: [Decision] = [],
    position: UInt64 = 0, breakpoints: [String] = [], bookmarks: [Mark] = [], notes: [Mark] = [], digests: [Digest] = []
  ) {
    self.title = title
    self.sources = sources
    self.options = options
    self.arguments = arguments
    self.decisions = decisions
    self.position = position
    self.breakpoints = breakpoints
    self.bookmarks = bookmarks
    self.notes = notes
    self.digests = digests
  }
}
