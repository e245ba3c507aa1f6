/// A reference that doesn't count: graphs hold millions of them to trees that outlive the graph.
///
/// Not `unowned(unsafe) var x: T?`: Swift 6.3 miscompiles the optional of a struct that has such a member, so that a
/// `for` loop over an array of them never ends.
@propertyWrapper
struct Unretained<Object: AnyObject> {
  private var reference: Unmanaged<Object>?

  init(wrappedValue: Object?) { reference = wrappedValue.map(Unmanaged.passUnretained) }

  var wrappedValue: Object? {
    get { reference?.takeUnretainedValue() }
    set { reference = newValue.map(Unmanaged.passUnretained) }
  }
}
