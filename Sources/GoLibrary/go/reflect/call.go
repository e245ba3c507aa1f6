package reflect

import (
	"internal/rt"
	"unsafe"
)

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
	n := rt.NumParameter(t)
	if v.flag&method == 0 && v.IsNil() {
		panic("reflect.Value.Call: call of nil function")
	}
	if rt.IsVariadic(t) {
		if len(in) < n-1 {
			panic("reflect: Call with too few input arguments")
		}
		for _, x := range in {
			if !x.IsValid() {
				panic("reflect: Call using zero Value argument")
			}
		}
		rest := rt.Parameter(t, n-1)
		slice := MakeSlice(toType(rest), len(in)-n+1, len(in)-n+1)
		for i, x := range in[n-1:] {
			if elem := rt.Elem(rest); !accepts(elem, x.typ) {
				panic("reflect: cannot use " + rt.TypeString(x.typ) + " as type " + rt.TypeString(elem) + " in Call")
			}
			slice.Index(i).Set(x)
		}
		in = append(in[:n-1:n-1], slice)
	}
	return v.call("Call", t, in)
}

// CallSlice calls a variadic function with the slice of its last arguments.
func (v Value) CallSlice(in []Value) []Value {
	v.need("CallSlice", Func)
	v.mustWrite("CallSlice", false)
	t := v.Type().word()
	if !rt.IsVariadic(t) {
		panic("reflect: CallSlice of non-variadic function")
	}
	if v.flag&method == 0 && v.IsNil() {
		panic("reflect.Value.CallSlice: call of nil function")
	}
	return v.call("CallSlice", t, in)
}

// accepts reports whether a value of one type may be assigned to a variable of another.
func accepts(to, from rt.Type) bool {
	return from == to || rt.Kind(to) == rt.Interface && rt.Implements(from, to) || assignable(from, to)
}

// call makes the call, with one argument for each parameter.
func (v Value) call(name string, t rt.Type, in []Value) []Value {
	n := rt.NumParameter(t)
	if len(in) < n {
		panic("reflect: " + name + " with too few input arguments")
	} else if len(in) > n {
		panic("reflect: " + name + " with too many input arguments")
	}
	args := make([]unsafe.Pointer, n)
	for i, x := range in {
		if !x.IsValid() {
			panic("reflect: " + name + " using zero Value argument")
		}
		to := rt.Parameter(t, i)
		if !accepts(to, x.typ) {
			panic("reflect: " + name + " using " + rt.TypeString(x.typ) + " as type " + rt.TypeString(to))
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
		callMethod(v.typ, v.methodIndex(), v.ptr, args, results)
	} else {
		rt.Call(t, v.word(), args, results)
	}
	return out
}
