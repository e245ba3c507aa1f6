package reflect

import (
	"internal/rt"
	"unsafe"
)

// SliceHeader is the layout of a slice.
type SliceHeader struct {
	Data uintptr
	Len  int
	Cap  int
}

// StringHeader is the layout of a string.
type StringHeader struct {
	Data uintptr
	Len  int
}

// SetLen shortens or, within its capacity, lengthens a slice.
func (v Value) SetLen(n int) {
	v.mustWrite("SetLen", true)
	v.need("SetLen", Slice)
	if uint(n) > uint(v.header().Cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	v.header().Len = n
}

// SetCap takes capacity from a slice.
func (v Value) SetCap(n int) {
	v.mustWrite("SetCap", true)
	v.need("SetCap", Slice)
	if h := v.header(); n < h.Len || n > h.Cap {
		panic("reflect: slice capacity out of range in SetCap")
	}
	v.header().Cap = n
}

// SetPointer sets an unsafe.Pointer.
func (v Value) SetPointer(x unsafe.Pointer) {
	v.mustWrite("SetPointer", true)
	v.need("SetPointer", UnsafePointer)
	*(*unsafe.Pointer)(v.ptr) = x
}

// Grow makes room for n more elements of a slice.
func (v Value) Grow(n int) {
	v.mustWrite("Grow", true)
	v.need("Grow", Slice)
	h := v.header()
	if n < 0 {
		panic("reflect.Value.Grow: negative len")
	}
	if h.Len+n < 0 {
		panic("reflect.Value.Grow: slice overflow")
	}
	if h.Len+n > h.Cap {
		*h = grown(rt.Elem(v.typ), *h, h.Len+n)
	}
}

// grown is the slice h with the capacity that append would give it for total elements.
func grown(elem rt.Type, h rt.SliceHeader, total int) rt.SliceHeader {
	capacity := h.Cap
	if total > 2*capacity {
		capacity = total
	} else {
		for capacity < total {
			if capacity < 256 {
				capacity *= 2
			} else {
				capacity += (capacity + 3*256) / 4
			}
		}
	}
	size := rt.Size(elem)
	if size > 0 {
		capacity = rt.RoundUp(capacity*int(size), elem) / int(size)
	}
	data := rt.NewArray(elem, capacity)
	for i := range uintptr(h.Len) {
		rt.TypedMove(elem, unsafe.Add(data, i*size), unsafe.Add(h.Data, i*size))
	}
	return rt.SliceHeader{Data: data, Len: h.Len, Cap: capacity}
}

// Clear deletes a map's entries, or sets a slice's elements to zero.
func (v Value) Clear() {
	switch v.Kind() {
	case Slice:
		zero := rt.NewObject(rt.Elem(v.typ))
		for i := range v.Len() {
			rt.TypedMove(rt.Elem(v.typ), v.Index(i).ptr, zero)
		}
	case Map:
		rt.MapClear(v.typ, v.word())
	default:
		panic(&ValueError{"reflect.Value.Clear", v.Kind()})
	}
}

// Slice3 is v[i:j:k].
func (v Value) Slice3(i, j, k int) Value {
	switch v.Kind() {
	case Slice:
		h := v.header()
		if i < 0 || j < i || k < j || k > h.Cap {
			panic("reflect.Value.Slice3: slice index out of bounds")
		}
		return v.part(v.typ, h.Data, i, j, k)
	case Array:
		if !v.CanAddr() {
			panic("reflect.Value.Slice3: slice of unaddressable array")
		}
		if n := rt.Len(v.typ); i < 0 || j < i || k < j || k > n {
			panic("reflect.Value.Slice3: slice index out of bounds")
		}
		return v.part(SliceOf(toType(rt.Elem(v.typ))).word(), v.ptr, i, j, k)
	}
	panic(&ValueError{"reflect.Value.Slice3", v.Kind()})
}

// InterfaceData is the two words of an interface value.
func (v Value) InterfaceData() [2]uintptr {
	v.need("InterfaceData", Interface)
	return *(*[2]uintptr)(v.ptr)
}

// SetIterKey and SetIterValue set v to what a map's iterator stands at.

func (v Value) SetIterKey(i *MapIter) {
	i.check("SetIterKey")
	v.Set(i.Key())
}

func (v Value) SetIterValue(i *MapIter) {
	i.check("SetIterValue")
	v.Set(i.Value())
}

// Reset has the iterator walk another map.
func (i *MapIter) Reset(v Value) {
	if v.IsValid() {
		v.need("MapRange", Map)
	}
	*i = MapIter{m: v}
}
