import Foundation
import Testing

/// Modules and their tests. What `go test -v` says of the packages in `Tests/Recorded/GoTest` stands beside them, its
/// seconds replaced.
@Suite struct ModuleTests {
  static let recorded = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Recorded/GoTest")
  static let programs = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("EndToEnd/Programs/packages")

  @Test(arguments: [("calc", Int32(1)), ("passing", 0)]) func testsPrintWhatGoTestPrints(name: String, status: Int32)
    throws
  {
    let result = try Program.run(["run", "--test", Self.recorded.appendingPathComponent(name).path])
    let expected = try String(contentsOf: Self.recorded.appendingPathComponent("\(name).txt"), encoding: .utf8)
    #expect(result.output.replacing(#/\d+\.\d{3}s/#, with: "…s") == expected)
    #expect(result.errors.isEmpty)
    #expect(result.status == status)
  }

  @Test func testsByFileName() throws {
    let folder = Self.recorded.appendingPathComponent("calc").path
    let result = try Program.run(["run", "--test", "\(folder)/calc.go", "\(folder)/calc_test.go"])
    #expect(result.output.contains("--- FAIL: TestTable/wrong (0.00s)\n"))
    #expect(result.output.hasSuffix("FAIL\n"))
    #expect(result.status == 1)
  }

  @Test func aFolderBringsThePackagesBelow() throws {
    let module = Self.programs.appendingPathComponent("module")
    let result = try Program.run(["run", module.path])
    let expected = try String(contentsOf: Self.programs.appendingPathComponent("module.out"), encoding: .utf8)
    #expect(result.output == expected)
    #expect(result.status == 0)
    let byFile = try Program.run(["run", module.appendingPathComponent("main.go").path])
    #expect(byFile.output == expected)
  }

  @Test func theGoLineGivesTheLanguage() throws {
    let module = Self.programs.appendingPathComponent("old_loops").path
    #expect(try Program.run(["run", module]).output == "13 23 33 3 3 3 \n")
    #expect(try Program.run(["run", "--go", "1.22", module]).output == "10 11 12 1 2 3 \n")
  }

  @Test func wrongSignaturesAndMissingTests() throws {
    let file = try Program.file("x_test.go", "package x\n\nimport \"testing\"\n\nfunc TestA(t testing.T) {}\n")
    let result = try Program.run(["run", "--test", file])
    #expect(result.errors.hasSuffix("x_test.go:5:6: wrong signature for TestA, must be: func TestA(t *testing.T)\n"))
    let none = try Program.run(["run", "--test", Self.programs.appendingPathComponent("old_loops").path])
    #expect(none.output == "?   \tm\t[no test files]\n")
    #expect(none.status == 0)
  }
}
