package runtime

import (
	"internal/rt"
	"unsafe"
)

// SetFinalizer has finalizer(obj) called, in a goroutine that runs all
// finalizers one after the other, once obj (a pointer to the beginning of a
// heap block) cannot be reached; a nil finalizer takes it back.
func SetFinalizer(obj any, finalizer any) {
	rt.SetFinalizer(obj, finalizer, runFinalizers)
}

// runFinalizers is the body of the goroutine that runs finalizers.
func runFinalizers() {
	for {
		fn, arg, typ, iface, results := rt.NextFinalizer()
		if fn != nil {
			finalize(fn, arg, typ, iface, results)
		}
	}
}

// full is an interface value as it is passed: two words.
type full struct {
	word unsafe.Pointer
	data unsafe.Pointer
}

// finalize calls fn with the object at arg, of pointer type typ, or with an
// interface of type iface that holds it. Nobody looks at the results, but they
// need room.
func finalize(fn, arg unsafe.Pointer, typ, iface rt.Type, results uintptr) {
	f := unsafe.Pointer(&fn)
	if iface == 0 {
		switch {
		case results == 0:
			(*(*func(unsafe.Pointer))(f))(arg)
		case results <= 64:
			(*(*func(unsafe.Pointer) [8]uintptr)(f))(arg)
		case results <= 4096:
			(*(*func(unsafe.Pointer) [512]uintptr)(f))(arg)
		default:
			rt.Fatal("not supported yet: finalizers with more than 4096 bytes of results")
		}
		return
	}
	object := rt.Empty{Type: typ, Data: arg}
	var value full
	if rt.InterfaceSize(iface) == 0 {
		*(*rt.Empty)(unsafe.Pointer(&value)) = object
	} else {
		rt.StoreInterface(unsafe.Pointer(&value), iface, *(*any)(unsafe.Pointer(&object)))
	}
	switch {
	case results == 0:
		(*(*func(full))(f))(value)
	case results <= 64:
		(*(*func(full) [8]uintptr)(f))(value)
	case results <= 4096:
		(*(*func(full) [512]uintptr)(f))(value)
	default:
		rt.Fatal("not supported yet: finalizers with more than 4096 bytes of results")
	}
}
