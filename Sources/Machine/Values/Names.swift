import MachineCode

/// The texts that a program can ask the runtime for: names of types, packages, fields, methods, functions and files. They stand in the low window behind
/// the heap's constants, read-only.
struct RuntimeNames {
  /// The bytes, each text once, in order of first use.
  private(set) var bytes: [UInt8] = []
  private var offsets: [String: Int] = [:]
  /// Address of the first byte.
  var base: UInt64 = 0

  init(_ program: Program) {
    for file in program.sources.files { add(file.name) }
    for type in program.types {
      add(type.text)
      add(type.name)
      add(type.packagePath)
      for field in type.fields {
        add(field.name)
        add(field.tag)
        add(field.packagePath)
      }
      for method in type.methods {
        add(method.name)
        add(method.packagePath)
      }
    }
    let asksForFunctions = program.code.contains {
      $0.op == .callIntrinsic && $0.a == Intrinsic.rtFunctionAt.rawValue
    }
    if asksForFunctions {
      for function in program.functions { add(function.name) }
      for name in ["runtime.main", "runtime.goexit"] { add(name) }
    }
  }

  private mutating func add(_ text: String) {
    guard !text.isEmpty, offsets[text] == nil else { return }
    offsets[text] = bytes.count
    bytes += Array(text.utf8)
  }

  /// Address and length of a text; an unknown one is empty.
  func string(_ text: String) -> (address: UInt64, count: UInt64) {
    guard let offset = offsets[text] else { return (0, 0) }
    return (base + UInt64(offset), UInt64(text.utf8.count))
  }
}
