/// The packages of Go 1.23's standard library and what they export, to tell what gomem lacks from what does not exist.
enum StandardNames {
  static let packages: Set<String> = []
  static func contains(_ name: String, in package: String) -> Bool { false }
}
