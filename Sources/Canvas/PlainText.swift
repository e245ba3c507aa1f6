extension Canvas {
  /// The characters, a line to a row, blanks at the ends of rows left out.
  public func plainText() -> String { rows { text(of: $0) } }

  /// One letter to a cell for its role (see ``Role/letter``); a blank without ground stays blank. A cell with a ground
  /// shows the ground's letter where the glyph is blank.
  public func styleLayer() -> String {
    rows { cell in
      if cell.isBlank || cell.span == 0 && cell.style.ground != nil {
        return cell.style.ground.map { String($0.letter) } ?? " "
      }
      return String(cell.style.role.letter)
    }
  }

  /// For golden files: the characters, the roles, and a legend of the letters in use.
  public func goldenText() -> String {
    var used: Set<Role> = []
    for cell in cells where !cell.isBlank || cell.style.ground != nil {
      if !cell.isBlank { used.insert(cell.style.role) }
      if let ground = cell.style.ground { used.insert(ground) }
    }
    let legend = Role.allCases.filter(used.contains).map { "\($0.letter) \($0)" }.joined(separator: ", ")
    return plainText() + "--- roles ---\n" + styleLayer() + "--- " + legend + "\n"
  }

  private func rows(_ text: (Cell) -> String) -> String {
    var result = ""
    for y in 0..<size.height {
      var line = ""
      for x in 0..<size.width { line += text(cells[index(x, y)]) }
      while line.last == " " { line.removeLast() }
      result += line + "\n"
    }
    return result
  }
}
