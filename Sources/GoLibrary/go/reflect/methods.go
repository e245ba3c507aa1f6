package reflect

import (
	"internal/rt"
	"unsafe"
)

// A Method is a method of a type.
type Method struct {
	Name    string
	PkgPath string
	Type    Type  // of an interface's method without, of another's with the receiver
	Func    Value // with the receiver as its first argument
	Index   int
}

// IsExported reports whether the method is exported.
func (m Method) IsExported() bool { return m.PkgPath == "" }

// NumMethod is the number of exported methods; of an interface type, of all.
func (t *rtype) NumMethod() int { return rt.NumMethod(t.word()) }

// Method is method i in the order of names.
func (t *rtype) Method(i int) Method {
	if i < 0 || i >= t.NumMethod() {
		panic("reflect: Method index out of range")
	}
	typ := t.word()
	m := Method{Name: rt.MethodName(typ, i), Type: toType(rt.MethodType(typ, i)), Index: i}
	if rt.Kind(typ) == rt.Interface {
		return m
	}
	plain := m.Type
	in := []Type{t}
	for k := range plain.NumIn() {
		in = append(in, plain.In(k))
	}
	var out []Type
	for k := range plain.NumOut() {
		out = append(out, plain.Out(k))
	}
	m.Type = FuncOf(in, out, plain.IsVariadic())
	m.Func = newFunc(m.Type.word(), func(args, results []unsafe.Pointer) {
		callMethod(typ, i, args[0], args[1:], results)
	})
	return m
}

// MethodByName is the method with that name.
func (t *rtype) MethodByName(name string) (Method, bool) {
	for i := 0; i < t.NumMethod(); i++ {
		if rt.MethodName(t.word(), i) == name {
			return t.Method(i), true
		}
	}
	return Method{}, false
}

// FuncOf is the function type with these parameters and results.
func FuncOf(in, out []Type, variadic bool) Type {
	if variadic && (len(in) == 0 || in[len(in)-1].Kind() != Slice) {
		panic("reflect.FuncOf: last arg of variadic func must be slice")
	}
	words := func(types []Type) []rt.Type {
		w := make([]rt.Type, len(types))
		for i, t := range types {
			w[i] = t.word()
		}
		return w
	}
	return made(rt.FuncOf(words(in), words(out), variadic), funcText(in, out, variadic))
}

func funcText(in, out []Type, variadic bool) string {
	list := func(types []Type) string {
		text := ""
		for i, t := range types {
			if i > 0 {
				text += ", "
			}
			text += t.String()
		}
		return text
	}
	text := "func(" + list(in) + ")"
	switch len(out) {
	case 0:
	case 1:
		text += " " + out[0].String()
	default:
		text += " (" + list(out) + ")"
	}
	return text
}
