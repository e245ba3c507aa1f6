package reflect

import (
	"internal/rt"
	"iter"
)

// yields is the number of values that a range-over-func function hands to its
// yield function, -1 if t is none.
func yields(t Type) int {
	if t.Kind() != Func || t.NumIn() != 1 || t.NumOut() != 0 {
		return -1
	}
	yield := t.In(0)
	if yield.Kind() != Func || yield.NumOut() != 1 || yield.Out(0).Kind() != Bool || yield.Out(0).Name() != "bool" {
		return -1
	}
	return yield.NumIn()
}

// CanSeq reports whether range over a value of type t gives single values.
func (t *rtype) CanSeq() bool {
	switch k := t.Kind(); k {
	case Array, Slice, Chan, String, Map:
		return true
	case Func:
		return yields(t) == 1
	case Pointer:
		return t.Elem().Kind() == Array
	default:
		return Int <= k && k <= Uintptr
	}
}

// CanSeq2 reports whether range over a value of type t gives pairs.
func (t *rtype) CanSeq2() bool {
	switch t.Kind() {
	case Array, Slice, String, Map:
		return true
	case Func:
		return yields(t) == 2
	case Pointer:
		return t.Elem().Kind() == Array
	}
	return false
}

// Seq ranges over v: integers from 0, indexes, keys, what a channel receives.
func (v Value) Seq() iter.Seq[Value] {
	if v.Kind() == Func && yields(v.Type()) == 1 {
		return func(yield func(Value) bool) {
			v.Call([]Value{MakeFunc(v.Type().In(0), func(in []Value) []Value {
				return []Value{ValueOf(yield(in[0]))}
			})})
		}
	}
	switch k := v.Kind(); {
	case Int <= k && k <= Int64:
		return func(yield func(Value) bool) {
			for i := range v.Int() {
				n := New(v.Type()).Elem()
				n.SetInt(i)
				if !yield(Value{n.typ, n.ptr, 0}) {
					return
				}
			}
		}
	case Uint <= k && k <= Uintptr:
		return func(yield func(Value) bool) {
			for i := range v.Uint() {
				n := New(v.Type()).Elem()
				n.SetUint(i)
				if !yield(Value{n.typ, n.ptr, 0}) {
					return
				}
			}
		}
	case k == Array || k == Slice || k == Pointer && rt.Kind(rt.Elem(v.typ)) == rt.Array:
		return func(yield func(Value) bool) {
			for i := range v.Len() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case k == String:
		return func(yield func(Value) bool) {
			for i := range v.String() {
				if !yield(ValueOf(i)) {
					return
				}
			}
		}
	case k == Map:
		return func(yield func(Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key()) {
					return
				}
			}
		}
	case k == Chan:
		return func(yield func(Value) bool) {
			for x, ok := v.Recv(); ok; x, ok = v.Recv() {
				if !yield(x) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq[Value]")
}

// Seq2 ranges over v: indexes or keys with their elements.
func (v Value) Seq2() iter.Seq2[Value, Value] {
	if v.Kind() == Func && yields(v.Type()) == 2 {
		return func(yield func(Value, Value) bool) {
			v.Call([]Value{MakeFunc(v.Type().In(0), func(in []Value) []Value {
				return []Value{ValueOf(yield(in[0], in[1]))}
			})})
		}
	}
	switch k := v.Kind(); {
	case k == Pointer && rt.Kind(rt.Elem(v.typ)) == rt.Array:
		return v.Elem().Seq2()
	case k == Array || k == Slice:
		return func(yield func(Value, Value) bool) {
			for i := range v.Len() {
				if !yield(ValueOf(i), v.Index(i)) {
					return
				}
			}
		}
	case k == String:
		return func(yield func(Value, Value) bool) {
			for i, r := range v.String() {
				if !yield(ValueOf(i), ValueOf(r)) {
					return
				}
			}
		}
	case k == Map:
		return func(yield func(Value, Value) bool) {
			for it := v.MapRange(); it.Next(); {
				if !yield(it.Key(), it.Value()) {
					return
				}
			}
		}
	}
	panic("reflect: " + v.Type().String() + " cannot produce iter.Seq2[Value, Value]")
}
