/// What the machine and the views know of a type at run time.
public struct TypeDescriptor: Sendable {
  /// As reflect.Kind numbers them (reflect/type.go, Go 1.23).
  public enum Kind: UInt8, Sendable {
    case invalid, bool, int, int8, int16, int32, int64, uint, uint8, uint16, uint32, uint64, uintptr
    case float32, float64, complex64, complex128
    case array, chan, `func`, interface, map, pointer, slice, string, structure, unsafePointer
  }

  public struct Field: Sendable {
    public var name: String
    public var type: TypeID
    /// Bytes from the struct's beginning.
    public var offset: Int
    public var isEmbedded: Bool
    public var isExported: Bool
    public var tag: String
    /// The package of an unexported field; else empty.
    public var packagePath: String
    public init(
      name: String, type: TypeID, offset: Int, isEmbedded: Bool, isExported: Bool, tag: String = "",
      packagePath: String = ""
    ) {
      self.name = name
      self.type = type
      self.offset = offset
      self.isEmbedded = isEmbedded
      self.isExported = isExported
      self.tag = tag
      self.packagePath = packagePath
    }
  }

  /// A method of a concrete type, or one that an interface demands.
  public struct Method: Sendable {
    public var name: String
    /// For an unexported name, its package; else empty.
    public var packagePath: String
    /// The signature without receiver.
    public var signature: TypeID
    /// For a concrete type: the function to call with the interface's data word as receiver; `nil` when never reached.
    public var function: FunctionID?
    /// As for a type: what reflection calls instead.
    public var caller: FunctionID?
    public init(
      name: String, packagePath: String, signature: TypeID, function: FunctionID?, caller: FunctionID? = nil
    ) {
      self.caller = caller
      self.name = name
      self.packagePath = packagePath
      self.signature = signature
      self.function = function
    }
  }

  public var kind: Kind
  /// As fmt's %T prints it: `main.T`, `[]int`.
  public var text: String
  /// The defined type's own name, or empty.
  public var name: String
  public var packagePath: String
  /// Bytes.
  public var size: Int
  public var alignment: Int
  /// Element of array, chan, map, pointer, slice.
  public var element: TypeID?
  /// Key of map.
  public var key: TypeID?
  /// Array length; chan direction (1 receive, 2 send, 3 both).
  public var length: Int
  public var fields: [Field]
  /// Sorted by name: an interface's demands (in itab order), or a concrete type's method set.
  public var methods: [Method]
  public var parameters: [TypeID]
  public var results: [TypeID]
  public var isVariadic: Bool
  /// Values may be compared with == without a panic (interfaces inside may still panic).
  public var isComparable: Bool
  /// An interface's data word holds the value itself (pointer-shaped types).
  public var isDirect: Bool
  /// Bytes up to and including the last pointer word; 0 for a type without pointers.
  public var pointerBytes: Int
  /// Of a function type: what reflection calls to call such a function by the addresses of arguments and results.
  public var caller: FunctionID?
  /// Of a function type: the code of functions that reflection makes.
  public var maker: FunctionID?

  public init(
    kind: Kind, text: String, name: String = "", packagePath: String = "", size: Int, alignment: Int,
    element: TypeID? = nil, key: TypeID? = nil, length: Int = 0, fields: [Field] = [], methods: [Method] = [],
    parameters: [TypeID] = [], results: [TypeID] = [], isVariadic: Bool = false, isComparable: Bool = true,
    isDirect: Bool = false, pointerBytes: Int = 0
  ) {
    self.kind = kind
    self.text = text
    self.name = name
    self.packagePath = packagePath
    self.size = size
    self.alignment = alignment
    self.element = element
    self.key = key
    self.length = length
    self.fields = fields
    self.methods = methods
    self.parameters = parameters
    self.results = results
    self.isVariadic = isVariadic
    self.isComparable = isComparable
    self.isDirect = isDirect
    self.pointerBytes = pointerBytes
  }
}

/// The methods with which a concrete type satisfies a non-empty interface. The compiler makes one for every pair that the program
/// can meet, so an assertion only looks up whether one is there.
public struct Itab: Sendable {
  public var interface: TypeID
  public var type: TypeID
  /// In the order of the interface's methods.
  public var functions: [FunctionID]
  public init(interface: TypeID, type: TypeID, functions: [FunctionID]) {
    self.interface = interface
    self.type = type
    self.functions = functions
  }
}
