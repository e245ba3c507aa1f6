package reflect

import "internal/rt"

// Whether a number fits a type.

func intOverflows(t rt.Type, x int64) bool {
	shift := 64 - 8*rt.Size(t)
	return x<<shift>>shift != x
}

func uintOverflows(t rt.Type, x uint64) bool {
	shift := 64 - 8*rt.Size(t)
	return x<<shift>>shift != x
}

// float32Overflows leaves infinities alone: they fit.
func float32Overflows(x float64) bool {
	if x < 0 {
		x = -x
	}
	return 3.40282346638528859811704183484516925440e+38 < x && x <= 1.79769313486231570814527423731704356798070e+308
}

// OverflowInt and its like report whether x does not fit v's type.

func (v Value) OverflowInt(x int64) bool {
	if !v.CanInt() {
		panic(&ValueError{"reflect.Value.OverflowInt", v.Kind()})
	}
	return intOverflows(v.typ, x)
}

func (v Value) OverflowUint(x uint64) bool {
	if !v.CanUint() {
		panic(&ValueError{"reflect.Value.OverflowUint", v.Kind()})
	}
	return uintOverflows(v.typ, x)
}

func (v Value) OverflowFloat(x float64) bool {
	if !v.CanFloat() {
		panic(&ValueError{"reflect.Value.OverflowFloat", v.Kind()})
	}
	return v.Kind() == Float32 && float32Overflows(x)
}

func (v Value) OverflowComplex(x complex128) bool {
	if !v.CanComplex() {
		panic(&ValueError{"reflect.Value.OverflowComplex", v.Kind()})
	}
	return v.Kind() == Complex64 && (float32Overflows(real(x)) || float32Overflows(imag(x)))
}

// OverflowInt and its like report whether x does not fit the type t.

func (t *rtype) OverflowInt(x int64) bool {
	if k := t.Kind(); k < Int || k > Int64 {
		panic("reflect: OverflowInt of non-int type " + t.String())
	}
	return intOverflows(t.word(), x)
}

func (t *rtype) OverflowUint(x uint64) bool {
	if k := t.Kind(); k < Uint || k > Uintptr {
		panic("reflect: OverflowUint of non-uint type " + t.String())
	}
	return uintOverflows(t.word(), x)
}

func (t *rtype) OverflowFloat(x float64) bool {
	k := t.Kind()
	if k != Float32 && k != Float64 {
		panic("reflect: OverflowFloat of non-float type " + t.String())
	}
	return k == Float32 && float32Overflows(x)
}

func (t *rtype) OverflowComplex(x complex128) bool {
	k := t.Kind()
	if k != Complex64 && k != Complex128 {
		panic("reflect: OverflowComplex of non-complex type " + t.String())
	}
	return k == Complex64 && (float32Overflows(real(x)) || float32Overflows(imag(x)))
}
