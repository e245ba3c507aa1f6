package reflect

import (
	"internal/rt"
	"strconv"
	"unsafe"
)

// Types made of others. A program's types are those that it was compiled with
// and the pointers and slices of what it looks into.

func made(t rt.Type, text string) Type {
	if t == 0 {
		panic("not supported yet: reflect: the type " + text + ", which the program itself does not use")
	}
	return toType(t)
}

// PointerTo is the type *t.
func PointerTo(t Type) Type { return made(rt.PointerTo(t.word()), "*"+t.String()) }

// SliceOf is the type []t.
func SliceOf(t Type) Type { return made(rt.Composite(rt.Slice, t.word(), 0, 0), "[]"+t.String()) }

// ArrayOf is the type [length]elem.
func ArrayOf(length int, elem Type) Type {
	if length < 0 {
		panic("reflect: negative length passed to ArrayOf")
	}
	return made(rt.Composite(rt.Array, elem.word(), 0, length), "["+strconv.Itoa(length)+"]"+elem.String())
}

// MapOf is the type map[key]elem.
func MapOf(key, elem Type) Type {
	if !key.Comparable() {
		panic("reflect.MapOf: invalid key type " + key.String())
	}
	return made(rt.Composite(rt.Map, elem.word(), key.word(), 0), "map["+key.String()+"]"+elem.String())
}

// ChanOf is the channel type with this direction and element.
func ChanOf(dir ChanDir, t Type) Type {
	text := dir.String() + " "
	if e := t.String(); e[0] == '<' {
		text += "(" + e + ")"
	} else {
		text += e
	}
	return made(rt.Composite(rt.Chan, t.word(), 0, int(dir)), text)
}

// NewAt is a pointer to a value of type typ at p.
func NewAt(typ Type, p unsafe.Pointer) Value {
	word := new(unsafe.Pointer)
	*word = p
	return Value{PointerTo(typ).word(), unsafe.Pointer(word), 0}
}

// SliceAt is a slice of n values of type typ at p.
func SliceAt(typ Type, p unsafe.Pointer, n int) Value {
	if n < 0 {
		panic("reflect.SliceAt: slice length out of range")
	}
	return Value{SliceOf(typ).word(), unsafe.Pointer(&rt.SliceHeader{Data: p, Len: n, Cap: n}), 0}
}

// closure is what a func value points at.
type closure struct {
	code uintptr
	call func(args, results []unsafe.Pointer)
}

// newFunc is a func value of type t that leaves its calls to call.
func newFunc(t rt.Type, call func(args, results []unsafe.Pointer)) Value {
	code := rt.MadeCode(t, call)
	if code == 0 {
		panic("not supported yet: reflect: making a function of type " + rt.TypeString(t))
	}
	word := new(unsafe.Pointer)
	*word = unsafe.Pointer(&closure{code, call})
	return Value{t, unsafe.Pointer(word), 0}
}

// MakeFunc is a function of type typ whose calls fn answers.
func MakeFunc(typ Type, fn func(args []Value) (results []Value)) Value {
	if typ.Kind() != Func {
		panic("reflect: call of MakeFunc with non-Func type")
	}
	t := typ.word()
	return newFunc(t, func(args, results []unsafe.Pointer) {
		in := make([]Value, rt.NumParameter(t))
		for i := range in {
			in[i] = Value{rt.Parameter(t, i), args[i], 0}
		}
		out := fn(in)
		if len(out) != rt.NumResult(t) {
			panic("reflect: wrong return count from function created by MakeFunc")
		}
		for i, v := range out {
			to := rt.Result(t, i)
			if !v.IsValid() {
				panic("reflect: function created by MakeFunc using closure returned zero Value")
			}
			if v.flag&readOnly != 0 {
				panic("reflect: function created by MakeFunc using closure returned value obtained from unexported field")
			}
			rt.TypedMove(to, results[i], v.assignTo("reflect.MakeFunc", to).ptr)
		}
	})
}

// bound is a method value as a plain function.
func (v Value) bound() Value {
	receiver := copyOf(v.typ, v.ptr, 0)
	i := v.methodIndex()
	return newFunc(v.Type().word(), func(args, results []unsafe.Pointer) {
		callMethod(receiver.typ, i, receiver.ptr, args, results)
	})
}

// callMethod calls method i of the value of type t at receiver.
func callMethod(t rt.Type, i int, receiver unsafe.Pointer, args, results []unsafe.Pointer) {
	if rt.Kind(t) == rt.Interface {
		held := Value{t, receiver, 0}.Elem()
		if !held.IsValid() {
			panic("reflect: Method on nil interface value")
		}
		name := rt.MethodName(t, i)
		t, receiver = held.typ, held.ptr
		for i = 0; rt.MethodName(t, i) != name; i++ {
		}
	}
	rt.CallMethod(t, i, receiver, args, results)
}
