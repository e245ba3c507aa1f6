import GoSyntax
import SourceText

/// A block's names. Most blocks declare a handful, so names are searched in line until there are many.
final class Scope {
  let parent: Scope?
  private(set) var children: [Scope] = []
  private(set) var names: [String] = []
  private(set) var objects: [Object] = []
  private var index: [String: Int]?
  /// Where the block ends: the last offset at which its names are visible.
  let end: Position
  /// The scope of a function's or a literal's parameters: unused variables below it are reported with its own body.
  var isFunction = false

  init(parent: Scope?, end: Position = .none, isListed: Bool = true) {
    self.parent = parent
    self.end = end
    if isListed { parent?.children.append(self) }
  }

  func lookup(_ name: String) -> Object? {
    if let index { return index[name].map { objects[$0] } }
    for (position, candidate) in names.enumerated() where candidate == name { return objects[position] }
    return nil
  }

  /// The innermost declaration of `name` seen from here, and the scope that holds it.
  func lookupParent(_ name: String) -> (scope: Scope, object: Object)? {
    var scope: Scope? = self
    while let current = scope {
      if let object = current.lookup(name) { return (current, object) }
      scope = current.parent
    }
    return nil
  }

  /// Adds `object` and answers `nil`, or leaves the scope as it is and answers the object that has the name.
  func insert(_ name: String, _ object: Object) -> Object? {
    if let other = lookup(name) { return other }
    names.append(name)
    objects.append(object)
    if index != nil {
      index![name] = objects.count - 1
    } else if names.count > 8 {
      var table: [String: Int] = [:]
      table.reserveCapacity(32)
      for (position, name) in names.enumerated() { table[name] = position }
      index = table
    }
    return nil
  }
}
