import MachineCode

extension Machine {
  /// makeMap, mapGet ... mapIterateNext; `mapAssign` reads the site from the `ext` behind it (the loop skips that).
  func execMap(_ i: UnsafePointer<Instruction>, _ frame: UnsafeMutableRawPointer) -> Outcome {
    do throws(GuestFault) {
      switch i.pointee.op {
      case .makeMap:
        if heap.state.pointee.collectionDue { return collectFirst() }
        let layout = heap.mapLayout(UInt16(truncatingIfNeeded: heap.siteTypes[Int(i.pointee.c)]))
        let map = try makeMap(layout, hint: signedWord(frame, i.pointee.b), site: i.pointee.c)
        setWord(frame, i.pointee.a, map)
      case .mapGet:
        if let outcome = beginReading(of: word(frame, i.pointee.b)) { return outcome }
        let layout = heap.mapLayout(i.pointee.w)
        let found = try heap.find(layout, word(frame, i.pointee.b), frame + Int(i.pointee.c))
        setWord(frame, i.pointee.a, found.map { heap.elementAddress(layout, $0.bucket, $0.slot) } ?? 0)
      case .mapAssign:
        if heap.state.pointee.collectionDue { return collectFirst() }
        if let outcome = beginChange(of: word(frame, i.pointee.b)) { return outcome }
        let layout = heap.mapLayout(i.pointee.w)
        let site = (i + 1).pointee.a
        let element = try assign(layout, word(frame, i.pointee.b), frame + Int(i.pointee.c), site: site)
        setWord(frame, i.pointee.a, element)
      case .mapDelete:
        if heap.state.pointee.collectionDue { return collectFirst() }
        if let outcome = beginChange(of: word(frame, i.pointee.a)) { return outcome }
        try delete(heap.mapLayout(i.pointee.w), word(frame, i.pointee.a), frame + Int(i.pointee.b))
      case .mapClear:
        if let outcome = beginChange(of: word(frame, i.pointee.a)) { return outcome }
        clear(heap.mapLayout(i.pointee.w), word(frame, i.pointee.a))
      case .mapLength:
        let map = word(frame, i.pointee.b)
        setWord(frame, i.pointee.a, map == 0 ? 0 : UInt64(heap.header(map).count))
      case .mapIterateStart:
        if heap.state.pointee.collectionDue { return collectFirst() }
        let map = word(frame, i.pointee.b)
        try beginIteration(
          heap.mapLayout(i.pointee.w), map, MapIterator(slot: frame + Int(i.pointee.a)),
          site: heap.site(ofBlock: map))
      default:
        let iterator = MapIterator(slot: frame + Int(i.pointee.a))
        guard iterator.map != 0 else { break }
        if let outcome = beginReading(of: iterator.map, iterating: true) { return outcome }
        let type = program.layout.type(ofWord: iterator.typeWord)
        try continueIteration(heap.mapLayout(UInt16(truncatingIfNeeded: type.rawValue)), iterator)
      }
      return .done
    } catch {
      return raiseFault(error)
    }
  }
}
