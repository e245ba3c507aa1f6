import GoTypes
import SourceText

/// A place that can hold a value: a variable, the memory that an expression makes, or one of the places that
/// stand for all others.
struct Location {
  struct Attributes: OptionSet {
    let rawValue: UInt8
    /// Its address may be held by what outlives it.
    static let escapes = Attributes(rawValue: 1)
    /// Its memory is needed beyond the statement.
    static let persists = Attributes(rawValue: 2)
    /// What its value points to may be written.
    static let mutates = Attributes(rawValue: 4)
    /// Functions in its value may be called, their results lost.
    static let calls = Attributes(rawValue: 8)
    static let heap: Attributes = [.escapes, .persists, .mutates, .calls]
  }

  enum Kind: UInt8 { case heap, mutator, callee, blank, temporary, variable, expression }

  var kind: Kind
  var attributes: Attributes = []
  var isQueued = false
  var isCaptured = false
  var isReassigned = false
  var isAddressTaken = false
  /// Loops around it in its function, from 1.
  var loopDepth: Int32 = 1
  /// Dereferences from the root of the walk under way, −1 for its address; valid if `walk` is that walk's number.
  var derefs: Int32 = 0
  var walk: UInt32 = 0
  /// The next place on the way to the root, and the edge that leads there.
  var towards: Int32 = -1
  var towardsEdge: Int32 = -1
  /// Incoming edges: first and last of a list.
  var firstEdge: Int32 = -1
  var lastEdge: Int32 = -1
  var leaks = Leaks()
  /// Why it escapes: where its address went, as an index into the batch's `causes`, or −1.
  var cause: Int32 = -1
  @Unretained var function: Func?
  @Unretained var name: Name?
  @Unretained var node: Node?

  init(_ kind: Kind, _ attributes: Attributes = []) {
    self.kind = kind
    self.attributes = attributes
  }
}

/// What makes a value flow: words for explanations.
enum Why: UInt8 {
  case none, assigned, returned, passed, captured, capturedByReference, sent, boxed, stored, addressOf, sized, huge,
    unknownCall
  case mapKey, mapValue, rangeOver, deferred, started, element, receiver, appended, spilled, panicked
}

/// An assignment: `derefs` of the source flow to the destination whose list the edge is in.
struct Edge {
  var source: Int32
  /// −1 address, 0 value, n after n dereferences.
  var derefs: Int32
  var next: Int32
  var why: Why
  @Unretained var node: Node?
}

/// Where the value of the expression that is walked goes.
struct Hole {
  var destination: Int32
  var derefs: Int32 = 0
  /// The address of the expression is taken, whether or not it is kept.
  var takesAddress = false
  var why = Why.none
  @Unretained var node: Node?

  init(_ destination: Int32) { self.destination = destination }

  func shifted(_ delta: Int32) -> Hole {
    var hole = self
    hole.derefs += delta
    precondition(hole.derefs >= -1, "the address of an address")
    hole.takesAddress = delta < 0
    return hole
  }

  func dereferenced() -> Hole { shifted(1) }

  func noting(_ why: Why, _ node: Node) -> Hole {
    var hole = self
    // The innermost reason is the one that tells most; those of outer expressions are kept where there is none.
    if hole.why == .none || (why != .element && why != .addressOf) {
      hole.why = why
      hole.node = node
    }
    return hole
  }
}

/// The graph of one batch: functions that call each other, with their literals.
struct LocationGraph {
  static let heap: Int32 = 0
  static let mutator: Int32 = 1
  static let callee: Int32 = 2
  static let blank: Int32 = 3

  var locations: [Location] = [
    Location(.heap, .heap), Location(.mutator, .mutates), Location(.callee, .calls), Location(.blank),
  ]
  var edges: [Edge] = []

  /// The first flow that made a location escape: from where to where, and why.
  struct Cause {
    var destination: Int32
    var derefs: Int32
    var why: Why
    @Unretained var node: Node?
  }
  var causes: [[Cause]] = []

  mutating func add(_ location: Location) -> Int32 {
    locations.append(location)
    return Int32(locations.count - 1)
  }

  mutating func flow(_ hole: Hole, from source: Int32) {
    if hole.takesAddress { locations[Int(source)].isAddressTaken = true }
    let destination = hole.destination
    if destination == Self.blank || (destination == source && hole.derefs >= 0) { return }
    if hole.derefs < 0, locations[Int(destination)].attributes.contains(.escapes) {
      if !locations[Int(source)].attributes.contains(.escapes) {
        locations[Int(source)].cause = Int32(causes.count)
        causes.append([Cause(destination: destination, derefs: hole.derefs, why: hole.why, node: hole.node)])
      }
      locations[Int(source)].attributes.formUnion(.heap)
      return
    }
    let index = Int32(edges.count)
    edges.append(Edge(source: source, derefs: hole.derefs, next: -1, why: hole.why, node: hole.node))
    let last = locations[Int(destination)].lastEdge
    if last < 0 { locations[Int(destination)].firstEdge = index } else { edges[Int(last)].next = index }
    locations[Int(destination)].lastEdge = index
  }
}
