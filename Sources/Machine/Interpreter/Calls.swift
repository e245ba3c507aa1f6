import MachineCode

/// Pushes a frame: return PC and saved frame pointer below the caller's outgoing area, SP below the new frame. False when the
/// limit is reached, or the stack must grow first (runtime/stack.go: SP at entry against the guard; frames above 128 bytes by the excess).
@inline(__always)
func enter(
  _ entry: FunctionEntry, _ pc: inout PC, _ bias: inout Int, _ sp: inout Frame, _ core: UnsafeMutablePointer<Core>,
  _ code: Code, _ memory: GuestMemory, _ limit: Int
) -> Bool {
  let top = sp - 8
  if top - max(0, entry.size &- Code.smallFrame) <= core.pointee.stackGuard {
    core.pointee.trap = Trap(kind: .growth, x: UInt64(UInt(bitPattern: entry.size)))
    return false
  }
  let next = Int(bitPattern: pc + 1)
  top.assumingMemoryBound(to: Int.self).pointee = (next &- code.base) >> 2 &+ code.text
  (sp - 16).assumingMemoryBound(to: Int.self).pointee = Int(bitPattern: sp) &+ Int(pc.pointee.c) &- memory.arenaDelta
  sp -= entry.size
  if sp < core.pointee.lowestSP { core.pointee.lowestSP = sp }
  return go(to: entry.pc, &pc, &bias, limit)
}

/// The call instruction at pc.
@inline(__always)
func call(
  _ pc: inout PC, _ bias: inout Int, _ sp: inout Frame, _ core: UnsafeMutablePointer<Core>, _ code: Code,
  _ memory: GuestMemory, _ limit: Int
) -> Bool {
  let target = (UnsafeRawPointer(pc + 1) + Int(pc.pointee.a)).assumingMemoryBound(to: Instruction.self)
  let entry = FunctionEntry(pc: target, size: Int(pc.pointee.b))
  return enter(entry, &pc, &bias, &sp, core, code, memory, limit)
}

extension Machine {
  /// The return instruction at pc.
  @inline(__always)
  func leave(_ pc: inout PC, _ bias: inout Int, _ sp: inout Frame, _ limit: Int) -> Bool {
    let link = sp + Int(pc.pointee.a)
    if link + 16 > core.pointee.highestSP, !raiseHighestSP(link) { return false }
    let text = code.textOffset(returnPCAt: link + 8)
    if code.index(text) >= code.count {
      trapReturn(link)
      return false
    }
    sp = link + 16
    return go(to: PC(bitPattern: code.base &+ Int(bitPattern: text) &<< 2).unsafelyUnwrapped, &pc, &bias, limit)
  }

  /// The function of the func value in slot a, which becomes the current closure.
  @inline(__always)
  func closureTarget(_ frame: Frame, _ pc: PC) -> FunctionEntry? {
    let closure = read(frame, pc.pointee.a, UInt64.self)
    guard let word = guest.read(closure, 8, self) else { return nil }
    core.pointee.closure = closure
    return entry(word.loadUnaligned(as: UInt64.self))
  }

  /// The function that begins at a text address.
  @inline(__always)
  func entry(_ address: UInt64) -> FunctionEntry? {
    let text = UInt(address) &- UInt(bitPattern: code.text)
    let index = text >> 2 | text << 62
    if index < code.count {
      let function = code.functionOf[Int(bitPattern: index)]
      let entry = code.entries[max(0, Int(function))]
      if Int(bitPattern: entry.pc) == code.base &+ Int(bitPattern: index) &<< 4 { return entry }
    }
    core.pointee.trap = Trap(kind: .target, x: address)
    return nil
  }

  /// Method b of the interface in slot a; its data word becomes the first argument.
  @inline(__always)
  func methodTarget(_ frame: Frame, _ pc: PC) -> FunctionEntry? {
    let word = read(frame, pc.pointee.a, UInt64.self)
    if word == 0 {
      core.pointee.trap = Trap(kind: .memory)
      return nil
    }
    let itab = UInt(word &- itabsBase)
    let index = itab >> 6 | itab << 58
    guard index < UInt(bitPattern: code.itabCount) else {
      core.pointee.trap = Trap(kind: .target, x: word)
      return nil
    }
    let first = code.firstMethod[Int(bitPattern: index)]
    let method = first &+ pc.pointee.b
    guard method < code.firstMethod[Int(bitPattern: index) + 1] else {
      core.pointee.trap = Trap(kind: .target, x: word)
      return nil
    }
    write(frame, 0, read(frame, pc.pointee.a &+ 8, UInt64.self))
    return code.methods[Int(method)]
  }

  /// A return by the link at an address (saved frame pointer and return PC) reaches a frame above every one that was current
  /// since the stack's pages were last marked. False, with the trap set, when that frame is none.
  @inline(never)
  func raiseHighestSP(_ link: Frame) -> Bool {
    let sp = link + 16
    let index = code.index(code.textOffset(returnPCAt: link + 8))
    let function = index < code.count ? Int(code.functionOf[Int(index)]) : -1
    let size = function < 0 ? 0 : code.entries[function].size + Int(functions[function].argumentSize)
    guard function >= 0, sp + size <= core.pointee.stackHigh else {
      trapReturn(link)
      return false
    }
    let end = sp + size
    core.pointee.highestSP = sp
    core.pointee.highestEnd = end
    return true
  }

  /// The return PC of a link is no instruction.
  @inline(never)
  func trapReturn(_ link: Frame) {
    let text = (link + 8).assumingMemoryBound(to: UInt64.self).pointee
    core.pointee.trap = Trap(kind: .returnPC, x: text)
  }

  /// Marks the stack pages that frames may have written since the last time, and starts anew from the current frame. The
  /// loop writes slots without marking: calls and returns only keep the bounds of where it has been.
  func flushStackMarks() {
    let low = core.pointee.lowestSP
    let high = core.pointee.highestEnd
    if high > low { memory.mark(offset: low - memory.host, high - low) }
    resetStackMarks()
  }

  /// After the current frame changed other than by a call or return.
  func resetStackMarks() {
    let sp = core.pointee.sp
    core.pointee.lowestSP = sp
    core.pointee.highestSP = sp
    let function = Int(code.functionOf[(core.pointee.pc - code.program) + code.stubCount])
    core.pointee.highestEnd =
      function < 0 ? sp : sp + code.entries[function].size + Int(functions[function].argumentSize)
  }
}
