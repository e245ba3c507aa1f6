import GoSyntax

/// An expression as the compiler's messages print it.
func exprText(_ e: Expr) -> String { ExprText.render(e) }

/// A Go string literal for `value`, as `strconv.Quote` writes plain text.
func goQuoted(_ value: String) -> String {
  var result = "\""
  for scalar in value.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
