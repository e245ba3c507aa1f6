package fmt

import (
	"internal/rt"
	"unsafe"
)

// value is a value of any type, known by its address.
type value struct {
	typ    rt.Type
	ptr    unsafe.Pointer
	hidden bool // reached through an unexported field: its methods are not called
}

// boxOf looks into an interface value.
func boxOf(a *any) *rt.Empty { return (*rt.Empty)(unsafe.Pointer(a)) }

// typeOf is the dynamic type of a.
func typeOf(a any) rt.Type { return boxOf(&a).Type }

func isStringKind(a any) bool { return a != nil && rt.Kind(typeOf(a)) == rt.String }

// valueOf is the value in a, which must stay where it is.
func valueOf(a any) value {
	box := boxOf(&a)
	if rt.IsDirect(box.Type) {
		word := new(unsafe.Pointer)
		*word = box.Data
		return value{typ: box.Type, ptr: unsafe.Pointer(word)}
	}
	return value{typ: box.Type, ptr: box.Data}
}

// box is the value as an interface value, without a copy.
func (v value) box() any {
	var a any
	out := boxOf(&a)
	if rt.IsDirect(v.typ) {
		*out = rt.Empty{Type: v.typ, Data: *(*unsafe.Pointer)(v.ptr)}
	} else {
		*out = rt.Empty{Type: v.typ, Data: v.ptr}
	}
	return a
}

func (v value) kind() int {
	if v.typ == 0 {
		return rt.Invalid
	}
	return rt.Kind(v.typ)
}

// at is the value of type t that lies offset bytes into v.
func (v value) at(offset uintptr, t rt.Type) value {
	return value{t, unsafe.Add(v.ptr, offset), v.hidden}
}

func (v value) field(i int) value {
	f := v.at(rt.FieldOffset(v.typ, i), rt.FieldType(v.typ, i))
	if rt.FieldFlags(v.typ, i)&rt.FieldExported == 0 {
		f.hidden = true
	}
	return f
}

// word is a value that is one pointer: a pointer, map, channel, function.
func (v value) word() unsafe.Pointer { return *(*unsafe.Pointer)(v.ptr) }

// elem is what an interface holds; the zero value if it holds nothing.
func (v value) elem() value {
	t := rt.Type(*(*uintptr)(v.ptr))
	if rt.InterfaceSize(v.typ) > 0 {
		t = rt.ItabType(uintptr(t))
	}
	if t == 0 {
		return value{}
	}
	data := unsafe.Add(v.ptr, unsafe.Sizeof(uintptr(0)))
	if !rt.IsDirect(t) {
		data = *(*unsafe.Pointer)(data)
	}
	return value{t, data, v.hidden}
}

// list is the first element, the element type and the count of an array or slice.
func (v value) list() (first unsafe.Pointer, elem rt.Type, count int) {
	elem = rt.Elem(v.typ)
	if rt.Kind(v.typ) == rt.Array {
		return v.ptr, elem, rt.Len(v.typ)
	}
	header := (*rt.SliceHeader)(v.ptr)
	return header.Data, elem, header.Len
}

// signed is the value of an integer kind with sign.
func (v value) signed() int64 {
	switch rt.Kind(v.typ) {
	case rt.Int:
		return int64(*(*int)(v.ptr))
	case rt.Int8:
		return int64(*(*int8)(v.ptr))
	case rt.Int16:
		return int64(*(*int16)(v.ptr))
	case rt.Int32:
		return int64(*(*int32)(v.ptr))
	}
	return *(*int64)(v.ptr)
}

// unsigned is the value of an integer kind without sign.
func (v value) unsigned() uint64 {
	switch rt.Kind(v.typ) {
	case rt.Uint:
		return uint64(*(*uint)(v.ptr))
	case rt.Uint8:
		return uint64(*(*uint8)(v.ptr))
	case rt.Uint16:
		return uint64(*(*uint16)(v.ptr))
	case rt.Uint32:
		return uint64(*(*uint32)(v.ptr))
	case rt.Uintptr:
		return uint64(*(*uintptr)(v.ptr))
	}
	return *(*uint64)(v.ptr)
}

// viewBytes is n bytes at p as a slice.
func viewBytes(p unsafe.Pointer, n int) []byte {
	if p == nil {
		return nil
	}
	return unsafe.Slice((*byte)(p), n)
}

// viewString is b as a string, without a copy.
func viewString(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
