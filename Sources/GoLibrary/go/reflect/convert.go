package reflect

import (
	"internal/rt"
	"strconv"
	"unsafe"
)

func isInteger(k int) bool { return rt.Int <= k && k <= rt.Uintptr }

func isFloat(k int) bool { return k == rt.Float32 || k == rt.Float64 }

func isComplex(k int) bool { return k == rt.Complex64 || k == rt.Complex128 }

// textSlice reports whether t is a slice of bytes or runes.
func textSlice(t rt.Type) bool {
	if rt.Kind(t) != rt.Slice {
		return false
	}
	k := rt.Kind(rt.Elem(t))
	return k == rt.Uint8 || k == rt.Int32
}

func convertible(from, to rt.Type) bool {
	f, t := rt.Kind(from), rt.Kind(to)
	switch {
	case (isInteger(f) || isFloat(f)) && (isInteger(t) || isFloat(t)), isComplex(f) && isComplex(t):
		return true
	case t == rt.String && (isInteger(f) || textSlice(from)), f == rt.String && textSlice(to):
		return true
	case alike(from, to), t == rt.Interface && rt.Implements(from, to):
		return true
	case f == rt.Slice && t == rt.Array, f == rt.Slice && t == rt.Pointer && rt.Kind(rt.Elem(to)) == rt.Array:
		return rt.Elem(from) == rt.Elem(to) || t == rt.Pointer && rt.Elem(from) == rt.Elem(rt.Elem(to))
	}
	return f == rt.Pointer && t == rt.Pointer && rt.Name(from) == "" && rt.Name(to) == "" && alike(rt.Elem(from), rt.Elem(to))
}

// CanConvert reports whether Convert(t) would not panic.
func (v Value) CanConvert(t Type) bool {
	if !convertible(v.typ, t.word()) {
		return false
	}
	if v.Kind() == Slice && t.Kind() == Array {
		return t.Len() <= v.Len()
	}
	if v.Kind() == Slice && t.Kind() == Pointer {
		return t.Elem().Len() <= v.Len()
	}
	return true
}

// Convert is v converted to type t.
func (v Value) Convert(t Type) Value {
	to := t.word()
	if !convertible(v.typ, to) {
		panic("reflect.Value.Convert: value of type " + rt.TypeString(v.typ) + " cannot be converted to type " + t.String())
	}
	from, kind := rt.Kind(v.typ), rt.Kind(to)
	result := Value{to, rt.NewObject(to), v.inherited()}
	set := result
	set.flag = addressable
	switch {
	case kind == rt.Interface:
		if held := v.box(); held != nil {
			rt.StoreInterface(result.ptr, to, held)
		}
	case alike(v.typ, to), from == rt.Pointer:
		rt.TypedMove(to, result.ptr, v.ptr)
	case kind == rt.String:
		s := ""
		switch {
		case v.CanInt():
			s = string(rune(v.Int()))
			if i := v.Int(); int64(rune(i)) != i {
				s = "\uFFFD"
			}
		case v.CanUint():
			s = string(rune(v.Uint()))
			if u := v.Uint(); u > 0x10FFFF {
				s = "\uFFFD"
			}
		case rt.Kind(rt.Elem(v.typ)) == rt.Uint8:
			s = string(*(*[]byte)(v.ptr))
		default:
			s = string(*(*[]rune)(v.ptr))
		}
		*(*string)(result.ptr) = s
	case from == rt.String:
		if rt.Kind(rt.Elem(to)) == rt.Uint8 {
			*(*[]byte)(result.ptr) = []byte(v.String())
		} else {
			*(*[]rune)(result.ptr) = []rune(v.String())
		}
	case from == rt.Slice:
		n, what := 0, "array"
		if kind == rt.Array {
			n = rt.Len(to)
		} else {
			n, what = rt.Len(rt.Elem(to)), "pointer to array"
		}
		if n > v.Len() {
			panic("reflect: cannot convert slice with length " + strconv.Itoa(v.Len()) + " to " + what + " with length " + strconv.Itoa(n))
		}
		if kind == rt.Array {
			rt.TypedMove(to, result.ptr, v.word())
		} else {
			*(*unsafe.Pointer)(result.ptr) = v.word()
		}
	case isComplex(from):
		set.SetComplex(v.Complex())
	case set.CanInt():
		switch {
		case v.CanInt():
			set.SetInt(v.Int())
		case v.CanUint():
			set.SetInt(int64(v.Uint()))
		default:
			set.SetInt(int64(v.Float()))
		}
	case set.CanUint():
		switch {
		case v.CanInt():
			set.SetUint(uint64(v.Int()))
		case v.CanUint():
			set.SetUint(v.Uint())
		default:
			set.SetUint(uint64(v.Float()))
		}
	default:
		switch {
		case v.CanInt():
			set.SetFloat(float64(v.Int()))
		case v.CanUint():
			set.SetFloat(float64(v.Uint()))
		default:
			set.SetFloat(v.Float())
		}
	}
	return result
}
