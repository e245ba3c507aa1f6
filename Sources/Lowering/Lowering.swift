/// # Lowering: from a checked program to machine code
///
/// Translates each function that can be reached, instance by instance for generic ones, into instructions over frame slots; lays
/// out its frame; and tells for every instruction which slots hold a pointer that is still needed.
///
/// ```
///   FunctionBody ──FunctionLowering──▶ nodes over virtual slots ──Peephole──▶ ──Liveness──▶ ──FrameLayout──▶ FunctionInfo + code
///        ▲                                  │ asks for
///        └── worklist ◀── functions, types, itabs, wrappers, read-only data (ProgramLowering)
/// ```
///
/// Invariants: everything that gets a number (functions, types, itabs, sites) gets it in the order in which it is first
/// asked for, starting from the entry function, so that the same source gives the same program. Values go straight to where
/// they are wanted (destination-driven); an operand that already lies in a slot is used there. Calls inside an expression are
/// made before the expression's other operands are read, left to right, as gc does it (walk/order.go, Go 1.23).
///
/// A slot that holds pointers is written as a whole (or zeroed) before it is written in parts, so that a collection between two
/// instructions never reads a stale word; what is still live on entry is zeroed there.
///
/// Where it simplifies Go: no inlining; arguments and results pass in memory only; no bounds check is ever proved away.

import GoEscape
import GoSyntax
import GoTypes
import MachineCode
import SourceText

public struct LoweringOptions: Hashable, Sendable {
  /// Slots stay live for as long as their name is in scope (a what-if switch: what would a collector without liveness keep?).
  public var withoutLiveness = false
  public init() {}
}

/// Translates a program without errors. The diagnostics name what is not supported yet; the program is to be run only if
/// there are none.
public func lower(
  _ program: CheckedProgram, escape: EscapeResult, options: LoweringOptions = LoweringOptions()
) -> (program: Program, diagnostics: [Diagnostic]) {
  let lowering = ProgramLowering(program, escape: escape, options: options)
  lowering.run()
  return (lowering.link(), lowering.diagnostics)
}
