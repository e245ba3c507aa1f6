package sort

import (
	"internal/rt"
	"math/bits"
	"unsafe"
)

// slice makes any slice, with an order by index, an Interface.
type slice struct {
	less func(i, j int) bool
	elem rt.Type
	size uintptr
	data unsafe.Pointer
	len  int
	room unsafe.Pointer // for one element on its way
}

func (s *slice) Len() int { return s.len }

func (s *slice) Less(i, j int) bool { return s.less(i, j) }

func (s *slice) Swap(i, j int) {
	a := unsafe.Add(s.data, uintptr(i)*s.size)
	b := unsafe.Add(s.data, uintptr(j)*s.size)
	switch {
	case s.room != nil:
		rt.TypedMove(s.elem, s.room, a)
		rt.TypedMove(s.elem, a, b)
		rt.TypedMove(s.elem, b, s.room)
	case rt.Kind(s.elem) == rt.String:
		p, q := (*string)(a), (*string)(b)
		*p, *q = *q, *p
	default:
		p, q := (*int)(a), (*int)(b)
		*p, *q = *q, *p
	}
}

// sliceOf takes x apart; it panics if x is not a slice.
func sliceOf(x any, less func(i, j int) bool) slice {
	box := (*rt.Empty)(unsafe.Pointer(&x))
	kind := rt.Invalid
	if box.Type != 0 {
		kind = rt.Kind(box.Type)
	}
	if kind != rt.Slice {
		panic("reflect: call of Swapper on " + kindName(kind) + " Value")
	}
	header := (*rt.SliceHeader)(box.Data)
	elem := rt.Elem(box.Type)
	return slice{less: less, elem: elem, size: rt.Size(elem), data: header.Data, len: header.Len}
}

// withRoom allots room to swap in, where the elements need it.
func (s *slice) withRoom() *slice {
	switch rt.Kind(s.elem) {
	case rt.String, rt.Int, rt.Uint:
	default:
		if s.len > 1 {
			s.room = rt.NewObject(s.elem)
		}
	}
	return s
}

func kindName(kind int) string {
	switch kind {
	case rt.Invalid:
		return "zero"
	case rt.Array:
		return "array"
	case rt.Map:
		return "map"
	case rt.Pointer:
		return "ptr"
	case rt.String:
		return "string"
	case rt.Struct:
		return "struct"
	case rt.Int:
		return "int"
	case rt.Func:
		return "func"
	case rt.Chan:
		return "chan"
	}
	return "basic"
}

// Slice sorts the slice x by less, which takes indexes. Equal elements may change places.
func Slice(x any, less func(i, j int) bool) {
	s := sliceOf(x, less)
	if s.len > 1 {
		quicksort(s.withRoom(), 0, s.len, bits.Len(uint(s.len)))
	}
}

// SliceStable sorts the slice x by less and keeps equal elements in their order.
func SliceStable(x any, less func(i, j int) bool) {
	s := sliceOf(x, less)
	stable(s.withRoom(), s.len)
}

// SliceIsSorted reports whether the slice x is sorted by less.
func SliceIsSorted(x any, less func(i, j int) bool) bool {
	for i := sliceOf(x, less).len - 1; i > 0; i-- {
		if less(i, i-1) {
			return false
		}
	}
	return true
}
