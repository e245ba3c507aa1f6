package runtime

import "internal/rt"

// The machine calls the functions of this file where the compiled program
// breaks a rule; each panics with the value that Go's runtime panics with.

func panicIndex(x int64, signed bool, y int) { panic(boundsError{x, y, signed, boundsIndex}) }

// panicSlice reports a failed slice expression; code is one of the bounds constants.
func panicSlice(x int64, signed bool, y int, code uint8) { panic(boundsError{x, y, signed, code}) }

func panicDivide() { panic(errorString("integer divide by zero")) }

func panicShift() { panic(errorString("negative shift amount")) }

func panicMemory() { panic(errorString("invalid memory address or nil pointer dereference")) }

// panicAddress reports a fault at an address that is not near nil.
func panicAddress(addr uintptr) {
	panic(errorAddressString{"invalid memory address or nil pointer dereference", addr})
}

func panicNilMap() { panic(plainError("assignment to entry in nil map")) }

func panicMakeSliceLen() { panic(errorString("makeslice: len out of range")) }

func panicMakeSliceCap() { panic(errorString("makeslice: cap out of range")) }

func panicMakeChan() { panic(plainError("makechan: size out of range")) }

func panicGrowSlice() { panic(errorString("growslice: len out of range")) }

func panicUnsafeSlice() { panic(errorString("unsafe.Slice: len out of range")) }

func panicUnsafeSliceNil() { panic(errorString("unsafe.Slice: ptr is nil and len is not zero")) }

func panicUnsafeString() { panic(errorString("unsafe.String: len out of range")) }

func panicUnsafeStringNil() { panic(errorString("unsafe.String: ptr is nil and len is not zero")) }

func panicSendClosed() { panic(plainError("send on closed channel")) }

func panicCloseClosed() { panic(plainError("close of closed channel")) }

func panicCloseNil() { panic(plainError("close of nil channel")) }

// panicUncomparable reports == of two interfaces that hold a type without ==.
func panicUncomparable(t rt.Type) {
	panic(errorString("comparing uncomparable type " + rt.TypeString(t)))
}

// panicUnhashable reports a map key whose dynamic type has no ==.
func panicUnhashable(t rt.Type) { panic(errorString("hash of unhashable type " + rt.TypeString(t))) }

// panicAssert reports a failed x.(T): x's static type (0 for an interface
// without methods and without name), its dynamic type or 0, T, and a method
// that is missing or "".
func panicAssert(from, concrete, asserted rt.Type, missing string) {
	panic(&TypeAssertionError{from, concrete, asserted, missing})
}

// panicWrap reports a call, through a nil pointer, of a method with value receiver.
func panicWrap(pkg, typ, method string) {
	panic(plainError("value method " + pkg + "." + typ + "." + method + " called using nil *" + typ + " pointer"))
}

// nilPanicValue is what panic(nil) panics with.
func nilPanicValue() any { return new(PanicNilError) }
