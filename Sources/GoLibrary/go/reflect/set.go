package reflect

import (
	"internal/rt"
	"unsafe"
)

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

// SetLen shortens or, within its capacity, lengthens a slice.
func (v Value) SetLen(n int) {
	v.mustWrite("SetLen", true)
	v.need("SetLen", Slice)
	if uint(n) > uint(v.header().Cap) {
		panic("reflect: slice length out of range in SetLen")
	}
	v.header().Len = n
}

// OverflowInt and its like report whether x does not fit v's type.

func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		panic(&ValueError{"reflect.Value.OverflowInt", v.Kind()})
	}
	shift := 64 - 8*rt.Size(v.typ)
	return x<<shift>>shift != x
}

func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		panic(&ValueError{"reflect.Value.OverflowUint", v.Kind()})
	}
	shift := 64 - 8*rt.Size(v.typ)
	return x<<shift>>shift != x
}

func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		panic(&ValueError{"reflect.Value.OverflowFloat", v.Kind()})
	}
	if x < 0 {
		x = -x
	}
	return v.Kind() == Float32 && 3.40282346638528859811704183484516925440e+38 < x && x <= 1.79769313486231570814527423731704356798070e+308
}

// Methods and calls.

func (v Value) methodIndex() int { return int(v.flag >> rt.MethodShift) }

// NumMethod is the number of methods that Method can give.
func (v Value) NumMethod() int {
	if v.typ == 0 {
		panic(&ValueError{"reflect.Value.NumMethod", Invalid})
	}
	if v.flag&method != 0 {
		return 0
	}
	return rt.NumMethod(v.typ)
}

// Method is method i, with v as its receiver, to be called.
func (v Value) Method(i int) Value {
	if v.typ == 0 {
		panic(&ValueError{"reflect.Value.Method", Invalid})
	}
	if v.flag&method != 0 || uint(i) >= uint(v.NumMethod()) {
		panic("reflect: Method index out of range")
	}
	if v.Kind() == Interface && v.IsNil() {
		panic("reflect: Method on nil interface value")
	}
	return Value{v.typ, v.ptr, v.inherited() | method | uintptr(i)<<rt.MethodShift}
}

// MethodByName is the method with that name, or the zero Value.
func (v Value) MethodByName(name string) Value {
	if v.typ == 0 {
		panic(&ValueError{"reflect.Value.MethodByName", Invalid})
	}
	for i := 0; i < rt.NumMethod(v.typ); i++ {
		if rt.MethodName(v.typ, i) == name {
			return v.Method(i)
		}
	}
	return Value{}
}

// Call calls a function, or a method that Method gave.
func (v Value) Call(in []Value) []Value {
	v.need("Call", Func)
	v.mustWrite("Call", false)
	t := v.Type().word()
	if v.flag&method == 0 && v.IsNil() {
		panic("reflect: call of nil function")
	}
	n := rt.NumParameter(t)
	if rt.IsVariadic(t) {
		if len(in) < n-1 {
			panic("reflect: Call with too few input arguments")
		}
		rest := rt.Parameter(t, n-1)
		slice := MakeSlice(toType(rest), len(in)-n+1, len(in)-n+1)
		for i, x := range in[n-1:] {
			slice.Index(i).Set(x)
		}
		in = append(in[:n-1:n-1], slice)
	} else if len(in) < n {
		panic("reflect: Call with too few input arguments")
	} else if len(in) > n {
		panic("reflect: Call with too many input arguments")
	}
	args := make([]unsafe.Pointer, n)
	for i, x := range in {
		if !x.IsValid() {
			panic("reflect: Call using zero Value argument")
		}
		to := rt.Parameter(t, i)
		if x.typ != to && !(rt.Kind(to) == rt.Interface && rt.Implements(x.typ, to)) && !assignable(x.typ, to) {
			panic("reflect: Call using " + rt.TypeString(x.typ) + " as type " + rt.TypeString(to))
		}
		args[i] = x.assignTo("reflect.Value.Call", to).ptr
	}
	out := make([]Value, rt.NumResult(t))
	results := make([]unsafe.Pointer, len(out))
	for i := range out {
		typ := rt.Result(t, i)
		results[i] = rt.NewObject(typ)
		out[i] = Value{typ, results[i], 0}
	}
	if v.flag&method != 0 {
		rt.CallMethod(v.typ, v.methodIndex(), v.ptr, args, results)
	} else {
		rt.Call(t, v.word(), args, results)
	}
	return out
}
