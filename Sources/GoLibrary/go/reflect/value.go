package reflect

import (
	"internal/rt"
	"unsafe"
)

// A Value is a value of any type. Its zero value stands for no value.
//
// fmt knows this layout as rt.Reflected.
type Value struct {
	typ  rt.Type
	ptr  unsafe.Pointer // address of the value
	flag uintptr
}

const (
	readOnly    = rt.ReflectedReadOnly
	addressable = rt.ReflectedAddressable
	method      = rt.ReflectedMethod
)

// A ValueError is the panic of a method that does not suit the Value's kind.
type ValueError struct {
	Method string
	Kind   Kind
}

func (e *ValueError) Error() string {
	if e.Kind == Invalid {
		return "reflect: call of " + e.Method + " on zero Value"
	}
	return "reflect: call of " + e.Method + " on " + e.Kind.String() + " Value"
}

// ValueOf is what i holds; the zero Value for a nil interface.
func ValueOf(i any) Value {
	box := (*rt.Empty)(unsafe.Pointer(&i))
	if box.Type == 0 {
		return Value{}
	}
	if rt.IsDirect(box.Type) {
		word := new(unsafe.Pointer)
		*word = box.Data
		return Value{box.Type, unsafe.Pointer(word), 0}
	}
	return Value{box.Type, box.Data, 0}
}

// New is a pointer to a new zero value of type typ.
func New(typ Type) Value {
	if typ == nil {
		panic("reflect: New(nil)")
	}
	word := new(unsafe.Pointer)
	*word = rt.NewObject(typ.word())
	return Value{rt.PointerTo(typ.word()), unsafe.Pointer(word), 0}
}

// Zero is the zero value of type typ; it cannot be set.
func Zero(typ Type) Value {
	if typ == nil {
		panic("reflect: Zero(nil)")
	}
	return Value{typ.word(), rt.NewObject(typ.word()), 0}
}

// Indirect is what a pointer points to, or else v.
func Indirect(v Value) Value {
	if v.Kind() != Pointer {
		return v
	}
	return v.Elem()
}

// inherited is the flag of what is reached through v.
func (v Value) inherited() uintptr {
	if v.flag&readOnly != 0 {
		return rt.ReflectedHidden
	}
	return 0
}

func (v Value) IsValid() bool { return v.typ != 0 }

func (v Value) Kind() Kind {
	if v.typ == 0 {
		return Invalid
	}
	if v.flag&method != 0 {
		return Func
	}
	return kindOf(v.typ)
}

// need panics unless v is of one of the kinds that a method is for.
func (v Value) need(name string, kinds ...Kind) {
	k := v.Kind()
	for _, wanted := range kinds {
		if k == wanted {
			return
		}
	}
	panic(&ValueError{"reflect.Value." + name, k})
}

func (v Value) Type() Type {
	if v.typ == 0 {
		panic(&ValueError{"reflect.Value.Type", Invalid})
	}
	if v.flag&method != 0 {
		return toType(rt.MethodType(v.typ, v.methodIndex()))
	}
	return toType(v.typ)
}

func (v Value) CanAddr() bool { return v.flag&addressable != 0 }

func (v Value) CanSet() bool { return v.flag&(addressable|readOnly) == addressable }

func (v Value) CanInterface() bool {
	if v.typ == 0 {
		panic(&ValueError{"reflect.Value.CanInterface", Invalid})
	}
	return v.flag&readOnly == 0
}

// Addr is a pointer to v.
func (v Value) Addr() Value {
	if !v.CanAddr() {
		panic("reflect.Value.Addr of unaddressable value")
	}
	word := new(unsafe.Pointer)
	*word = v.ptr
	return Value{rt.PointerTo(v.typ), unsafe.Pointer(word), v.inherited()}
}

// UnsafeAddr is v's address.
func (v Value) UnsafeAddr() uintptr {
	if !v.CanAddr() {
		panic("reflect.Value.UnsafeAddr of unaddressable value")
	}
	return uintptr(v.ptr)
}

// Interface is v as an interface value.
func (v Value) Interface() (i any) {
	if v.typ == 0 {
		panic(&ValueError{"reflect.Value.Interface", Invalid})
	}
	if v.flag&readOnly != 0 {
		panic("reflect.Value.Interface: cannot return value obtained from unexported field or method")
	}
	return v.box()
}

func (v Value) box() (i any) {
	if v.flag&method != 0 {
		v = v.bound()
	}
	if rt.Kind(v.typ) == rt.Interface {
		held := v.Elem()
		if !held.IsValid() {
			return nil
		}
		return held.box()
	}
	out := (*rt.Empty)(unsafe.Pointer(&i))
	if rt.IsDirect(v.typ) {
		*out = rt.Empty{Type: v.typ, Data: *(*unsafe.Pointer)(v.ptr)}
		return i
	}
	data := v.ptr
	if v.flag&addressable != 0 {
		data = rt.NewObject(v.typ) // what is in an interface must not change any more
		rt.TypedMove(v.typ, data, v.ptr)
	}
	*out = rt.Empty{Type: v.typ, Data: data}
	return i
}

// Elem is what an interface holds or a pointer points to; the zero Value for nil.
func (v Value) Elem() Value {
	switch v.Kind() {
	case Interface:
		t := rt.Type(*(*uintptr)(v.ptr))
		if rt.InterfaceSize(v.typ) > 0 {
			t = rt.ItabType(uintptr(t))
		}
		if t == 0 {
			return Value{}
		}
		data := *(*unsafe.Pointer)(unsafe.Add(v.ptr, unsafe.Sizeof(uintptr(0))))
		if rt.IsDirect(t) {
			word := new(unsafe.Pointer)
			*word = data
			data = unsafe.Pointer(word)
		}
		return Value{t, data, v.inherited()}
	case Pointer:
		p := *(*unsafe.Pointer)(v.ptr)
		if p == nil {
			return Value{}
		}
		return Value{rt.Elem(v.typ), p, v.inherited() | addressable}
	}
	panic(&ValueError{"reflect.Value.Elem", v.Kind()})
}

func (v Value) Bool() bool {
	v.need("Bool", Bool)
	return *(*bool)(v.ptr)
}

func (v Value) CanInt() bool     { k := v.Kind(); return Int <= k && k <= Int64 }
func (v Value) CanUint() bool    { k := v.Kind(); return Uint <= k && k <= Uintptr }
func (v Value) CanFloat() bool   { k := v.Kind(); return k == Float32 || k == Float64 }
func (v Value) CanComplex() bool { k := v.Kind(); return k == Complex64 || k == Complex128 }

func (v Value) Int() int64 {
	switch v.Kind() {
	case Int:
		return int64(*(*int)(v.ptr))
	case Int8:
		return int64(*(*int8)(v.ptr))
	case Int16:
		return int64(*(*int16)(v.ptr))
	case Int32:
		return int64(*(*int32)(v.ptr))
	case Int64:
		return *(*int64)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Int", v.Kind()})
}

func (v Value) Uint() uint64 {
	switch v.Kind() {
	case Uint:
		return uint64(*(*uint)(v.ptr))
	case Uint8:
		return uint64(*(*uint8)(v.ptr))
	case Uint16:
		return uint64(*(*uint16)(v.ptr))
	case Uint32:
		return uint64(*(*uint32)(v.ptr))
	case Uint64:
		return *(*uint64)(v.ptr)
	case Uintptr:
		return uint64(*(*uintptr)(v.ptr))
	}
	panic(&ValueError{"reflect.Value.Uint", v.Kind()})
}

func (v Value) Float() float64 {
	switch v.Kind() {
	case Float32:
		return float64(*(*float32)(v.ptr))
	case Float64:
		return *(*float64)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Float", v.Kind()})
}

func (v Value) Complex() complex128 {
	switch v.Kind() {
	case Complex64:
		return complex128(*(*complex64)(v.ptr))
	case Complex128:
		return *(*complex128)(v.ptr)
	}
	panic(&ValueError{"reflect.Value.Complex", v.Kind()})
}

// String is a string's value, and "<T Value>" for other types.
func (v Value) String() string {
	switch v.Kind() {
	case Invalid:
		return "<invalid Value>"
	case String:
		return *(*string)(v.ptr)
	}
	return "<" + v.Type().String() + " Value>"
}

// Bytes is the value of a slice, or of an addressable array, of bytes.
func (v Value) Bytes() []byte {
	switch v.Kind() {
	case Slice:
		if rt.Kind(rt.Elem(v.typ)) != rt.Uint8 {
			panic("reflect.Value.Bytes of non-byte slice")
		}
		return *(*[]byte)(v.ptr)
	case Array:
		if rt.Kind(rt.Elem(v.typ)) != rt.Uint8 {
			panic("reflect.Value.Bytes of non-byte array")
		}
		if !v.CanAddr() {
			panic("reflect.Value.Bytes of unaddressable byte array")
		}
		return unsafe.Slice((*byte)(v.ptr), rt.Len(v.typ))
	}
	panic(&ValueError{"reflect.Value.Bytes", v.Kind()})
}

// word is a value that is one pointer.
func (v Value) word() unsafe.Pointer { return *(*unsafe.Pointer)(v.ptr) }

// IsNil reports whether a value of a kind that can be nil is nil.
func (v Value) IsNil() bool {
	switch v.Kind() {
	case Chan, Func, Map, Pointer, UnsafePointer, Interface, Slice:
		return v.flag&method == 0 && v.word() == nil // the first word tells
	}
	panic(&ValueError{"reflect.Value.IsNil", v.Kind()})
}

// UnsafePointer is a pointer-like value's address, a slice's that of its
// array, a function's that of its code.
func (v Value) UnsafePointer() unsafe.Pointer {
	v.need("UnsafePointer", Chan, Func, Map, Pointer, UnsafePointer, Slice, String)
	if p := v.word(); v.Kind() == Func && p != nil {
		return *(*unsafe.Pointer)(p)
	}
	return v.word()
}

// Pointer is UnsafePointer as a number.
func (v Value) Pointer() uintptr {
	v.need("Pointer", Chan, Func, Map, Pointer, UnsafePointer, Slice, String)
	return uintptr(v.UnsafePointer())
}

// IsZero reports whether v is the zero value of its type.
func (v Value) IsZero() bool {
	switch v.Kind() {
	case Invalid:
		panic(&ValueError{"reflect.Value.IsZero", Invalid})
	case Float32, Float64:
		return v.Float() == 0 && 1/v.Float() > 0 // not -0
	case Complex64, Complex128:
		c := v.Complex()
		return c == 0 && 1/real(c) > 0 && 1/imag(c) > 0
	case String:
		return v.Len() == 0
	case Chan, Func, Map, Pointer, UnsafePointer, Interface, Slice:
		return v.IsNil()
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).IsZero() {
				return false
			}
		}
		return true
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).IsZero() && rt.FieldName(v.typ, i) != "_" {
				return false
			}
		}
		return true
	}
	for i := uintptr(0); i < rt.Size(v.typ); i++ {
		if *(*byte)(unsafe.Add(v.ptr, i)) != 0 {
			return false
		}
	}
	return true
}

// Comparable reports whether v can be compared with == without a panic.
func (v Value) Comparable() bool {
	switch v.Kind() {
	case Invalid:
		return true
	case Interface:
		return v.Elem().Comparable()
	case Array:
		for i := 0; i < v.Len(); i++ {
			if !v.Index(i).Comparable() {
				return false
			}
		}
		return rt.Comparable(v.typ)
	case Struct:
		for i := 0; i < v.NumField(); i++ {
			if !v.Field(i).Comparable() {
				return false
			}
		}
		return true
	}
	return rt.Comparable(v.typ)
}

// Equal reports whether v and u have the same type and are equal.
func (v Value) Equal(u Value) bool {
	if v.Kind() == Interface {
		v = v.Elem()
	}
	if u.Kind() == Interface {
		u = u.Elem()
	}
	if !v.IsValid() || !u.IsValid() {
		return v.IsValid() == u.IsValid()
	}
	if v.typ != u.typ {
		return false
	}
	if !rt.Comparable(v.typ) {
		panic("reflect.Value.Equal: values of type " + v.Type().String() + " are not comparable")
	}
	return rt.EqualValues(v.typ, v.ptr, u.ptr)
}
