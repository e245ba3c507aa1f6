package runtime

import (
	"internal/rt"
	"unsafe"
)

// panicValue prepares what is printed for a panic that nobody recovers: an
// error gives its Error(), a Stringer its String(), anything else itself. The
// machine calls it, as code of the guest's, before it prints anything: a method
// may print or panic in its turn.
func panicValue(v any) any {
	switch v := v.(type) {
	case nil:
		return nil
	case error:
		return v.Error()
	case interface{ String() string }:
		return v.String()
	}
	return v
}

// printPanicValue prints to standard error, in print's format, what
// panicValue made of a panic's value.
func printPanicValue(v any) {
	switch v := v.(type) {
	case nil:
		print("nil")
	case bool:
		print(v)
	case int:
		print(v)
	case int8:
		print(v)
	case int16:
		print(v)
	case int32:
		print(v)
	case int64:
		print(v)
	case uint:
		print(v)
	case uint8:
		print(v)
	case uint16:
		print(v)
	case uint32:
		print(v)
	case uint64:
		print(v)
	case uintptr:
		print(v)
	case float32:
		print(v)
	case float64:
		print(v)
	case complex64:
		print(v)
	case complex128:
		print(v)
	case string:
		printIndented(v)
	default:
		printOther(v)
	}
}

// printOther prints a value of a type that the program defined: type and
// value for the basic kinds, type and address for the others.
func printOther(v any) {
	box := (*rt.Empty)(unsafe.Pointer(&v))
	name, p := rt.TypeString(box.Type), box.Data
	switch rt.Kind(box.Type) {
	case rt.Bool:
		print(name, "(", *(*bool)(p), ")")
	case rt.Int:
		print(name, "(", *(*int)(p), ")")
	case rt.Int8:
		print(name, "(", *(*int8)(p), ")")
	case rt.Int16:
		print(name, "(", *(*int16)(p), ")")
	case rt.Int32:
		print(name, "(", *(*int32)(p), ")")
	case rt.Int64:
		print(name, "(", *(*int64)(p), ")")
	case rt.Uint:
		print(name, "(", *(*uint)(p), ")")
	case rt.Uint8:
		print(name, "(", *(*uint8)(p), ")")
	case rt.Uint16:
		print(name, "(", *(*uint16)(p), ")")
	case rt.Uint32:
		print(name, "(", *(*uint32)(p), ")")
	case rt.Uint64:
		print(name, "(", *(*uint64)(p), ")")
	case rt.Uintptr:
		print(name, "(", *(*uintptr)(p), ")")
	case rt.Float32:
		print(name, "(", *(*float32)(p), ")")
	case rt.Float64:
		print(name, "(", *(*float64)(p), ")")
	case rt.Complex64:
		print(name, *(*complex64)(p))
	case rt.Complex128:
		print(name, *(*complex128)(p))
	case rt.String:
		print(name, `("`)
		printIndented(*(*string)(p))
		print(`")`)
	default:
		print("(", name, ") ", p)
	}
}

// printIndented prints s with a tab after each line break, so that no line of
// a panic's text can be taken for one of the runtime's own.
func printIndented(s string) {
	start := 0
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' {
			print(s[start:i+1], "\t")
			start = i + 1
		}
	}
	print(s[start:])
}
