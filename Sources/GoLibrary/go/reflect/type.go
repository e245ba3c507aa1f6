// Package reflect looks into values of any type at run time.
package reflect

import (
	"internal/rt"
	"strconv"
	"unsafe"
)

// A Kind is the kind of type that a type is.
type Kind uint

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Ptr is the old name of Pointer.
const Ptr = Pointer

var kindNames = [...]string{
	"invalid", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32", "uint64",
	"uintptr", "float32", "float64", "complex64", "complex128", "array", "chan", "func", "interface", "map", "ptr",
	"slice", "string", "struct", "unsafe.Pointer",
}

// String is the kind's name.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "kind" + strconv.Itoa(int(k))
}

// A ChanDir is a channel type's direction.
type ChanDir int

const (
	RecvDir ChanDir = 1 << iota
	SendDir
	BothDir = RecvDir | SendDir
)

func (d ChanDir) String() string {
	switch d {
	case SendDir:
		return "chan<-"
	case RecvDir:
		return "<-chan"
	case BothDir:
		return "chan"
	}
	return "ChanDir" + strconv.Itoa(int(d))
}

// A Type is a Go type. Types are equal, by ==, if they are identical.
type Type interface {
	Align() int
	FieldAlign() int
	Method(int) Method
	MethodByName(string) (Method, bool)
	NumMethod() int
	Name() string
	PkgPath() string
	Size() uintptr
	String() string
	Kind() Kind
	Implements(u Type) bool
	AssignableTo(u Type) bool
	ConvertibleTo(u Type) bool
	Comparable() bool
	Bits() int
	ChanDir() ChanDir
	IsVariadic() bool
	Elem() Type
	Field(i int) StructField
	FieldByIndex(index []int) StructField
	FieldByName(name string) (StructField, bool)
	In(i int) Type
	Key() Type
	Len() int
	NumField() int
	NumIn() int
	NumOut() int
	Out(i int) Type
	FieldByNameFunc(match func(string) bool) (StructField, bool)
	OverflowComplex(x complex128) bool
	OverflowFloat(x float64) bool
	OverflowInt(x int64) bool
	OverflowUint(x uint64) bool
	CanSeq() bool
	CanSeq2() bool

	word() rt.Type
}

// rtype is what a type word points at; it is never looked into here.
type rtype struct {
	_ byte
}

func (t *rtype) word() rt.Type { return rt.Type(uintptr(unsafe.Pointer(t))) }

// toType is the Type of a type word, nil for 0.
func toType(t rt.Type) Type {
	if t == 0 {
		return nil
	}
	return *(**rtype)(unsafe.Pointer(&t))
}

// TypeOf is the type of what i holds; nil for a nil interface.
func TypeOf(i any) Type { return toType((*rt.Empty)(unsafe.Pointer(&i)).Type) }

// TypeFor is the type T, an interface type too.
func TypeFor[T any]() Type {
	var p *T
	return TypeOf(p).Elem()
}

// PtrTo is the old name of PointerTo.
func PtrTo(t Type) Type { return PointerTo(t) }

func kindOf(t rt.Type) Kind { return Kind(rt.Kind(t)) }

// need panics unless t is of the kind that a method is for.
func (t *rtype) need(method string, kind Kind) {
	if t.Kind() != kind {
		panic("reflect: " + method + " of non-" + kind.String() + " type " + t.String())
	}
}

func (t *rtype) Align() int       { return rt.Align(t.word()) }
func (t *rtype) FieldAlign() int  { return rt.FieldAlign(t.word()) }
func (t *rtype) Size() uintptr    { return rt.Size(t.word()) }
func (t *rtype) Kind() Kind       { return kindOf(t.word()) }
func (t *rtype) String() string   { return rt.TypeString(t.word()) }
func (t *rtype) Name() string     { return rt.Name(t.word()) }
func (t *rtype) PkgPath() string  { return rt.PkgPath(t.word()) }
func (t *rtype) Comparable() bool { return rt.Comparable(t.word()) }

// Bits is the size of a number in bits.
func (t *rtype) Bits() int {
	if k := t.Kind(); k < Int || k > Complex128 {
		panic("reflect: Bits of non-arithmetic Type " + t.String())
	}
	return int(t.Size()) * 8
}

func (t *rtype) ChanDir() ChanDir {
	t.need("ChanDir", Chan)
	return ChanDir(rt.ChanDir(t.word()))
}

func (t *rtype) Elem() Type {
	switch t.Kind() {
	case Array, Chan, Map, Pointer, Slice:
		return toType(rt.Elem(t.word()))
	}
	panic("reflect: Elem of invalid type " + t.String())
}

func (t *rtype) Key() Type {
	t.need("Key", Map)
	return toType(rt.Key(t.word()))
}

func (t *rtype) Len() int {
	t.need("Len", Array)
	return rt.Len(t.word())
}

func (t *rtype) IsVariadic() bool {
	t.need("IsVariadic", Func)
	return rt.IsVariadic(t.word())
}

func (t *rtype) NumIn() int {
	t.need("NumIn", Func)
	return rt.NumParameter(t.word())
}

func (t *rtype) In(i int) Type {
	t.need("In", Func)
	return toType(rt.Parameter(t.word(), i))
}

func (t *rtype) NumOut() int {
	t.need("NumOut", Func)
	return rt.NumResult(t.word())
}

func (t *rtype) Out(i int) Type {
	t.need("Out", Func)
	return toType(rt.Result(t.word(), i))
}

// Implements reports whether t has all methods of the interface type u.
func (t *rtype) Implements(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.Implements")
	}
	if u.Kind() != Interface {
		panic("reflect: non-interface type passed to Type.Implements")
	}
	return rt.Implements(t.word(), u.word())
}

// AssignableTo reports whether a value of type t can be assigned to a variable of type u.
func (t *rtype) AssignableTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.AssignableTo")
	}
	return assignable(t.word(), u.word())
}

func assignable(from, to rt.Type) bool {
	if from == to {
		return true
	}
	if rt.Kind(to) == rt.Interface {
		return rt.Implements(from, to)
	}
	// Identical underlying types, one of them without a name.
	return (rt.Name(from) == "" || rt.Name(to) == "") && alike(from, to)
}

// alike reports whether two types have the same underlying type.
func alike(a, b rt.Type) bool {
	kind := rt.Kind(a)
	if kind != rt.Kind(b) {
		return false
	}
	switch kind {
	case rt.Array:
		return rt.Len(a) == rt.Len(b) && rt.Elem(a) == rt.Elem(b)
	case rt.Chan:
		return rt.ChanDir(a) == rt.ChanDir(b) && rt.Elem(a) == rt.Elem(b)
	case rt.Map:
		return rt.Key(a) == rt.Key(b) && rt.Elem(a) == rt.Elem(b)
	case rt.Pointer, rt.Slice:
		return rt.Elem(a) == rt.Elem(b)
	case rt.Interface:
		return rt.Implements(a, b) && rt.Implements(b, a)
	case rt.Func:
		if rt.NumParameter(a) != rt.NumParameter(b) || rt.NumResult(a) != rt.NumResult(b) || rt.IsVariadic(a) != rt.IsVariadic(b) {
			return false
		}
		for i := 0; i < rt.NumParameter(a); i++ {
			if rt.Parameter(a, i) != rt.Parameter(b, i) {
				return false
			}
		}
		for i := 0; i < rt.NumResult(a); i++ {
			if rt.Result(a, i) != rt.Result(b, i) {
				return false
			}
		}
	case rt.Struct:
		if rt.NumField(a) != rt.NumField(b) {
			return false
		}
		for i := 0; i < rt.NumField(a); i++ {
			if rt.FieldName(a, i) != rt.FieldName(b, i) || rt.FieldType(a, i) != rt.FieldType(b, i) ||
				rt.FieldTag(a, i) != rt.FieldTag(b, i) || rt.FieldFlags(a, i) != rt.FieldFlags(b, i) ||
				rt.FieldPkgPath(a, i) != rt.FieldPkgPath(b, i) {
				return false
			}
		}
	}
	return true
}

// ConvertibleTo reports whether a value of type t can be converted to type u.
func (t *rtype) ConvertibleTo(u Type) bool {
	if u == nil {
		panic("reflect: nil type passed to Type.ConvertibleTo")
	}
	return convertible(t.word(), u.word())
}
