// swift-tools-version: 6.1
import PackageDescription

// The arrows between targets are the architecture: a target imports only what
// stands in its `dependencies`, and `make check` builds with
// `--explicit-target-dependency-import-check error` to keep it so.

/// In release builds every target is compiled for one thread (reference counts without atomic operations; at any time only one of
/// gomem's threads works) and for exclusivity by construction. Tests, which run in parallel, are debug builds.
let release: [SwiftSetting] = [
  .unsafeFlags(["-assume-single-threaded", "-enforce-exclusivity=unchecked"], .when(configuration: .release))
]

/// The guest machine is always built optimised: its interpreter loop is what every test and every step waits for. So is
/// the parser: unoptimised, each level of nested source takes ten times the stack. Whole modules, because the loop is made of small
/// functions from several files; exclusivity is kept by construction (one thread, one machine).
let optimised: [SwiftSetting] = [
  .unsafeFlags([
    "-O", "-disable-batch-mode", "-whole-module-optimization", "-num-threads", "2", "-enforce-exclusivity=unchecked",
  ])
]

/// `make check` builds with GOMEM_STRICT=1: a warning in our own targets is then an error.
let strict: [SwiftSetting] =
  Context.environment["GOMEM_STRICT"] == nil ? [] : [.unsafeFlags(["-warnings-as-errors"])]

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [],
  settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings + release + strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "gomem",
  products: [.executable(name: "gomem", targets: ["gomem"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: [
    library("SourceText"),
    library("GoSyntax", ["SourceText"], settings: optimised),
    library("GoTypes", ["GoSyntax", "SourceText", "BigInt"]),
    library("GoEscape", ["GoTypes", "GoSyntax", "SourceText"], settings: optimised),
    library("MachineCode", ["SourceText"]),
    library("Lowering", ["GoEscape", "GoTypes", "GoSyntax", "MachineCode", "SourceText", "BigInt"]),
    library("Machine", ["MachineCode", "SourceText"], settings: optimised),
    library("GoLibrary", [], resources: [.copy("go"), .copy("facts")]),
    library("Timeline", ["Machine", "MachineCode", "SourceText"], settings: optimised),
    library("Insight", ["Timeline", "Machine", "MachineCode", "SourceText"]),
    library(
      "SceneKit",
      [
        "Lowering", "Insight", "GoLibrary", "GoEscape", "GoTypes", "GoSyntax", "Timeline", "Machine",
        "MachineCode", "SourceText",
      ]),
    library("Canvas"),
    library("Views", ["Canvas", "Insight", "GoSyntax", "Machine", "MachineCode", "SourceText"]),
    library(
      "App",
      ["Views", "Canvas", "Insight", "SceneKit", "GoSyntax", "Timeline", "Machine", "MachineCode", "SourceText"]),
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    library("Terminal", ["Canvas", "CNcurses"]),
    library(
      "Commands",
      [
        "App", "Terminal", "Views", "Canvas", "SceneKit", "Insight", "Timeline", "Machine", "MachineCode",
        "Lowering", "GoLibrary", "GoEscape", "GoTypes", "GoSyntax", "SourceText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .target(name: "CHost"),
    .executableTarget(name: "gomem", dependencies: ["Commands", "CHost"]),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["App", "Canvas", "Insight", "Timeline", "SceneKit", "Machine", "MachineCode", "SourceText"],
      path: "Benchmarks", exclude: ["Programs"], swiftSettings: release + strict),

    tests("SourceText", ["SourceText"]),
    tests("GoSyntax", ["GoSyntax", "SourceText"], resources: [.copy("Errors")]),
    tests("GoTypes", ["GoTypes", "GoSyntax", "SourceText", "GoLibrary"]),
    tests("GoEscape", ["GoEscape", "GoTypes", "GoSyntax", "SourceText", "GoLibrary"], resources: [.copy("Corpus")]),
    tests(
      "Lowering", ["Lowering", "MachineCode", "GoEscape", "GoTypes", "GoLibrary", "SourceText"]),
    tests("Machine", ["Machine", "MachineCode", "SourceText"]),
    tests("Canvas", ["Canvas"]),
    tests("SceneKit", ["SceneKit", "GoSyntax", "SourceText"]),
    tests("Insight", ["Insight"]),
    tests("Program", ["gomem"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["SceneKit", "Machine", "SourceText"], path: "Tests/EndToEnd",
      exclude: ["Programs", "Generator", "record.py", "fidelity.py", "escapes.py"], swiftSettings: strict),
    tests("Timeline", ["Timeline", "SceneKit", "Machine", "MachineCode", "SourceText"]),
    tests("Terminal", ["Terminal", "Canvas"]),
    tests(
      "App",
      ["App", "Views", "Canvas", "Insight", "SceneKit", "Timeline", "Machine", "MachineCode", "SourceText"]),
    tests(
      "Views", ["Views", "Canvas", "Insight", "GoSyntax", "Machine", "MachineCode", "SourceText"],
      resources: [.copy("Screens")]),
  ],
  swiftLanguageModes: [.v6]
)
