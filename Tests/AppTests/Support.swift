import Canvas
import Insight
import SceneKit
import SourceText
import Testing

@testable import App

/// A small program with everything that keys can go through: calls, blocks, narration, a question, output.
let program = """
  //gomem:scene A small scene
  //gomem:about For the tests.
  package main

  type Node struct {
  \tvalue int
  \tnext  *Node
  }

  var list *Node

  //go:noinline
  func push(v int) *Node {
  \t//gomem:say A new node goes to the heap.
  \t//gomem:say[zh] 新节点在堆上。
  \tlist = &Node{v, list}
  \treturn list
  }

  func main() {
  \tsum := 0
  \tfor i := 0; i < 3; i++ {
  \t\tn := push(i)
  \t\tsum += n.value
  \t}
  \t//gomem:ask What is printed? | 2 | 3 * | 6
  \tprintln("sum", sum)
  \tlist = nil
  \tprintln("done")
  }
  """

func workspace(_ text: String = program) throws -> Workspace {
  let compilation = try Compilation(files: [SourceFile(name: "scene.go", text: text)], options: RunOptions())
  return Workspace(compilation, title: "scene.go", options: RunOptions())
}

func player(_ text: String = program, size: Size = Size(120, 36)) throws -> Player {
  var model = Model(try workspace(text), words: English(), size: size)
  model.begin()
  return Player(model)
}

extension Player {
  /// Presses keys by their names, separated by blanks.
  @discardableResult
  func type(_ names: String) -> [Effect] { press(names.split(separator: " ").compactMap { Key(name: String($0)) }) }

  /// Types a line of text and Enter.
  @discardableResult
  func line(_ text: String) -> [Effect] { press(text.map { .character($0) } + [.enter]) }

  var text: String { canvas.plainText() }
  var line: Int { model.stage.source.line }
  var tick: UInt64 { model.stage.tick }
}
