/// # GoTypes: what every name and expression means
///
/// Takes parsed files and answers, for each node, its type, its constant value and the object that it names; reports
/// what is wrong in the go command's words. It also knows how types lie in memory, for amd64 and for 386.
///
/// ```
///   [File] per package ──Checker──▶ CheckedProgram
///                                     info[NodeID]        types, constants, uses, selections, captures
///                                     packages            objects, variable initialisation order
///                                     functions           every function body that can be reached
///   GoType ──Sizes(arch)──▶ size, alignment, field offsets, pointer words
/// ```
///
/// Invariants: findings live in tables by `NodeID`, never in the tree. A user's package is checked whole; of a library
/// package only what is reached is checked, so that `import "fmt"` costs what is used of it. Untyped expressions have
/// their final type in the table. Types are compared with `identical`, never by printing them.

import BigInt
import GoSyntax
import SourceText

/// The word size and rules of a target.
public enum Architecture: String, Sendable, CaseIterable {
  case amd64
  case i386 = "386"

  /// Bytes in a pointer, `int`, `uint` and `uintptr`.
  public var wordSize: Int { self == .amd64 ? 8 : 4 }
}

/// What an expression may be used for.
public enum ExprMode: Sendable {
  case invalid
  /// A call without result.
  case noValue
  case builtin
  case type
  case constant
  /// Addressable.
  case variable
  /// An element of a map: assignable, not addressable.
  case mapIndex
  case value
  case `nil`
  /// May be used in a comma-ok assignment (type assertion, receive); map elements are `.mapIndex`.
  case commaOK
}

/// The checker's finding for one expression.
public struct TypeAndValue: Sendable {
  public var mode: ExprMode
  /// For an expression used in a comma-ok form the type stays that of the first value; see `Info.commaOK`.
  public var type: GoType
  /// The value of a constant expression, already represented in `type`.
  public var constant: Constant?
  public init(mode: ExprMode, type: GoType, constant: Constant? = nil) {
    self.mode = mode
    self.type = type
    self.constant = constant
  }
}

/// How `x.f` was resolved.
public struct Selection: Sendable {
  public enum Kind: Sendable {
    /// `x.f` with f a field.
    case field
    /// `x.m` with m a method: a call's function or a method value.
    case method
    /// `T.m`.
    case methodExpression
    /// `pkg.Name`; the object is in `Info.uses` of the selector's name.
    case qualified
  }
  public var kind: Kind
  /// The type of x (or T).
  public var receiver: GoType
  /// Field indices from the receiver's (pointed-to) struct; all but the last are embedded fields. For methods: the
  /// embedded fields to pass before the method is found (without the method itself).
  public var path: [Int]
  /// The field or method; for interface methods a `Func` whose `isInterfaceMethod` is true.
  public var object: Object
  /// The type of the whole expression: the field's type, or the signature without (method) or with (expression)
  /// receiver.
  public var type: GoType
  /// A pointer was followed somewhere on the way (receiver included).
  public var isIndirect: Bool
  public init(kind: Kind, receiver: GoType, path: [Int], object: Object, type: GoType, isIndirect: Bool) {
    self.kind = kind
    self.receiver = receiver
    self.path = path
    self.object = object
    self.type = type
    self.isIndirect = isIndirect
  }
}

/// The variables of enclosing functions that a function literal uses, in order of first use.
public struct ClosureInfo: Sendable {
  public var captures: [Variable]
  public init(captures: [Variable]) { self.captures = captures }
}

/// The checker's tables; the index is `NodeID.rawValue`. Grows as library bodies are parsed and checked on demand. A class, since
/// every stage looks into it all the time; written by the checker alone, and never once it has answered.
public final class Info: @unchecked Sendable {
  public var types: [TypeAndValue?] = []
  /// By the id of an `Ident` that declares (also receivers, parameters, results, labels).
  public var defs: [Object?] = []
  /// By the id of an `Ident` or of an `Expr` of kind `.ident`.
  public var uses: [Object?] = []
  /// By the id of the selector expression.
  public var selections: [NodeID: Selection] = [:]
  /// Type arguments, by the id of the `Expr` (identifier or selector) that names the generic function or type.
  public var instances: [NodeID: [GoType]] = [:]
  /// The variable that a type switch declares anew in each clause, by `SwitchCase.id`.
  public var implicits: [NodeID: Variable] = [:]
  /// By the id of the function literal.
  public var closures: [NodeID: ClosureInfo] = [:]
  /// Index, assertion and receive expressions used in a `v, ok` form, by expression id.
  public var commaOK: Set<NodeID> = []
  public init() {}

  public func type(of expr: Expr) -> GoType { types[Int(expr.id.rawValue)]?.type ?? .invalid }
  public func finding(_ expr: Expr) -> TypeAndValue? { types[Int(expr.id.rawValue)] }
  public func constant(_ expr: Expr) -> Constant? { types[Int(expr.id.rawValue)]?.constant }
  public func use(_ id: NodeID) -> Object? { uses[Int(id.rawValue)] }
  public func definition(_ id: NodeID) -> Object? { defs[Int(id.rawValue)] }
}

/// One `v1, v2 = expr` of package level, in the order in which it runs (spec, "Package initialization").
public struct Initializer: Sendable {
  /// Left sides; blank ones included.
  public var variables: [Variable]
  public var value: Expr
  public init(variables: [Variable], value: Expr) {
    self.variables = variables
    self.value = value
  }
}

/// A function with a body that the program can reach.
public struct FunctionBody: Sendable {
  public var function: Function
  public var decl: FuncDecl
  /// Parsed, even where `decl.body` was deferred.
  public var body: Block
  public init(function: Function, decl: FuncDecl, body: Block) {
    self.function = function
    self.decl = decl
    self.body = body
  }
}

/// A whole program, checked.
public struct CheckedProgram: Sendable {
  public var sources: SourceMap
  public var info: Info
  /// Imported packages before those that import them; `main` last.
  public var packages: [Package]
  /// In a fixed order: by package, then file, then position.
  public var functions: [FunctionBody]
  public var sizes: Sizes
  /// In order of position; errors mean that nothing else may be relied upon.
  public var diagnostics: [Diagnostic]
  /// Go 1.22's rule: each iteration of a `for` has its own variables.
  public var loopVariablesPerIteration: Bool
  /// The instances of generic types that the tables mention; instantiating further goes on with it.
  public var instances: Instances

  public init(
    sources: SourceMap, info: Info, packages: [Package], functions: [FunctionBody], sizes: Sizes,
    diagnostics: [Diagnostic], loopVariablesPerIteration: Bool, instances: Instances = Instances()
  ) {
    self.sources = sources
    self.info = info
    self.packages = packages
    self.functions = functions
    self.sizes = sizes
    self.diagnostics = diagnostics
    self.loopVariablesPerIteration = loopVariablesPerIteration
    self.instances = instances
  }
}
