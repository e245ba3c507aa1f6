import SourceText
import Testing

@testable import GoTypes

/// The library as checking input.
@Suite struct CheckerLibraryTests {
  @Test("every function of every library package checks clean", arguments: Architecture.allCases)
  func wholeLibrary(_ architecture: Architecture) {
    let library = GoLibraryFolder(architecture)
    let paths = library.paths.filter { !$0.contains("internal") }
    let imports = paths.map { "\t_ \"\($0)\"\n" }.joined()
    var options = CheckOptions(architecture: architecture, maxErrors: 0)
    options.checksWholeLibrary = true
    let program = Checker.check(
      files: [SourceFile(name: "p.go", text: "package main\n\nimport (\n\(imports))\n\nfunc main() {}\n")],
      provider: library, options: options)
    #expect(program.errors == "")
    #expect(program.functions.count > 500)
  }

  @Test func onlyWhatIsReachedIsChecked() {
    let hello = check("package main\n\nimport \"fmt\"\n\nfunc main() { fmt.Println(\"hi\") }\n")
    #expect(hello.errors == "")
    let names = Set(hello.functions.map(\.function.qualifiedName))
    #expect(names.contains("fmt.Println") && names.contains("main.main"))
    #expect(!names.contains("fmt.Printf") && !names.contains("strconv.Atoi"))
    let nothing = check("package main\n\nfunc main() {}\n")
    // Package runtime turns faults into panics for every program.
    let others = nothing.functions.filter { $0.function.package?.path != "runtime" }
    #expect(others.map(\.function.qualifiedName) == ["main.main"])
  }

  @Test func methodsAreReachedThroughInterfaces() {
    let program = check(
      """
      package main

      import "strings"

      type writer interface{ WriteString(string) (int, error) }

      func main() {
        var w writer = &strings.Builder{}
        w.WriteString("a")
      }
      """)
    #expect(program.errors == "")
    let names = program.functions.map(\.function.qualifiedName)
    #expect(names.contains("strings.(*Builder).WriteString"))
    #expect(!names.contains("strings.(*Builder).WriteRune"))
  }

  @Test func orderIsFixed() {
    let text =
      "package main\n\nimport (\"fmt\"; \"sort\"; \"strings\")\n\n"
      + "func main() { fmt.Println(strings.Fields(\"a b\")); sort.Ints(nil) }\n"
    let first = check(text).functions.map(\.function.qualifiedName)
    for _ in 0..<3 { #expect(check(text).functions.map(\.function.qualifiedName) == first) }
  }
}
