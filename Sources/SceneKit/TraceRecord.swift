import Insight
import Machine
import MachineCode

/// An event as a JSON object: what `gomem trace` prints.
public enum TraceRecord {
  /// Events that are told even while library code runs.
  public static func isRuntime(_ event: Event) -> Bool {
    switch event {
    case .call, .return, .statement, .slotWritten, .memoryWritten, .allocated, .tinyAllocated, .mapGrew, .mapEvacuated,
      .deferred, .deferredCallRan:
      false
    default: true
    }
  }

  public static func json(_ event: Event, tick: UInt64, _ machine: Machine) -> JSONText {
    let (name, members) = parts(event, machine)
    return .object([("tick", .unsigned(tick)), ("event", .string(name))] + members)
  }

  private static func parts(_ event: Event, _ machine: Machine) -> (String, [(String, JSONText)]) {
    func g(_ id: Int) -> (String, JSONText) { ("goroutine", .int(Int64(id))) }
    func at(_ key: String, _ address: UInt64) -> (String, JSONText) { (key, .string(Quantity.address(address))) }
    func n(_ key: String, _ number: Int) -> (String, JSONText) { (key, .int(Int64(number))) }
    func f(_ id: FunctionID) -> (String, JSONText) {
      let index = Int(id.rawValue)
      return ("function", .string(machine.functions.indices.contains(index) ? machine.functions[index].name : "?"))
    }
    switch event {
    case .call(let id, let function, let old, let new):
      return ("call", [g(id), f(function), at("oldSP", old), at("newSP", new)])
    case .return(let id, let function, let old, let new):
      return ("return", [g(id), f(function), at("oldSP", old), at("newSP", new)])
    case .statement(let id, let pc): return ("statement", [g(id), ("place", .string(place(pc, machine)))])
    case .slotWritten(let id, let address, let size):
      return ("slotWritten", [g(id), at("address", address), n("size", size)])
    case .memoryWritten(let id, let address, let size):
      return ("memoryWritten", [g(id), at("address", address), n("size", size)])
    case .allocated(let id, let address, let size, let site):
      return ("allocated", [g(id), at("address", address), n("size", size)] + self.site(site, machine))
    case .tinyAllocated(let id, let address, let size, let block, let site):
      return (
        "tinyAllocated",
        [g(id), at("address", address), n("size", size), at("block", block)] + self.site(site, machine)
      )
    case .stackGrowthBegan(let id, let a, let b, let c, let d):
      return ("stackGrowthBegan", [g(id), at("oldLow", a), at("oldHigh", b), at("newLow", c), at("newHigh", d)])
    case .frameCopied(let id, let function, let from, let to, let size):
      return ("frameCopied", [g(id), f(function), at("from", from), at("to", to), n("size", size)])
    case .pointerRewritten(let id, let address, let old, let new):
      return ("pointerRewritten", [g(id), at("address", address), at("old", old), at("new", new)])
    case .stackGrowthEnded(let id): return ("stackGrowthEnded", [g(id)])
    case .stackShrunk(let id, let a, let b, let c, let d):
      return ("stackShrunk", [g(id), at("oldLow", a), at("oldHigh", b), at("newLow", c), at("newHigh", d)])
    case .collectionBegan(let cycle, let reason):
      return ("collectionBegan", [n("cycle", cycle), ("reason", .string("\(reason)"))])
    case .rootScanned(.global(let index)): return ("rootScanned", [("root", .string("global")), n("index", index)])
    case .rootScanned(.stackSlot(let id, let address)):
      return ("rootScanned", [("root", .string("stack")), g(id), at("address", address)])
    case .rootScanned(.runtime(let what)): return ("rootScanned", [("root", .string(what))])
    case .shaded(let block, let from, let reason):
      return ("shaded", [at("block", block), at("from", from), ("reason", .string(reason.rawValue))])
    case .assistBegan(let id, let bytes): return ("assistBegan", [g(id), n("bytes", bytes)])
    case .assistEnded(let id): return ("assistEnded", [g(id)])
    case .blackened(let block): return ("blackened", [at("block", block)])
    case .markEnded: return ("markEnded", [])
    case .swept(let block, let size): return ("swept", [at("block", block), n("size", size)])
    case .finalizerSet(let id, let block): return ("finalizerSet", [g(id), at("block", block)])
    case .finalizerQueued(let block): return ("finalizerQueued", [at("block", block)])
    case .spanSwept(let base, let freed, let kept):
      return ("spanSwept", [at("base", base), n("freed", freed), n("kept", kept)])
    case .collectionEnded(let cycle, let live, let freed):
      return ("collectionEnded", [n("cycle", cycle), n("liveBytes", live), n("freedBytes", freed)])
    case .deferred(let id, let record): return ("deferred", [g(id), at("record", record)])
    case .deferredCallRan(let id): return ("deferredCallRan", [g(id)])
    case .panicked(let id): return ("panicked", [g(id)])
    case .recovered(let id, let function): return ("recovered", [g(id), f(function)])
    case .goroutineStarted(let id, let by): return ("goroutineStarted", [g(id), n("by", by)])
    case .goroutineEnded(let id): return ("goroutineEnded", [g(id)])
    case .goroutineBlocked(let id, let reason): return ("goroutineBlocked", [g(id), ("reason", .string(reason))])
    case .goroutineReady(let id): return ("goroutineReady", [g(id)])
    case .switched(let from, let to): return ("switched", [n("from", from), n("to", to)])
    case .selecting(let id, let ready): return ("selecting", [g(id), n("ready", ready)])
    case .output(let descriptor, let offset, let count):
      let bytes = Array(machine.output.bytes.dropFirst(offset).prefix(count))
      return ("output", [n("descriptor", descriptor), ("text", .string(String(decoding: bytes, as: UTF8.self)))])
    case .mapGrew(let map, let buckets): return ("mapGrew", [at("map", map), n("buckets", buckets)])
    case .mapEvacuated(let map, let bucket, let entries):
      return ("mapEvacuated", [at("map", map), n("bucket", bucket), n("entries", entries)])
    case .corrupted(let what):
      return (
        "corrupted",
        [
          g(what.goroutine), ("kind", .string(what.kind.rawValue)), at("address", what.address),
          at("target", what.target),
        ]
      )
    case .ended(let status): return ("ended", [n("status", Int(status))])
    }
  }

  private static func place(_ pc: Int, _ machine: Machine) -> String {
    let spans = machine.program.spans
    return spans.indices.contains(pc) ? machine.program.sources.describe(spans[pc].startPosition) : ""
  }

  private static func site(_ id: SiteID, _ machine: Machine) -> [(String, JSONText)] {
    let sites = machine.program.sites
    guard sites.indices.contains(Int(id.rawValue)) else { return [] }
    let site = sites[Int(id.rawValue)]
    return [
      ("type", .string(machine.program.types[Int(site.type.rawValue)].text)),
      ("place", .string(machine.program.sources.describe(site.span.startPosition))),
      ("reason", .string("\(site.reason)")),
    ]
  }
}
