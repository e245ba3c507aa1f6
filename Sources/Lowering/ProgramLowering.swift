import GoEscape
import GoSyntax
import GoTypes
import MachineCode
import SourceText

/// The translation of one program: what all its functions share, and the work that is left.
final class ProgramLowering {
  let checked: CheckedProgram
  let escape: EscapeResult
  let options: LoweringOptions
  let types: TypeTable
  var diagnostics: [Diagnostic] = []

  let bodies: [ObjectIdentifier: FunctionBody]
  var functionIDs: [FunctionKey: FunctionID] = [:]
  /// `nil` until translated.
  var functions: [FunctionInfo?] = []
  var worklist: [() -> Void] = []
  var entry = FunctionID(0)

  var code: [Instruction] = []
  var spans: [Span] = []
  var statementStarts: [Bool] = []
  var relocations: [CodeRelocation] = []

  var readOnly = ReadOnlyData()
  var sites: [AllocSite] = []
  var globals: [(variable: Variable, type: TypeID, offset: Int)] = []
  var globalOffsets: [ObjectIdentifier: Int] = [:]
  /// The package variables' bytes up to the last that is not zero, and the size of all of them, in bytes.
  var data: [UInt8] = []
  private(set) var dataSize = 0
  /// Offsets in `data` of words that point into the read-only data.
  var dataPointers: [(offset: Int, target: Int)] = []

  /// By Go name.
  let intrinsics = Dictionary(uniqueKeysWithValues: Intrinsic.allCases.map { ($0.goName, $0) })

  var itabs: [(interface: TypeID, type: TypeID, functions: [FunctionID])] = []
  var itabIndices: [ItabKey: Int] = [:]
  var itabCandidates = ItabCandidates()
  var reflection = ReflectionNeeds()
  var methodSets: [TypeID: [MethodEntry]] = [:]
  /// The types of expressions outside generic functions, by node.
  var nodeTypes: [TypeID?]
  /// By node: whether there is a call inside the expression (the lowest bit), as found by the function whose number, one higher,
  /// stands above; see `FunctionLowering.hasCall`.
  var callMarks: [UInt32]

  struct CodeRelocation {
    enum Field { case b, c }
    var instruction: Int
    var field: Field
    var kind: Relocation
  }

  init(_ checked: CheckedProgram, escape: EscapeResult, options: LoweringOptions) {
    self.checked = checked
    self.escape = escape
    self.options = options
    types = TypeTable(sizes: checked.sizes)
    var bodies: [ObjectIdentifier: FunctionBody] = [:]
    for body in checked.functions { bodies[ObjectIdentifier(body.function)] = body }
    self.bodies = bodies
    nodeTypes = Array(repeating: nil, count: checked.info.types.count)
    callMarks = Array(repeating: 0, count: checked.info.types.count)
  }

  func run() {
    placeGlobals()
    guard diagnostics.isEmpty else {
      // Offsets would not fit their operands.
      entry = newFunction { [unowned self] in placeholder($0, name: "main.main") }
      return drain()
    }
    entry = lowerEntry()
    requestRuntimeFunctions()
    drain()
  }

  /// Translates what is asked for until nothing new comes up.
  private func drain() {
    repeat {
      while !worklist.isEmpty {
        let work = worklist
        worklist = []
        for item in work { item() }
      }
      completeReflection()
      completeItabs()
    } while !worklist.isEmpty
  }

  func notSupported(_ what: String, at position: Position) {
    let diagnostic = Diagnostic.notSupported(what, at: position)
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }

  // MARK: - Functions

  /// The number of a function; `make` translates it when its turn comes.
  func function(_ key: FunctionKey, make: @escaping (FunctionID) -> Void) -> FunctionID {
    if let id = functionIDs[key] { return id }
    let id = newFunction(make: make)
    functionIDs[key] = id
    return id
  }

  func newFunction(make: @escaping (FunctionID) -> Void) -> FunctionID {
    let id = FunctionID(Int32(functions.count))
    functions.append(nil)
    worklist.append { make(id) }
    return id
  }

  /// A declared function or method with its type arguments (those of the receiver first).
  func function(_ function: Function, arguments: [GoType]) -> FunctionID {
    let key = FunctionKey.declared(ObjectIdentifier(function), TypeKey(arguments))
    return self.function(key) { [unowned self] id in
      guard let body = bodies[ObjectIdentifier(function)] else {
        notSupported("function \(function.qualifiedName)", at: function.position)
        placeholder(id, name: function.qualifiedName)
        return
      }
      let signature = function.signature
      let parameters = signature.receiverTypeParams + signature.typeParams
      let substitution = Substitution(parameters, arguments, instances: checked.instances)
      let lowering = FunctionLowering(
        self, id: id, name: runtimeName(function), node: body.decl.id, span: body.decl.span,
        isLibrary: function.package?.isLibrary ?? false, substitution: substitution)
      lowering.lowerDeclared(function, body: body.body)
    }
  }

  /// As the runtime prints it: type arguments as `[...]`.
  func runtimeName(_ function: Function) -> String {
    let prefix = function.package.map { $0.path + "." } ?? ""
    guard let receiver = function.receiverNamed else {
      return prefix + function.name + (function.signature.typeParams.isEmpty ? "" : "[...]")
    }
    let type = receiver.name.name + (function.signature.receiverTypeParams.isEmpty ? "" : "[...]")
    return prefix + (function.hasPointerReceiver ? "(*\(type))" : type) + "." + function.name
  }

  /// Stands for a function that could not be translated; the program does not run.
  func placeholder(_ id: FunctionID, name: String) {
    let start = Int32(code.count)
    code.append(Instruction(.unreachable))
    spans.append(.none)
    statementStarts.append(false)
    functions[Int(id.rawValue)] = FunctionInfo(
      name: name, span: .none, code: PCRange(start, start + 1), frameSize: 0, outgoingSize: 0, argumentSize: 0,
      resultOffset: 0, slots: [], isLibrary: true)
  }

  /// What the machine calls by name (GoLibrary's runtime/raise.go).
  private func requestRuntimeFunctions() {
    for body in checked.functions
    where body.function.package?.path == "runtime" && body.function.signature.typeParams.isEmpty {
      let name = body.function.name
      if name.hasPrefix("panic") || name == "printPanicValue" || name == "nilPanicValue" {
        runtimeFunctions["runtime.\(name)"] = function(body.function, arguments: [])
      }
    }
  }
  var runtimeFunctions: [String: FunctionID] = [:]

  // MARK: - Package variables

  private func placeGlobals() {
    for package in checked.packages {
      for variable in package.variables {
        let type = types.id(variable.type)
        let facts = types[type]
        let alignment = max(facts.alignment, facts.hasPointers ? types.wordSize : 1)
        let offset = (dataSize + alignment - 1) / alignment * alignment
        guard hasRoom(for: variable, size: facts.size, at: offset) else { continue }
        dataSize = offset + facts.size
        globalOffsets[ObjectIdentifier(variable)] = offset
        globals.append((variable, type, offset))
      }
    }
  }

  /// The linker's bound on one variable, and ours, because operands hold 32 bits, on all of them.
  private func hasRoom(for variable: Variable, size: Int, at offset: Int) -> Bool {
    let bound = 2_000_000_000
    if size > bound {
      let name = (variable.package.map { $0.name + "." } ?? "") + variable.name
      let message = "\(name): symbol too large (\(size) bytes > \(bound) bytes)"
      diagnostics.append(Diagnostic(at: variable.position, message))
    } else if offset + size > bound {
      notSupported("package variables of more than \(bound) bytes together", at: variable.position)
    }
    return offset + size <= bound
  }

  /// Initial bytes of a package variable.
  func setData(at offset: Int, _ bytes: [UInt8]) {
    let end = offset + bytes.count
    if data.count < end { data.append(contentsOf: repeatElement(0, count: end - data.count)) }
    data.replaceSubrange(offset..<end, with: bytes)
  }

  func site(_ site: AllocSite) -> Int32 {
    sites.append(site)
    return Int32(sites.count - 1)
  }
}

/// Names a function that may be asked for several times.
enum FunctionKey: Hashable {
  /// With the type arguments.
  case declared(ObjectIdentifier, TypeKey)
  /// Takes an interface's data word for a receiver and passes on to the method.
  case dataWordMethod(TypeID, ObjectIdentifier)
  /// A method with its receiver first: promoted ones, and those reached through a pointer.
  case methodExpression(TypeID, ObjectIdentifier)
  /// The closure body of `x.m`.
  case boundMethod(TypeID, ObjectIdentifier)
  /// A library function without body as a func value.
  case intrinsic(ObjectIdentifier)
  /// What stands between reflection and a function of the type, a method of the type, a function made at run time.
  case reflectCall(TypeID)
  case reflectMethod(TypeID, ObjectIdentifier)
  case reflectMade(TypeID)
  case unreachable
}

/// The bytes that never change: string literals, and a word with the code address for each function used as a value.
struct ReadOnlyData {
  private(set) var bytes: [UInt8] = []
  private var strings: [ByteKey: Int] = [:]
  private var functionWords: [FunctionID: Int] = [:]
  /// Words to fill with a function's text address.
  private(set) var codePointers: [(offset: Int, function: FunctionID)] = []

  /// Where a string's bytes stand.
  mutating func offset(of string: [UInt8]) -> Int {
    if let offset = strings[ByteKey(string)] { return offset }
    let offset = bytes.count
    bytes.append(contentsOf: string)
    strings[ByteKey(string)] = offset
    return offset
  }

  private var values: [ByteKey: Int] = [:]
  private var headers: [ByteKey: Int] = [:]
  /// Words to fill with the address of other read-only data.
  private(set) var dataPointers: [(offset: Int, target: Int)] = []

  private mutating func align(_ alignment: Int) { while bytes.count % alignment != 0 { bytes.append(0) } }

  /// Where a constant's bytes stand, aligned for any type.
  mutating func offset(ofValue value: [UInt8]) -> Int {
    if let offset = values[ByteKey(value)] { return offset }
    align(8)
    let offset = bytes.count
    bytes.append(contentsOf: value)
    values[ByteKey(value)] = offset
    return offset
  }

  /// Where a string's two words stand.
  mutating func offset(ofStringHeader string: [UInt8], wordSize: Int) -> Int {
    if let offset = headers[ByteKey(string)] { return offset }
    let target = offset(of: string)
    align(8)
    let offset = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: 2 * wordSize))
    headers[ByteKey(string)] = offset
    if !string.isEmpty {
      dataPointers.append((offset, target))
      setWord(at: offset + wordSize, to: UInt64(string.count), wordSize: wordSize)
    }
    return offset
  }

  /// The block of a func value that captures nothing.
  mutating func offset(of function: FunctionID, wordSize: Int) -> Int {
    if let offset = functionWords[function] { return offset }
    align(8)
    let offset = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: wordSize))
    functionWords[function] = offset
    codePointers.append((offset, function))
    return offset
  }

  mutating func setWord(at offset: Int, to value: UInt64, wordSize: Int) {
    for index in 0..<wordSize { bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index)) }
  }
}

/// Bytes as a key. (An array of bytes is hashed byte by byte.)
private struct ByteKey: Hashable {
  let bytes: [UInt8]
  init(_ bytes: [UInt8]) { self.bytes = bytes }
  func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }
}
