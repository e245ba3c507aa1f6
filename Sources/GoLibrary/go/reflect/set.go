package reflect

import "internal/rt"

// mustWrite panics unless v may be changed; addressed tells whether it must have an address.
func (v Value) mustWrite(name string, addressed bool) {
	if v.flag&readOnly != 0 {
		panic("reflect: reflect.Value." + name + " using value obtained using unexported field")
	}
	if addressed && v.flag&addressable == 0 {
		panic("reflect: reflect.Value." + name + " using unaddressable value")
	}
}

// assignTo is v as a value of type t, as an assignment would make it.
func (v Value) assignTo(context string, t rt.Type) Value {
	if !v.IsValid() {
		panic(&ValueError{context, Invalid})
	}
	v.mustWrite(context[len("reflect.Value."):], false)
	switch {
	case v.typ == t:
		return v
	case rt.Kind(t) == rt.Interface && (rt.Kind(v.typ) == rt.Interface && v.IsNil() || rt.Implements(v.typ, t)):
		p := rt.NewObject(t)
		if held := v.box(); held != nil {
			rt.StoreInterface(p, t, held)
		}
		return Value{t, p, 0}
	case assignable(v.typ, t):
		return Value{t, v.ptr, v.flag}
	}
	panic(context + ": value of type " + rt.TypeString(v.typ) + " is not assignable to type " + rt.TypeString(t))
}

// Set assigns x to v.
func (v Value) Set(x Value) {
	if !v.IsValid() {
		panic(&ValueError{"reflect.Value.Set", Invalid})
	}
	v.mustWrite("Set", true)
	if x.IsValid() && x.flag&readOnly != 0 {
		panic("reflect: reflect.Set: value obtained using unexported field")
	}
	if x.IsValid() && !(x.typ == v.typ || rt.Kind(v.typ) == rt.Interface && rt.Implements(x.typ, v.typ) || assignable(x.typ, v.typ)) {
		panic("reflect.Set: value of type " + rt.TypeString(x.typ) + " is not assignable to type " + rt.TypeString(v.typ))
	}
	rt.TypedMove(v.typ, v.ptr, x.assignTo("reflect.Value.Set", v.typ).ptr)
}

// SetZero sets v to its type's zero value.
func (v Value) SetZero() {
	v.mustWrite("SetZero", true)
	rt.TypedMove(v.typ, v.ptr, rt.NewObject(v.typ))
}

func (v Value) SetBool(x bool) {
	v.mustWrite("SetBool", true)
	v.need("SetBool", Bool)
	*(*bool)(v.ptr) = x
}

func (v Value) SetString(x string) {
	v.mustWrite("SetString", true)
	v.need("SetString", String)
	*(*string)(v.ptr) = x
}

func (v Value) SetBytes(x []byte) {
	v.mustWrite("SetBytes", true)
	v.need("SetBytes", Slice)
	*(*[]byte)(v.ptr) = x
}

func (v Value) SetInt(x int64) {
	v.mustWrite("SetInt", true)
	switch v.Kind() {
	case Int:
		*(*int)(v.ptr) = int(x)
	case Int8:
		*(*int8)(v.ptr) = int8(x)
	case Int16:
		*(*int16)(v.ptr) = int16(x)
	case Int32:
		*(*int32)(v.ptr) = int32(x)
	case Int64:
		*(*int64)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetInt", v.Kind()})
	}
}

func (v Value) SetUint(x uint64) {
	v.mustWrite("SetUint", true)
	switch v.Kind() {
	case Uint:
		*(*uint)(v.ptr) = uint(x)
	case Uint8:
		*(*uint8)(v.ptr) = uint8(x)
	case Uint16:
		*(*uint16)(v.ptr) = uint16(x)
	case Uint32:
		*(*uint32)(v.ptr) = uint32(x)
	case Uint64:
		*(*uint64)(v.ptr) = x
	case Uintptr:
		*(*uintptr)(v.ptr) = uintptr(x)
	default:
		panic(&ValueError{"reflect.Value.SetUint", v.Kind()})
	}
}

func (v Value) SetFloat(x float64) {
	v.mustWrite("SetFloat", true)
	switch v.Kind() {
	case Float32:
		*(*float32)(v.ptr) = float32(x)
	case Float64:
		*(*float64)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetFloat", v.Kind()})
	}
}

func (v Value) SetComplex(x complex128) {
	v.mustWrite("SetComplex", true)
	switch v.Kind() {
	case Complex64:
		*(*complex64)(v.ptr) = complex64(x)
	case Complex128:
		*(*complex128)(v.ptr) = x
	default:
		panic(&ValueError{"reflect.Value.SetComplex", v.Kind()})
	}
}
