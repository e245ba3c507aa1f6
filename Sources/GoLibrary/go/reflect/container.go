package reflect

import (
	"errors"
	"internal/rt"
	"unsafe"
)

func (v Value) header() *rt.SliceHeader { return (*rt.SliceHeader)(v.ptr) }

// Len is the length of an array, slice, string, map or channel.
func (v Value) Len() int {
	switch v.Kind() {
	case Array:
		return rt.Len(v.typ)
	case Slice:
		return v.header().Len
	case String:
		return len(*(*string)(v.ptr))
	case Map:
		return rt.MapLen(v.word())
	case Chan:
		return rt.ChanLen(v.word())
	case Pointer:
		if rt.Kind(rt.Elem(v.typ)) == rt.Array {
			return rt.Len(rt.Elem(v.typ))
		}
		panic("reflect: call of reflect.Value.Len on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Len", v.Kind()})
}

// Cap is the capacity of an array, slice or channel.
func (v Value) Cap() int {
	switch v.Kind() {
	case Array:
		return rt.Len(v.typ)
	case Slice:
		return v.header().Cap
	case Chan:
		return rt.ChanCap(v.word())
	case Pointer:
		if rt.Kind(rt.Elem(v.typ)) == rt.Array {
			return rt.Len(rt.Elem(v.typ))
		}
		panic("reflect: call of reflect.Value.Cap on ptr to non-array Value")
	}
	panic(&ValueError{"reflect.Value.Cap", v.Kind()})
}

// Index is element i of an array, slice or string.
func (v Value) Index(i int) Value {
	switch v.Kind() {
	case Array:
		elem := rt.Elem(v.typ)
		if uint(i) >= uint(rt.Len(v.typ)) {
			panic("reflect: array index out of range")
		}
		return Value{elem, unsafe.Add(v.ptr, uintptr(i)*rt.Size(elem)), v.flag&addressable | v.inherited()}
	case Slice:
		elem := rt.Elem(v.typ)
		if uint(i) >= uint(v.header().Len) {
			panic("reflect: slice index out of range")
		}
		return Value{elem, unsafe.Add(v.header().Data, uintptr(i)*rt.Size(elem)), v.inherited() | addressable}
	case String:
		s := *(*string)(v.ptr)
		if uint(i) >= uint(len(s)) {
			panic("reflect: string index out of range")
		}
		c := s[i]
		u := ValueOf(c)
		u.flag = v.inherited()
		return u
	}
	panic(&ValueError{"reflect.Value.Index", v.Kind()})
}

// Slice is v[i:j].
func (v Value) Slice(i, j int) Value {
	switch v.Kind() {
	case String:
		s := *(*string)(v.ptr)
		if i < 0 || j < i || j > len(s) {
			panic("reflect.Value.Slice: string slice index out of bounds")
		}
		part := s[i:j]
		return Value{v.typ, unsafe.Pointer(&part), v.inherited()}
	case Slice:
		h := *v.header()
		if i < 0 || j < i || j > h.Cap {
			panic("reflect.Value.Slice: slice index out of bounds")
		}
		return v.part(v.typ, h.Data, i, j, h.Cap)
	case Array:
		if !v.CanAddr() {
			panic("reflect.Value.Slice: slice of unaddressable array")
		}
		n := rt.Len(v.typ)
		if i < 0 || j < i || j > n {
			panic("reflect.Value.Slice: slice index out of bounds")
		}
		return v.part(SliceOf(toType(rt.Elem(v.typ))).word(), v.ptr, i, j, n)
	}
	panic(&ValueError{"reflect.Value.Slice", v.Kind()})
}

func (v Value) part(t rt.Type, data unsafe.Pointer, i, j, limit int) Value {
	h := &rt.SliceHeader{Data: data, Len: j - i, Cap: limit - i}
	if limit > i {
		h.Data = unsafe.Add(data, uintptr(i)*rt.Size(rt.Elem(t)))
	}
	return Value{t, unsafe.Pointer(h), v.inherited()}
}

// NumField is the number of a struct's fields.
func (v Value) NumField() int {
	v.need("NumField", Struct)
	return rt.NumField(v.typ)
}

// Field is field i of a struct.
func (v Value) Field(i int) Value {
	v.need("Field", Struct)
	if uint(i) >= uint(rt.NumField(v.typ)) {
		panic("reflect: Field index out of range")
	}
	flag := v.flag &^ rt.ReflectedEmbedded
	switch facts := rt.FieldFlags(v.typ, i); {
	case facts&rt.FieldExported != 0:
	case facts&rt.FieldEmbedded != 0:
		flag |= rt.ReflectedEmbedded
	default:
		flag |= rt.ReflectedHidden
	}
	return Value{rt.FieldType(v.typ, i), unsafe.Add(v.ptr, rt.FieldOffset(v.typ, i)), flag}
}

// FieldByIndex is the field reached by one index after the other.
func (v Value) FieldByIndex(index []int) Value {
	v.need("FieldByIndex", Struct)
	for i, k := range index {
		if i > 0 && v.Kind() == Pointer {
			if v.IsNil() {
				panic("reflect: indirection through nil pointer to embedded struct")
			}
			v = v.Elem()
		}
		v = v.Field(k)
	}
	return v
}

// FieldByIndexErr is FieldByIndex with an error where a pointer on the way is nil.
func (v Value) FieldByIndexErr(index []int) (Value, error) {
	v.need("FieldByIndexErr", Struct)
	for i, k := range index {
		if i > 0 && v.Kind() == Pointer {
			if v.IsNil() {
				return Value{}, errors.New("reflect: indirection through nil pointer to embedded struct field " + v.Type().Elem().Name())
			}
			v = v.Elem()
		}
		v = v.Field(k)
	}
	return v, nil
}

// FieldByNameFunc is the field whose name match accepts, or the zero Value.
func (v Value) FieldByNameFunc(match func(string) bool) Value {
	v.need("FieldByNameFunc", Struct)
	if f, ok := toType(v.typ).FieldByNameFunc(match); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// FieldByName is the field with that name, or the zero Value.
func (v Value) FieldByName(name string) Value {
	v.need("FieldByName", Struct)
	if f, ok := toType(v.typ).FieldByName(name); ok {
		return v.FieldByIndex(f.Index)
	}
	return Value{}
}

// keyFor is the address of key, made to suit the map v.
func (v Value) keyFor(name string, key Value) unsafe.Pointer {
	return key.assignTo("reflect.Value."+name, rt.Key(v.typ)).ptr
}

// copyOf is a new value of type t like that at p.
func copyOf(t rt.Type, p unsafe.Pointer, flag uintptr) Value {
	q := rt.NewObject(t)
	rt.TypedMove(t, q, p)
	return Value{t, q, flag}
}

// MapIndex is the element of key, or the zero Value.
func (v Value) MapIndex(key Value) Value {
	v.need("MapIndex", Map)
	p := rt.MapFind(v.typ, v.word(), v.keyFor("MapIndex", key))
	if p == nil {
		return Value{}
	}
	return copyOf(rt.Elem(v.typ), p, v.inherited()|key.inherited())
}

// MapKeys are the keys, in no particular order.
func (v Value) MapKeys() []Value {
	v.need("MapKeys", Map)
	keys := make([]Value, 0, v.Len())
	for it := v.MapRange(); it.Next(); {
		keys = append(keys, it.Key())
	}
	return keys
}

// A MapIter walks a map.
type MapIter struct {
	m     Value
	it    rt.MapIter
	state int8 // 0 before the first entry, 1 at one, 2 after the last
}

// MapRange walks the map v.
func (v Value) MapRange() *MapIter {
	v.need("MapRange", Map)
	return &MapIter{m: v}
}

// Next moves to the next entry and reports whether there is one.
func (i *MapIter) Next() bool {
	if i.state == 2 {
		panic("MapIter.Next called on exhausted iterator")
	}
	i.state = 1
	if !rt.MapNext(i.m.typ, i.m.word(), &i.it) {
		i.state = 2
	}
	return i.state == 1
}

// Key is the current key.
func (i *MapIter) Key() Value {
	i.check("Key")
	return copyOf(rt.Key(i.m.typ), i.it.Key, i.m.inherited())
}

// Value is the current element.
func (i *MapIter) Value() Value {
	i.check("Value")
	return copyOf(rt.Elem(i.m.typ), i.it.Elem, i.m.inherited())
}

func (i *MapIter) check(name string) {
	if i.state == 0 {
		panic("MapIter." + name + " called before Next")
	}
	if i.state == 2 {
		panic("MapIter." + name + " called on exhausted iterator")
	}
}

// SetMapIndex sets the element of key, or deletes it where elem is the zero Value.
func (v Value) SetMapIndex(key, elem Value) {
	v.need("SetMapIndex", Map)
	v.mustWrite("SetMapIndex", false)
	k := v.keyFor("SetMapIndex", key)
	if !elem.IsValid() {
		rt.MapRemove(v.typ, v.word(), k)
		return
	}
	e := elem.assignTo("reflect.Value.SetMapIndex", rt.Elem(v.typ))
	if v.IsNil() {
		var m map[int]int
		m[0] = 0 // panics as any assignment to a nil map
	}
	rt.MapPut(v.typ, v.word(), k, e.ptr)
}

// MakeSlice is a new slice.
func MakeSlice(typ Type, len, cap int) Value {
	switch {
	case typ.Kind() != Slice:
		panic("reflect.MakeSlice of non-slice type")
	case len < 0:
		panic("reflect.MakeSlice: negative len")
	case cap < 0:
		panic("reflect.MakeSlice: negative cap")
	case len > cap:
		panic("reflect.MakeSlice: len > cap")
	}
	h := &rt.SliceHeader{Data: rt.NewArray(rt.Elem(typ.word()), cap), Len: len, Cap: cap}
	return Value{typ.word(), unsafe.Pointer(h), 0}
}

// MakeMap is a new map.
func MakeMap(typ Type) Value { return MakeMapWithSize(typ, 0) }

// MakeMapWithSize is a new map with room for n entries.
func MakeMapWithSize(typ Type, n int) Value {
	if typ.Kind() != Map {
		panic("reflect.MakeMapWithSize of non-map type")
	}
	word := new(unsafe.Pointer)
	*word = rt.MakeMap(typ.word(), n)
	return Value{typ.word(), unsafe.Pointer(word), 0}
}

// Append is the slice s with values added.
func Append(s Value, x ...Value) Value {
	s.need("Append", Slice)
	elem := rt.Elem(s.typ)
	h := *s.header()
	old, total := h.Len, h.Len+len(x)
	if total > h.Cap {
		h = grown(elem, h, total)
	}
	h.Len = total
	result := Value{s.typ, unsafe.Pointer(&h), s.inherited()}
	for i, v := range x {
		result.Index(old + i).Set(v)
	}
	return result
}

// AppendSlice is the slice s with those of the slice t added.
func AppendSlice(s, t Value) Value {
	for i := 0; i < t.Len(); i++ {
		s = Append(s, t.Index(i))
	}
	return s
}

// Copy copies elements from src to dst, as many as both have, and returns how many.
func Copy(dst, src Value) int {
	n := min(dst.Len(), src.Len())
	backwards := dst.Kind() == Slice && src.Kind() == Slice && uintptr(dst.word()) > uintptr(src.word())
	for i := 0; i < n; i++ {
		k := i
		if backwards {
			k = n - 1 - i
		}
		dst.Index(k).Set(src.Index(k))
	}
	return n
}

// Swapper is a function that exchanges elements of a slice.
func Swapper(slice any) func(i, j int) {
	v := ValueOf(slice)
	if v.Kind() != Slice {
		panic(&ValueError{Method: "Swapper", Kind: v.Kind()})
	}
	elem := rt.Elem(v.typ)
	room := rt.NewObject(elem)
	return func(i, j int) {
		if n := v.Len(); uint(i) >= uint(n) || uint(j) >= uint(n) {
			panic("reflect: slice index out of range")
		}
		a, b := v.Index(i).ptr, v.Index(j).ptr
		rt.TypedMove(elem, room, a)
		rt.TypedMove(elem, a, b)
		rt.TypedMove(elem, b, room)
	}
}
