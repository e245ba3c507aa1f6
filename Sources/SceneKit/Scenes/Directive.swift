import GoSyntax
import SourceText

/// One `//gomem:` comment.
public struct Directive: Sendable {
  public enum Kind: Hashable, Sendable {
    /// `scene`, `about` and `say`, with the language of `say[zh]`; "en" without brackets.
    case scene(String, language: String)
    case about(String, language: String)
    case say(String, language: String)
    case option([Option])
    case stop
    case ask(Question, language: String)
    case expectLeak(Int)
    /// A variable that must escape.
    case expectEscape(String)
  }

  public struct Option: Hashable, Sendable {
    public var name: String
    public var value: String
  }

  public var kind: Kind
  public var span: Span
}

/// Predict before revealing.
public struct Question: Hashable, Sendable {
  public var text: String
  public var answers: [String]
  /// Index of the right answer.
  public var right: Int
}

extension Directive {
  static let prefix = "//gomem:"

  /// Every directive of a file, in source order, and what is wrong with the rest.
  public static func read(_ file: File) -> (directives: [Directive], diagnostics: [Diagnostic]) {
    var directives: [Directive] = []
    var diagnostics: [Diagnostic] = []
    for comment in file.comments where comment.text.hasPrefix(prefix) {
      switch parse(String(comment.text.dropFirst(prefix.count))) {
      case .success(let kind): directives.append(Directive(kind: kind, span: comment.span))
      case .failure(let problem): diagnostics.append(Diagnostic(at: comment.span.startPosition, problem.message))
      }
    }
    return (directives, diagnostics)
  }

  struct Problem: Error {
    var message: String
  }

  static func parse(_ text: String) -> Result<Kind, Problem> {
    let head = text.prefix { $0 != " " && $0 != "\t" }
    let rest = trim(text.dropFirst(head.count))
    let (word, language) = splitLanguage(String(head))
    guard let language else { return .failure(Problem(message: "gomem:\(head): the language is written as say[zh]")) }
    func needing(_ kind: (String) -> Kind) -> Result<Kind, Problem> {
      rest.isEmpty ? .failure(Problem(message: "gomem:\(word) needs a text")) : .success(kind(rest))
    }
    switch word {
    case "scene": return needing { .scene($0, language: language) }
    case "about": return needing { .about($0, language: language) }
    case "say": return needing { .say($0, language: language) }
    case "stop":
      return rest.isEmpty ? .success(.stop) : .failure(Problem(message: "gomem:stop takes no text"))
    case "option": return options(rest).map { .option($0) }
    case "ask": return question(rest).map { .ask($0, language: language) }
    case "expect": return expectation(rest)
    default: return .failure(Problem(message: "unknown directive gomem:\(word)"))
    }
  }

  private static func splitLanguage(_ head: String) -> (word: String, language: String?) {
    guard let open = head.firstIndex(of: "[") else { return (head, "en") }
    let word = String(head[..<open])
    guard head.last == "]" else { return (word, nil) }
    let code = String(head[head.index(after: open)...].dropLast())
    let isCode = !code.isEmpty && code.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") }
    return (word, isCode ? code : nil)
  }

  private static func options(_ text: String) -> Result<[Option], Problem> {
    var options: [Option] = []
    for item in text.split(separator: " ") {
      guard let equals = item.firstIndex(of: "="), equals != item.startIndex else {
        return .failure(Problem(message: "gomem:option: \(item) is not name=value"))
      }
      options.append(Option(name: String(item[..<equals]), value: String(item[item.index(after: equals)...])))
    }
    return options.isEmpty ? .failure(Problem(message: "gomem:option needs name=value")) : .success(options)
  }

  private static func question(_ text: String) -> Result<Question, Problem> {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map { trim($0) }
    guard parts.count >= 3 else {
      return .failure(Problem(message: "gomem:ask needs a question and two or more answers, parted by |"))
    }
    let marked = parts.indices.dropFirst().filter { parts[$0].hasSuffix("*") }
    guard marked.count == 1, let right = marked.first else {
      return .failure(Problem(message: "gomem:ask: mark the one right answer with *"))
    }
    let answers = parts.dropFirst().map { $0.hasSuffix("*") ? trim($0.dropLast()) : $0 }
    guard !parts[0].isEmpty, answers.allSatisfy({ !$0.isEmpty }) else {
      return .failure(Problem(message: "gomem:ask: the question or an answer is empty"))
    }
    return .success(Question(text: parts[0], answers: Array(answers), right: right - 1))
  }

  private static func expectation(_ text: String) -> Result<Kind, Problem> {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 2 else { return .failure(Problem(message: "gomem:expect is `leak N` or `escape NAME`")) }
    switch words[0] {
    case "leak":
      guard let count = Int(words[1]), count >= 0 else {
        return .failure(Problem(message: "gomem:expect leak: \(words[1]) is not a number"))
      }
      return .success(.expectLeak(count))
    case "escape": return .success(.expectEscape(words[1]))
    default: return .failure(Problem(message: "gomem:expect \(words[0]): expected leak or escape"))
    }
  }

  private static func trim(_ text: some StringProtocol) -> String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    var rest = Substring(text)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return String(rest.drop(while: isBlank))
  }
}
