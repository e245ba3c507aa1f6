import GoSyntax
import GoTypes
import SourceText

/// What a node of the tree does. The tree is the program as the compiler sees it after type checking: implicit
/// conversions, dereferences and temporary variables are nodes of their own (cmd/compile/internal/ir, Go 1.23).
enum Op: UInt8 {
  // Values.
  case name, function, methodExpression, literal, nilValue
  case unary, binary, logical, concat
  case address, pointerLiteral, deref
  /// `x.f` of a struct, of a pointer to one; `x.m` of an interface that is called.
  case dot, dotPointer, dotInterface
  case typeAssert, index, indexMap, slice, sliceArray, receive
  /// Conversions: without effect, of numbers, to an interface, and those that allocate.
  case convertNothing, convert, convertInterface
  case bytesToString, runesToString, runeToString, stringToBytes, stringToRunes, sliceToArray, sliceToArrayPointer
  case call, callInterface
  case append, copy, panic, print, recover, delete, clear, close, length, minMax, complex, unsafe
  case new, makeSlice, makeMap, makeChan
  case methodValue, closure
  case arrayLiteral, sliceLiteral, structLiteral, mapLiteral, keyed
  /// A call replaced by its body: statements, then the variables that hold the results.
  case inlinedCall

  // Statements.
  case declare, assign, assignOp, assignList, assignCall, assignCommaOK
  case block, label, goto, branch, ifElse, loop, range, switchCase, switchValue, switchType, select, selectCase
  case send, returns, goStatement, deferStatement, checkNil
}

/// One operation. What the fields hold is told beside each operation in the builder.
final class Node {
  var op: Op
  var position: Position
  var type: GoType
  /// The source expression or statement that findings are recorded for; `.noSource` for what nothing in the source made.
  var id: NodeID
  var x: Node?
  var y: Node?
  var z: Node?
  var list: [Node] = []
  var rest: [Node] = []
  /// Statements that run before.
  var initial: [Node] = []
  /// The variable that is read or declared.
  var name: Name?
  /// The function that is named, or made by a function literal.
  var function: Func?
  /// A selector's, label's or operator's text, a literal's value.
  var text = ""
  var constant: Constant?
  /// Of a slice expression: low, high, max; those that stand there are also in `list`.
  var bounds: [Node?] = []
  /// Elements of a slice literal, those between keys included.
  var length: Int64 = 0
  /// Inserted by the compiler: printed as if it weren't there.
  var isImplicit = false
  /// Of a method expression: the receiver's type.
  var holder: GoType?
  /// A field at the beginning of its struct.
  var isFirstField = false
  /// Of an array or slice literal: elements with a key.
  var keyedElements = 0
  /// Of a package's variable, or of a called interface's method: the package that names it.
  var package: Package?
  /// Of a generic function that is named: its type arguments.
  var arguments: [GoType] = []
  /// In the value of a package's variable, where it needs no code at run time (cmd/compile/internal/staticinit).
  var isStatic = false
  /// A call that a `go` or `defer` statement makes.
  var isDeferred = false
  /// A slice that holds a call's further arguments.
  var isGathered = false
  /// The loop's own label, or the one that is branched to.
  var label: String?
  /// Of an assignment: which of its targets are `_`.
  var blanks: [Bool] = []
  /// The first argument of a call is a method's receiver.
  var hasReceiver = false
  /// `f(s...)`.
  var isSpread = false
  /// Declares the variables on its left.
  var isDefinition = false
  /// How the compiler names what the node makes, for nodes of the library's functions.
  var rendered: String?
  /// The instance of a generic function whose body it comes from, if that was inlined: messages speak of its types.
  var home: Func?
  /// A loop whose variables are new in each iteration.
  var isPerIteration = false
  /// Of a call that came here by inlining: which functions' bodies it is in.
  var inlined: InlinedBody?
  /// The type as the source means it, before type parameters are replaced; for messages.
  var writtenType: GoType?

  init(_ op: Op, _ position: Position, _ type: GoType = .invalid, id: NodeID = .noSource) {
    self.op = op
    self.position = position
    self.type = type
    self.id = id
  }

  /// Calls `body` for each operand and nested statement in the order in which the compiler visits them.
  func forEachChild(_ body: (Node) -> Void) {
    for node in initial { body(node) }
    if op == .range {
      // The operand, the variables, the body.
      if let x { body(x) }
      if let y { body(y) }
      if let z { body(z) }
      for node in list { body(node) }
      return
    }
    if let x { body(x) }
    if let y { body(y) }
    if let z { body(z) }
    for node in list { body(node) }
    for node in rest { body(node) }
  }
}

extension NodeID {
  /// For nodes that stand for nothing in the source text.
  static let noSource = NodeID(-1)
}

/// A variable of a function, one per instance of a generic one.
final class Name {
  enum Kind { case local, parameter, result, temporary, package }

  let text: String
  let kind: Kind
  let position: Position
  let type: GoType
  unowned(unsafe) let owner: Func?
  let variable: Variable?
  /// The statement that declares it.
  weak var definition: Node?
  /// Index of its location in the batch that is analysed, or −1.
  var location: Int32 = -1
  /// From 1 for results.
  var resultIndex = 0
  var writtenType: GoType?
  /// Some statement assigns to it other than its definition; known once the tree is complete.
  var isReassigned = false
  var isAddressTaken = false

  init(_ text: String, _ kind: Kind, _ position: Position, _ type: GoType, owner: Func?, variable: Variable? = nil) {
    self.text = text
    self.kind = kind
    self.position = position
    self.type = type
    self.owner = owner
    self.variable = variable
  }
}

/// A function, an instance of a generic function, or a function literal.
final class Func {
  let text: String
  let function: Function?
  let position: Position
  /// Receiver and parameters; `nil` where there is no name to assign to.
  var parameters: [Name?] = []
  var parameterTypes: [GoType] = []
  var parameterPositions: [Position] = []
  var results: [Name] = []
  /// All variables in order of declaration: parameters, results, locals.
  var variables: [Name] = []
  /// Variables of enclosing functions that a literal uses.
  var captures: [Name] = []
  var body: [Node] = []
  /// The enclosing function of a literal.
  weak var parent: Func?
  /// Also when the expression that makes it is no more in the tree.
  private(set) var isLiteral = false
  /// The expression that makes a literal.
  weak var closure: Node? { didSet { isLiteral = true } }
  /// Which of its function's literals this is, from 1.
  var number = 0
  /// Literals in this function, not counting those inside them; bodies of range-over-func loops; calls that `go` and
  /// `defer` make.
  var literals = 0
  var rangeBodies = 0
  var wrappers = 0
  /// Of a literal: the bodies that it was copied with when they were inlined, outermost first.
  var inlinedNames: [String] = []
  /// `go` or `defer`, for a literal that calls something for such a statement.
  var wrapperKind: String?
  /// Made for a `go` or `defer` statement.
  var isWrapper = false
  /// Made of the body of a range-over-func loop.
  var isRangeBody = false
  /// The body of a range-over-func loop has a `return`, or one inside it does.
  var returns = false
  var hasBody = true
  /// Instances of generic functions: their parameters are not reported.
  var isInstance = false
  var isLibrary = false
  /// Of another package than the one that is compiled: known by its tags alone.
  var isForeign = false
  /// The type arguments of an instance.
  var arguments: [GoType] = []
  /// What the type parameters stand for, in an instance.
  var shapes: [ObjectIdentifier: GoType] = [:]
  var isNoEscape = false
  /// Which of its package's functions named init it is, from 0.
  var initNumber: Int?
  var isNoInline = false
  /// Made by the compiler so that an interface's method can be called: it has no place.
  var isMethodWrapper = false
  /// Other packages may have it too: its parameters are not reported.
  var isDuplicate = false
  /// For the function of an instance's very type arguments.
  var instance: InstanceWrapper?
  /// Runs the initialisers of a package.
  var isPackageInit = false
  var isInlinabilityKnown = false
  /// How calls of it are replaced, if they may be.
  var inlining: Inliner.Body?
  /// The linker's name, of a function of the library.
  var symbol = ""
  /// What Go's compiler knows of a function of the library.
  var known: LibraryFacts.Entry?
  /// Where it is declared, for functions of the library.
  var place = Position.none
  /// Of a literal in a body of the library's: what it costs to inline, if it may be.
  var literalCost: Int?
  var signatureHasReceiver = false

  enum Progress { case unknown, planned, tagged }
  var progress = Progress.unknown
  /// What callers must know, one per parameter, once tagged.
  var tags: [Leaks] = []
  /// Some call's results are not followed.
  var areResultsLost = false

  init(_ text: String, function: Function?, position: Position) {
    self.text = text
    self.function = function
    self.position = position
  }

  /// Calls `body` for each function literal in this function, at any depth, each before those inside it.
  func forEachLiteral(_ body: (Func) -> Void) {
    func visit(_ node: Node) {
      if node.op == .closure, let literal = node.function {
        body(literal)
        literal.body.forEach(visit)
      }
      node.forEachChild(visit)
    }
    self.body.forEach(visit)
  }

  /// Where messages about the whole function stand.
  var declaredAt: Position { place == .none ? position : place }

  /// Whether `inner` is a literal inside this function, at any depth.
  func contains(_ inner: Func) -> Bool {
    if self === inner { return false }
    var outer = inner.parent
    while let current = outer {
      if current === self { return true }
      outer = current.parent
    }
    return false
  }
}
