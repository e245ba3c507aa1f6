import GoSyntax
import SourceText

/// What a name stands for.
public enum Object: @unchecked Sendable {
  case variable(Variable)
  case constant(ConstantObject)
  case typeName(TypeName)
  case function(Function)
  case package(PackageName)
  case builtin(Builtin)
  case `nil`
  case label(Label)
}

/// A variable, parameter, result or struct field.
public final class Variable: @unchecked Sendable {
  public enum Kind: Sendable { case local, parameter, result, receiver, field, package }

  /// Empty for an unnamed parameter or result.
  public let name: String
  public let position: Position
  public internal(set) var type: GoType
  public let kind: Kind
  public let package: Package?
  public internal(set) var isEmbedded = false
  /// The source text names it somewhere other than its declaration and plain assignments.
  public internal(set) var isUsed = false
  /// Assigned anywhere after its declaration: `=`, op-assign, `++`, range with `=`, `x.f =` and `x[i] =` of structs and
  /// arrays; a result by `return x`; a shared loop variable by its loop. Address taken is separate.
  public internal(set) var isReassigned = false
  /// `&v`, `v.ptrMethod()`, `v[:]` of an array.
  public internal(set) var isAddressTaken = false
  /// Used by a function literal inside the function that declares it.
  public internal(set) var isCaptured = false
  /// Declared by a three-clause `for` or a `range` with `:=`.
  public internal(set) var isLoopVariable = false
  /// The function or literal (by node id of the `FuncDecl` or the literal's `Expr`) whose frame it belongs to; `nil`
  /// for fields and package variables.
  public internal(set) var owner: NodeID?
  /// The scope in which the name is visible, for locals: from the end of its declaration to the end of its block.
  public internal(set) var scope: Span = .none

  public init(name: String, position: Position, type: GoType, kind: Kind, package: Package?) {
    self.name = name
    self.position = position
    self.type = type
    self.kind = kind
    self.package = package
  }
}

public final class ConstantObject: @unchecked Sendable {
  public let name: String
  public let position: Position
  public internal(set) var type: GoType
  public internal(set) var value: Constant?
  public let package: Package?
  public init(name: String, position: Position, type: GoType, value: Constant?, package: Package?) {
    self.name = name
    self.position = position
    self.type = type
    self.value = value
    self.package = package
  }
}

public final class TypeName: @unchecked Sendable {
  public let name: String
  public let position: Position
  public internal(set) var type: GoType = .invalid
  public let package: Package?
  /// For a type declared inside a function: its number among the package's, in source order from 1 (else 0). It tells
  /// two of one name apart (`main.G[main.L·2]`).
  public internal(set) var localIndex = 0
  public init(name: String, position: Position, package: Package?) {
    self.name = name
    self.position = position
    self.package = package
  }
}

/// A declared function or method (generic ones once, not per instance), or a method of an interface.
public final class Function: @unchecked Sendable {
  public let name: String
  public let position: Position
  public internal(set) var signature: Signature
  public let package: Package?
  /// The node id of the `FuncDecl`; `nil` for interface methods.
  public let declaration: NodeID?
  public internal(set) var isInterfaceMethod = false
  /// The receiver's defined type, for a method.
  public internal(set) var receiverNamed: Named?
  public internal(set) var hasPointerReceiver = false
  /// Declared without body: supplied by the machine.
  public internal(set) var isIntrinsic = false

  public init(name: String, position: Position, signature: Signature, package: Package?, declaration: NodeID?) {
    self.name = name
    self.position = position
    self.signature = signature
    self.package = package
    self.declaration = declaration
  }

  /// As the runtime prints it: `main.f`, `main.T.m`, `main.(*T).m`.
  public var qualifiedName: String {
    let prefix = package.map { $0.path + "." } ?? ""
    guard let receiver = receiverNamed else { return prefix + name }
    return hasPointerReceiver ? "\(prefix)(*\(receiver.name.name)).\(name)" : "\(prefix)\(receiver.name.name).\(name)"
  }
}

public final class PackageName: @unchecked Sendable {
  public let name: String
  public let position: Position
  public let imported: Package
  public internal(set) var isUsed = false
  public init(name: String, position: Position, imported: Package) {
    self.name = name
    self.position = position
    self.imported = imported
  }
}

public final class Label: @unchecked Sendable {
  public let name: String
  public let position: Position
  public internal(set) var isUsed = false
  public init(name: String, position: Position) {
    self.name = name
    self.position = position
  }
}

public enum Builtin: String, Sendable, CaseIterable {
  case append, cap, clear, close, complex, copy, delete, imag, len, make, max, min, new, panic, print, println, real
  case recover
  // Package unsafe.
  case alignof = "Alignof"
  case offsetof = "Offsetof"
  case sizeof = "Sizeof"
  case unsafeAdd = "Add"
  case unsafeSlice = "Slice"
  case unsafeSliceData = "SliceData"
  case unsafeString = "String"
  case unsafeStringData = "StringData"
}

public final class Package: @unchecked Sendable {
  public let path: String
  public let name: String
  /// gomem's own library rather than the learner's code.
  public let isLibrary: Bool
  public internal(set) var files: [File] = []
  public internal(set) var imports: [Package] = []
  /// Package-level objects by name.
  public internal(set) var members: [String: Object] = [:]
  /// Reached package variables in declaration order.
  public internal(set) var variables: [Variable] = []
  public internal(set) var initOrder: [Initializer] = []
  /// `init` functions in source order.
  public internal(set) var initFunctions: [Function] = []

  public init(path: String, name: String, isLibrary: Bool) {
    self.path = path
    self.name = name
    self.isLibrary = isLibrary
  }
}
