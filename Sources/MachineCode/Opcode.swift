/// What one instruction does. `a`, `b`, `c` name its operands: frame slots (byte offsets from SP) unless the text says
/// immediate, pc, function, type, site or address. Families by width stand in the order 8, 16, 32, 64 bits; by kind in the order S8,
/// S16, S32, S64, U8, U16, U32, U64 — `Opcode.family` relies on it.
///
/// Booleans are one byte, 0 or 1. Narrow values fill just their width: neither slots nor memory hold extended copies. On 386 the
/// "word" of operands is 4 bytes.
public enum Opcode: UInt16, Sendable, CaseIterable {
  /// Does nothing (in a tick of its own); also holds further operands (`a`, `b`, `c`) of the instruction before it.
  case ext

  /// a ← b, by width in bits.
  case move8, move16, move32, move64, move128, move192

  /// a ← b, `c` bytes; the ranges may overlap.
  case moveN

  /// a ← the immediate: `b`, or `c:b` (high:low) for 64 bits.
  case const8, const16, const32, const64

  /// a ..< a + c bytes ← 0.
  case zeroN

  /// a (64 bits) ← b extended.
  case signExtend8, signExtend16, signExtend32, zeroExtend8, zeroExtend16, zeroExtend32

  /// Conversions with Go's amd64 results for values out of range.
  case s64ToF64, u64ToF64, s64ToF32, u64ToF32, f64ToS64, f64ToU64, f64ToS32, f32ToF64, f64ToF32

  /// a ← b + c, wrapping.
  case add8, add16, add32, add64

  /// a ← b − c, wrapping.
  case sub8, sub16, sub32, sub64

  /// a ← b × c, wrapping.
  case mul8, mul16, mul32, mul64

  /// a ← b & c.
  case and8, and16, and32, and64

  /// a ← b | c.
  case or8, or16, or32, or64

  /// a ← b ^ c.
  case xor8, xor16, xor32, xor64

  /// a ← b &^ c.
  case andNot8, andNot16, andNot32, andNot64

  /// a ← b << c; the count c is an unsigned 64-bit slot of any size.
  case shl8, shl16, shl32, shl64

  /// a ← −b.
  case neg8, neg16, neg32, neg64

  /// a ← ^b.
  case not8, not16, not32, not64

  /// a ← b + immediate c.
  case addC8, addC16, addC32, addC64

  /// a ← b × immediate c.
  case mulC8, mulC16, mulC32, mulC64

  /// a ← b & immediate c.
  case andC8, andC16, andC32, andC64

  /// a ← b | immediate c.
  case orC8, orC16, orC32, orC64

  /// a ← b ^ immediate c.
  case xorC8, xorC16, xorC32, xorC64

  /// a ← b << immediate c, 0 ≤ c < width.
  case shlC8, shlC16, shlC32, shlC64

  /// a ← b / c, truncated; panics when c is 0.
  case divS8, divS16, divS32, divS64, divU8, divU16, divU32, divU64

  /// a ← b % c; panics when c is 0.
  case remS8, remS16, remS32, remS64, remU8, remU16, remU32, remU64

  /// a ← b >> c; the count c is an unsigned 64-bit slot of any size.
  case shrS8, shrS16, shrS32, shrS64, shrU8, shrU16, shrU32, shrU64

  /// a ← b / immediate c, not 0.
  case divCS8, divCS16, divCS32, divCS64, divCU8, divCU16, divCU32, divCU64

  /// a ← b % immediate c, not 0.
  case remCS8, remCS16, remCS32, remCS64, remCU8, remCU16, remCU32, remCU64

  /// a ← b >> immediate c, 0 ≤ c < width.
  case shrCS8, shrCS16, shrCS32, shrCS64, shrCU8, shrCU16, shrCU32, shrCU64

  /// Panics when the 64-bit slot a is negative (a signed shift count).
  case shiftCheck

  /// a ← b + c.
  case addF32, addF64

  /// a ← b − c.
  case subF32, subF64

  /// a ← b × c.
  case mulF32, mulF64

  /// a ← b / c.
  case divF32, divF64

  /// a ← −b.
  case negF32, negF64

  /// a ← min or max of b and c with Go's rules for NaN and signed zero.
  case minF32, minF64, maxF32, maxF64

  /// a (bool) ← b == c.
  case eq8, eq16, eq32, eq64, eqF32, eqF64

  /// a (bool) ← b != c.
  case ne8, ne16, ne32, ne64, neF32, neF64

  /// a (bool) ← b < c.
  case ltS8, ltS16, ltS32, ltS64, ltU8, ltU16, ltU32, ltU64, ltF32, ltF64

  /// a (bool) ← b <= c.
  case leS8, leS16, leS32, leS64, leU8, leU16, leU32, leU64, leF32, leF64

  /// a (bool) ← !b.
  case boolNot

  /// Complex arithmetic: a ← b op c; `w` is 64 or 128 bits.
  case complexAdd, complexSub, complexMul, complexDiv, complexEq

  /// pc ← c. Branch targets are instruction indices of the whole program.
  case jump

  /// pc ← c if the bool a is true / false.
  case jumpIf, jumpIfNot

  /// pc ← c if a == b.
  case jumpEq8, jumpEq16, jumpEq32, jumpEq64

  /// pc ← c if a != b.
  case jumpNe8, jumpNe16, jumpNe32, jumpNe64

  /// pc ← c if a < b.
  case jumpLtS8, jumpLtS16, jumpLtS32, jumpLtS64, jumpLtU8, jumpLtU16, jumpLtU32, jumpLtU64

  /// pc ← c if a <= b.
  case jumpLeS8, jumpLeS16, jumpLeS32, jumpLeS64, jumpLeU8, jumpLeU16, jumpLeU32, jumpLeU64

  /// pc ← c if a == immediate b.
  case jumpEqC8, jumpEqC16, jumpEqC32, jumpEqC64

  /// pc ← c if a != immediate b.
  case jumpNeC8, jumpNeC16, jumpNeC32, jumpNeC64

  /// pc ← c if a < immediate b.
  case jumpLtCS8, jumpLtCS16, jumpLtCS32, jumpLtCS64, jumpLtCU8, jumpLtCU16, jumpLtCU32, jumpLtCU64

  /// pc ← c if a <= immediate b.
  case jumpLeCS8, jumpLeCS16, jumpLeCS32, jumpLeCS64, jumpLeCU8, jumpLeCU16, jumpLeCU32, jumpLeCU64

  /// pc ← c if a > immediate b.
  case jumpGtCS8, jumpGtCS16, jumpGtCS32, jumpGtCS64, jumpGtCU8, jumpGtCU16, jumpGtCU32, jumpGtCU64

  /// pc ← c if a >= immediate b.
  case jumpGeCS8, jumpGeCS16, jumpGeCS32, jumpGeCS64, jumpGeCU8, jumpGeCU16, jumpGeCU32, jumpGeCU64

  /// pc ← c + (64-bit slot a) when slot a is in 0 ..< immediate b; otherwise goes on behind this instruction. A dense table of
  /// b `jump`s stands at c.
  case jumpTable

  /// a ← SP + b: the address of a frame slot.
  case lea

  /// Panics (nil dereference) when the pointer in slot a is nil.
  case nilCheck

  /// a ← memory[pointer in b + c].
  case load8, load16, load32, load64, load128, load192

  /// a ← memory[pointer in b], `c` bytes.
  case loadN

  /// memory[pointer in a + c] ← b; no pointer is written, or the target is known not to be the heap.
  case store8, store16, store32, store64, store128, store192

  /// memory[pointer in a] ← b, `c` bytes, no pointers among them.
  case storeN

  /// Stores with write barrier to [pointer in a + c] ← b: a pointer word; a string (pointer in word 0); an interface (pointer in word 1);
  /// a slice (pointer in word 0).
  case storePointer, storeString, storeInterface, storeSlice

  /// memory[pointer in a] ← slot b, a value of type c, with write barrier.
  case storeTyped

  /// memory[pointer in a] ..< + c bytes ← 0, no pointers among them; and of a value of type c, with barrier.
  case zeroMemory, zeroTyped

  /// memory[pointer in a] ← memory[pointer in b]: `c` bytes without pointers; a value of type c with barrier. Overlap allowed.
  case copyMemory, copyTyped

  /// Copy of min(len a, len b) elements from slice b to slice a; the count goes to slot c; `w` is the element type.
  /// `copyString` copies from the string b to the byte slice a.
  case copySlice, copyString

  /// a ← memory[address c], and memory[address c] ← a: package variables.
  case loadGlobal8, loadGlobal16, loadGlobal32, loadGlobal64, storeGlobal8, storeGlobal16, storeGlobal32
  case storeGlobal64, storeGlobalPointer

  /// a ← element of slice b at index c (64-bit slot, word-sized slot on 386), bounds checked.
  case sliceLoad8, sliceLoad16, sliceLoad32, sliceLoad64

  /// element of slice a at index b ← c, bounds checked.
  case sliceStore8, sliceStore16, sliceStore32, sliceStore64, sliceStorePointer

  /// a ← address of the element of slice b at index c; `w` is the element size in bytes, or 0 with the size in a following `ext`.
  case sliceAddress

  /// a ← byte c of string b, bounds checked.
  case stringLoad

  /// Panics unless 0 <= slot a < immediate b: index into an array of length b.
  case boundsCheck

  /// a ← element at index c of the array in frame slot b; index already checked.
  case frameLoad8, frameLoad16, frameLoad32, frameLoad64

  /// element at index b of the array in frame slot a ← c; index already checked.
  case frameStore8, frameStore16, frameStore32, frameStore64

  /// a ← (SP + b) + index in slot c × w; as `sliceAddress` for large w.
  case frameAddress

  /// a ← (pointer in b) + index in slot c × w; nil panics; index already checked.
  case elementAddress

  /// a ← slice expression over the operands at slot b: pointer, length, capacity, low, high, max (words each).
  /// `w`: see `SliceFlags`; `c` is the element size.
  case sliceExpression

  /// Array length conversion: panics unless the slice at b has at least c elements; a ← its pointer.
  case sliceToArray

  /// Calls function a; arguments and results are at the bottom of the caller's frame.
  case call

  /// Calls the func value in slot a (nil panics).
  case callClosure

  /// Calls method b of the interface in slot a (nil panics): its data word is stored as the first argument word.
  case callInterface

  /// Performs intrinsic a (`Intrinsic`) on arguments and results laid out as for a call.
  case callIntrinsic

  /// Returns to the caller.
  case ret

  /// a ← the closure with which this function was called; first instruction of a function literal with captures.
  case getClosure

  /// Starts a goroutine that runs the func() value in slot a; c is the site.
  case go

  /// Pushes a deferred call of the func() value in slot a: the record in a new block (site c), or at frame slot b.
  case deferHeap, deferStack

  /// Loop bodies that are functions of their own defer for the function around them: a ← a record without a call (site c) that
  /// marks this frame; a deferred call of the func() value in slot a, for the frame that the mark in slot b belongs to (site c).
  case deferMark, deferAtMark

  /// Runs this frame's deferred calls, newest first; then goes on.
  case runDefers

  /// Panics with the empty-interface value in slot a.
  case panic

  /// a ← recover(), an empty interface.
  case recover

  /// Reached only through a bug of gomem.
  case unreachable

  /// Allocations. The `AllocSite` c gives type, place and reason. a ← a zeroed block's address.
  case new

  /// a ← slice; operands at b: length, capacity (words). Panics when out of range.
  case makeSlice

  /// a ← slice grown for append; operands at b: slice (3 words), count of elements to add (word). The length includes them; their
  /// memory is not yet written.
  case growSlice

  /// a ← data word of an interface that holds the value at slot b (type of site c is not pointer-shaped); small
  /// integers, zero values and empty strings need no block, as in runtime/iface.go (Go 1.23).
  case box

  /// a ← map; b is the slot of the hint (word). a ← channel; b is the slot of the size (word).
  case makeMap, makeChan

  /// a ← concatenation of the `w` strings at slot b. A result of at most 32 bytes lies in the buffer of the site, if it has one.
  case concat

  /// Conversions with site c: a ← from b.
  case stringToBytes, bytesToString, stringToRunes, runesToString, runeToString

  /// a (bool) ← string b == string c; a (64 bits, −1, 0, 1) ← comparison of b and c.
  case eqString, compareString

  /// a (rune, 32 bits) and a + 8 (word: next index) ← decoded from string b at the index in word slot c.
  case decodeRune

  /// a (word) ← type word of the non-empty interface at b, 0 when nil.
  case interfaceType

  /// Assertion to a non-empty interface type c of the interface at b (`w` see `AssertFlags`): a ← interface; with comma-ok the bool
  /// stands at a + 2 words.
  case assertInterface

  /// Panics with the runtime.TypeAssertionError for: type word in slot a, wanted type b, static interface type c.
  case panicAssert

  /// a (bool) ← interface b == interface c; empty interfaces, non-empty interfaces. Panics for incomparable dynamic types.
  case eqEmptyInterface, eqInterface

  /// a (bool) ← the values of type `w` at the pointers in b and c are equal.
  case eqValue

  /// Maps; `w` is the map type. a ← pointer to the element for the key in slot c of map b, or nil when there is none
  /// (`mapGet`); inserted if need be (`mapAssign`; a following `ext` has the site in a).
  case mapGet, mapAssign

  /// mapDelete: map a, key slot b. mapClear: map a. mapLength: a ← length of map b (nil is 0).
  case mapDelete, mapClear, mapLength

  /// Iterator at frame slot a (layout `MapIterator`), map b, type `w`; after each `mapIterate…` word 0 is the key's address or 0, word 1
  /// the element's.
  case mapIterateStart, mapIterateNext

  /// Channels (`send` and `receive` have the channel's type in `w`): send slot b to channel a; a ← receive from b, with the bool ok at slot c unless −1; close; length; capacity.
  case send, receive, closeChan, chanLength, chanCapacity

  /// Cases at slot a (channel, element address, direction: 3 words each; 1 receives, 2 sends), b of them, `w` 1 with default;
  /// c ← chosen index (word; −1 for the default), ok (bool).
  case select

  /// print of slot a; `w` is a `PrintKind`.
  case print

  /// Of the machine's own stubs, never emitted by the compiler: step a of `runtime.goexit`, `runtime.gopanic` and the like.
  case runtimeStub

  /// Of the machine's loop, never emitted by the compiler: pairs of instructions that it executes in one go
  /// (Sources/Machine/Interpreter/Fusion.swift), named by the two.
  case addC64ThenJumpLtCS64, addC64ThenJumpLtS64, addC64ThenJumpLeCS64, addC64ThenJumpLeS64
  case add64ThenJumpLtCS64, add64ThenJumpLtS64, add64ThenJumpLeCS64, add64ThenJumpLeS64
  case andC64ThenAdd64, mulC64ThenAdd64, move64ThenAddC64, const8ThenSliceStore8, load64ThenJumpEqC64
  case load64ThenJumpNeC64, addC64ThenCall, move64ThenCall, load64ThenCall, add64ThenRet, move64ThenRet
}
