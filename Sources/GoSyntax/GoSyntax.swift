/// # GoSyntax: from bytes to a tree
///
/// Scanner and parser for all of Go 1.23, and the tree as plain values. Nothing here knows types.
///
/// ```
///   SourceFile ──Scanner──▶ tokens ──Parser──▶ File { imports, decls } + [Diagnostic]
/// ```
///
/// Invariants: the parser never throws and never loops: whatever the bytes, it returns a tree (with `.bad` nodes where
/// it had to skip) and at least one diagnostic when a `.bad` node exists. Every expression, statement, type and
/// declaration carries a `NodeID`, dense within one compilation, so that later stages keep their findings in
/// arrays rather than in the tree.
///
/// Types and expressions share one node type, `Expr`, because only the checker can tell `a[b]` the index from `a[b]`
/// the instantiation, or `(*T)(x)` the conversion from a call. In a constraint, `A | ~B` is a `.binary(.or, ...)` with
/// `.unary(.tilde, ...)`; in an interface it is a list of terms. Parentheses around types and directly behind `&` leave
/// no node, as in Go's own tree. Names declared together share the type's node, a repeated constant its values'.
///
/// Two places belong to each expression: `span`, every byte of it, and `pos`, where Go's compiler thinks it is (a call
/// is at its parenthesis); `errorPosition` derives from the latter where a message points.
///
/// Errors are what `go build` prints of a file before it checks types: the go command's own where package clause or
/// imports cannot be read, else the compiler's, with labels and branches checked. The driver cuts them after ten.
/// `File.hasSyntaxErrors` tells whether Go would go on to check types.
///
/// Simplified: `//line` directives do not move places, misplaced compiler directives are not reported, and trees are
/// limited in depth (`Parser.maximumNesting`, `Parser.maximumHeight`).

/// Identifies a node within one compilation; dense from 0.
public struct NodeID: Hashable, Comparable, Sendable {
  public let rawValue: Int32
  public init(_ rawValue: Int32) { self.rawValue = rawValue }
  public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }
}

/// Hands out node ids; one is shared by all files of a compilation.
public struct NodeIDs: Sendable {
  public private(set) var count: Int32 = 0
  public init() {}
  public mutating func next() -> NodeID {
    defer { count += 1 }
    return NodeID(count)
  }
}
