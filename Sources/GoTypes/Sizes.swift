/// How types lie in memory for one architecture (cmd/compile/internal/types/size.go and go/types/sizes.go, Go 1.23).
public struct Sizes: Sendable {
  public let architecture: Architecture
  public init(_ architecture: Architecture) { self.architecture = architecture }
}
