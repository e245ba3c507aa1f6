package reflect

import (
	"internal/rt"
	"unsafe"
)

// visit is a pair of references being compared: if it comes up again, it is equal so far.
type visit struct {
	a, b unsafe.Pointer
	typ  rt.Type
}

// DeepEqual reports whether x and y are equal in all that they hold or point to.
func DeepEqual(x, y any) bool {
	if x == nil || y == nil {
		return x == y
	}
	a, b := ValueOf(x), ValueOf(y)
	return a.typ == b.typ && deepEqual(a, b, make(map[visit]bool))
}

func deepEqual(a, b Value, seen map[visit]bool) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.typ != b.typ {
		return false
	}
	switch a.Kind() {
	case Pointer, Map, Slice:
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		if a.Kind() != Slice && a.word() == b.word() {
			return true
		}
		v := visit{a.word(), b.word(), a.typ}
		if uintptr(v.a) > uintptr(v.b) {
			v.a, v.b = v.b, v.a
		}
		if a.Kind() != Slice || a.Len() > 0 {
			if seen[v] {
				return true
			}
			seen[v] = true
		}
	}
	switch a.Kind() {
	case Array:
		for i := 0; i < a.Len(); i++ {
			if !deepEqual(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	case Slice:
		if a.Len() != b.Len() {
			return false
		}
		if a.word() == b.word() {
			return true
		}
		for i := 0; i < a.Len(); i++ {
			if !deepEqual(a.Index(i), b.Index(i), seen) {
				return false
			}
		}
		return true
	case Interface, Pointer:
		return deepEqual(a.Elem(), b.Elem(), seen)
	case Struct:
		for i := 0; i < a.NumField(); i++ {
			if !deepEqual(a.Field(i), b.Field(i), seen) {
				return false
			}
		}
		return true
	case Map:
		if a.Len() != b.Len() {
			return false
		}
		elem := rt.Elem(a.typ)
		var it rt.MapIter
		for rt.MapNext(a.typ, a.word(), &it) {
			p := rt.MapFind(b.typ, b.word(), it.Key)
			if p == nil || !deepEqual(Value{elem, it.Elem, 0}, Value{elem, p, 0}, seen) {
				return false
			}
		}
		return true
	case Func:
		return a.IsNil() && b.IsNil()
	case Chan, UnsafePointer:
		return a.word() == b.word()
	}
	return rt.EqualValues(a.typ, a.ptr, b.ptr)
}
