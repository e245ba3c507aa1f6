import SourceText

/// A compiled program: all that the machine needs, and all that the views show of it.
public struct Program: Sendable {
  public var wordSize: Int
  public var code: [Instruction]
  /// The source of each instruction.
  public var spans: [Span]
  /// True where a statement begins: where line stepping and breakpoints may stop.
  public var statementStarts: [Bool]
  public var functions: [FunctionInfo]
  public var types: [TypeDescriptor]
  public var itabs: [Itab]
  public var sites: [AllocSite]
  public var globals: [Global]
  public var sources: SourceMap
  public var layout: MemoryLayoutMap
  /// String literals, static func values and other constants; at `layout.readOnlyBase`.
  public var readOnlyData: [UInt8]
  /// Initial bytes of the package variables, at `layout.dataBase`; those behind them up to `layout.dataEnd` are zero.
  public var data: [UInt8]
  /// Initialises the packages and calls main.main.
  public var entry: FunctionID
  /// Functions of the library that the machine itself calls, by Go name: `runtime.panicIndex`, `runtime.panicValue`, ...
  /// Those that the checked program holds; see GoLibrary's `runtime/raise.go`.
  public var runtimeFunctions: [String: FunctionID]

  public init(
    wordSize: Int, code: [Instruction], spans: [Span], statementStarts: [Bool], functions: [FunctionInfo],
    types: [TypeDescriptor], itabs: [Itab], sites: [AllocSite], globals: [Global], sources: SourceMap,
    layout: MemoryLayoutMap, readOnlyData: [UInt8], data: [UInt8], entry: FunctionID,
    runtimeFunctions: [String: FunctionID] = [:]
  ) {
    self.wordSize = wordSize
    self.code = code
    self.spans = spans
    self.statementStarts = statementStarts
    self.functions = functions
    self.types = types
    self.itabs = itabs
    self.sites = sites
    self.globals = globals
    self.sources = sources
    self.layout = layout
    self.readOnlyData = readOnlyData
    self.data = data
    self.entry = entry
    self.runtimeFunctions = runtimeFunctions
  }
}

/// Where things lie in the simulated address space; all in bytes.
///
/// ```
///   textBase        0x401000      text: instruction i at textBase + 4·i
///   readOnlyBase                  string literals, static func values
///   typesBase                     type descriptor t at typesBase + 64·t  (the type word of an empty interface)
///   itabsBase                     itab i at itabsBase + 64·i             (the first word of a non-empty interface)
///   dataBase                      package variables
///   arenaBase       0xc000000000  heap and stacks (0x9400000 on 386)
/// ```
public struct MemoryLayoutMap: Hashable, Sendable {
  public static let textStride: UInt64 = 4
  public static let descriptorStride: UInt64 = 64

  public var textBase: UInt64
  public var readOnlyBase: UInt64
  public var typesBase: UInt64
  public var itabsBase: UInt64
  public var dataBase: UInt64
  public var dataEnd: UInt64
  public var arenaBase: UInt64

  public init(
    textBase: UInt64 = 0x401000, readOnlyBase: UInt64, typesBase: UInt64, itabsBase: UInt64, dataBase: UInt64,
    dataEnd: UInt64, arenaBase: UInt64 = 0xc0_0000_0000
  ) {
    self.textBase = textBase
    self.readOnlyBase = readOnlyBase
    self.typesBase = typesBase
    self.itabsBase = itabsBase
    self.dataBase = dataBase
    self.dataEnd = dataEnd
    self.arenaBase = arenaBase
  }

  /// - Parameter instruction: negative for the machine's own functions, whose code stands before the program's.
  public func textAddress(_ instruction: Int) -> UInt64 {
    textBase &+ UInt64(bitPattern: Int64(instruction)) &* Self.textStride
  }
  public func instruction(at textAddress: UInt64) -> Int { Int((textAddress - textBase) / Self.textStride) }
  public func typeWord(_ type: TypeID) -> UInt64 { typesBase + UInt64(type.rawValue) * Self.descriptorStride }
  public func itabWord(_ index: Int) -> UInt64 { itabsBase + UInt64(index) * Self.descriptorStride }
  public func type(ofWord word: UInt64) -> TypeID { TypeID(Int32((word - typesBase) / Self.descriptorStride)) }
  public func itab(ofWord word: UInt64) -> Int { Int((word - itabsBase) / Self.descriptorStride) }
}

/// A package variable.
public struct Global: Hashable, Sendable {
  public var name: String
  public var type: TypeID
  public var address: UInt64
  public var span: Span
  public var isLibrary: Bool
  public init(name: String, type: TypeID, address: UInt64, span: Span, isLibrary: Bool) {
    self.name = name
    self.type = type
    self.address = address
    self.span = span
    self.isLibrary = isLibrary
  }
}
