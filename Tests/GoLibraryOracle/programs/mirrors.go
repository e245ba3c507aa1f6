// reflect: types, values, setting, calling, converting, DeepEqual.
package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"reflect"
	"unsafe"
)

type inner struct {
	A int `json:"a,omitempty" db:"col"`
	b string
}

type Shape interface {
	Area() float64
	Name() string
}

type Rect struct {
	inner
	W, H float64 `unit:"m"`
	Tags []string
	next *Rect
}

func (r Rect) Area() float64    { return r.W * r.H }
func (r Rect) Name() string     { return "rect" }
func (r *Rect) Scale(k float64) { r.W *= k; r.H *= k }
func (r Rect) Sum(base int, xs ...int) (int, error) {
	for _, x := range xs {
		base += x
	}
	return base, nil
}
func (r Rect) hidden() {}

type myInt int
type myString string
type fn func(a int, b string) (bool, error)

func try(name string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Printf("%s panics: %v\n", name, e)
		}
	}()
	f()
}

func describe(t reflect.Type) {
	fmt.Println(t, t.Name(), t.PkgPath(), t.Kind(), t.Size(), t.Align(), t.FieldAlign(), t.Comparable(), t.NumMethod())
	switch t.Kind() {
	case reflect.Struct:
		for i := 0; i < t.NumField(); i++ {
			f := t.Field(i)
			fmt.Println(" ", f.Name, f.PkgPath, f.Type, f.Tag, f.Offset, f.Index, f.Anonymous, f.IsExported(), f.Tag.Get("json"), f.Tag.Get("db"))
		}
	case reflect.Func:
		for i := 0; i < t.NumIn(); i++ {
			fmt.Print(" in ", t.In(i))
		}
		for i := 0; i < t.NumOut(); i++ {
			fmt.Print(" out ", t.Out(i))
		}
		fmt.Println(t.IsVariadic())
	case reflect.Map:
		fmt.Println(t.Key(), t.Elem())
	case reflect.Array:
		fmt.Println(t.Len(), t.Elem())
	case reflect.Chan:
		fmt.Println(t.ChanDir(), t.Elem())
	case reflect.Slice, reflect.Pointer:
		fmt.Println(t.Elem())
	}
	for i := 0; i < t.NumMethod(); i++ {
		fmt.Println(" ", t.Method(i).Name, t.Method(i).Index)
	}
}

func main() {
	r := Rect{inner{1, "x"}, 2, 3, []string{"p"}, nil}
	var shape Shape = r
	values := []any{1, int8(-2), uint16(3), 4.5, float32(1.5), complex(1, 2), "text", true, r, &r, []int{1, 2}, [2]string{"a", "b"}, map[string]int{"k": 1}, myInt(5), myString("s"), fn(nil), func(int, ...string) {}, make(chan int, 3), (<-chan int)(nil), errors.New("e"), struct{}{}, []any{1, "x", nil}, &shape, uintptr(9), unsafe.Pointer(nil), map[myInt][]Rect{}, new(int), io.EOF}
	for _, v := range values {
		t := reflect.TypeOf(v)
		describe(t)
		x := reflect.ValueOf(v)
		fmt.Println(x.Kind(), x.Type() == t, x.CanSet(), x.CanAddr(), x.CanInterface(), x.IsZero(), x.IsValid(), x.NumMethod(), x.CanInt(), x.CanUint(), x.CanFloat())
		if t.Kind() != reflect.Pointer && t.Kind() != reflect.Chan && t.Kind() != reflect.Func {
			fmt.Println(x, x.String(), reflect.DeepEqual(v, v), reflect.Zero(t).IsZero(), reflect.Zero(t))
			fmt.Printf("%v %+v %#v %d %s\n", x, x, x, x, x)
		}
		for name, f := range map[string]func(){"Len": func() { fmt.Println(x.Len()) }} {
			try(name, f)
		}
		try("Cap", func() { fmt.Println(x.Cap()) })
		try("Int", func() { fmt.Println(x.Int()) })
		try("Uint", func() { fmt.Println(x.Uint()) })
		try("Float", func() { fmt.Println(x.Float()) })
		try("Bool", func() { fmt.Println(x.Bool()) })
		try("IsNil", func() { fmt.Println(x.IsNil()) })
		try("NumField", func() { fmt.Println(x.NumField()) })
		try("SetInt", func() { x.SetInt(1) })
		try("SetString", func() { x.SetString("1") })
		try("Elem", func() { fmt.Println(x.Elem().Kind(), x.Elem().CanSet()) })
		try("Index", func() { fmt.Println(x.Index(1)) })
		try("MapKeys", func() { fmt.Println(x.MapKeys()) })
		try("Convert", func() { fmt.Println(x.Convert(reflect.TypeOf(float64(0)))) })
		try("ConvertString", func() { fmt.Println(x.Convert(reflect.TypeOf(""))) })
		for _, u := range []reflect.Type{reflect.TypeOf(0), reflect.TypeOf(""), reflect.TypeOf(myInt(0)), reflect.TypeFor[error](), reflect.TypeFor[Shape](), reflect.TypeFor[any](), reflect.TypeOf([]byte(nil)), reflect.TypeOf([]int(nil))} {
			fmt.Print(t.AssignableTo(u), t.ConvertibleTo(u), " ")
		}
		fmt.Println()
	}
	p := reflect.ValueOf(&r).Elem()
	p.FieldByName("W").SetFloat(10)
	p.Field(3).Set(reflect.Append(p.Field(3), reflect.ValueOf("q")))
	p.FieldByName("A").SetInt(77)
	fmt.Println(r, p.FieldByName("A").Int(), p.FieldByName("nope").IsValid())
	try("SetUnexported", func() { p.FieldByName("b").SetString("no") })
	try("Interface", func() { p.FieldByName("b").Interface() })
	try("Set", func() { p.FieldByName("W").Set(reflect.ValueOf("x")) })
	f, ok := p.Type().FieldByName("A")
	fmt.Println(f.Name, f.Index, ok)
	for _, f := range reflect.VisibleFields(p.Type()) {
		fmt.Print(f.Name, f.Index, " ")
	}
	fmt.Println()
	fmt.Println(reflect.ValueOf(r).MethodByName("Area").Call(nil)[0])
	out := reflect.ValueOf(r).MethodByName("Sum").Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(2), reflect.ValueOf(3)})
	fmt.Println(out[0].Int(), out[1].IsNil(), len(out))
	reflect.ValueOf(&r).MethodByName("Scale").Call([]reflect.Value{reflect.ValueOf(2.0)})
	fmt.Println(r.W, r.H, reflect.ValueOf(r).NumMethod(), reflect.ValueOf(&r).NumMethod(), reflect.ValueOf(r).Method(1).Type())
	add := reflect.ValueOf(func(a, b int) int { return a + b })
	fmt.Println(add.Call([]reflect.Value{reflect.ValueOf(3), reflect.ValueOf(4)})[0].Int())
	fmt.Println(reflect.ValueOf(fmt.Sprintf).Call([]reflect.Value{reflect.ValueOf("%d-%v"), reflect.ValueOf(1), reflect.ValueOf("x")})[0])
	try("few", func() { add.Call(nil) })
	try("wrong", func() { add.Call([]reflect.Value{reflect.ValueOf("x"), reflect.ValueOf(1)}) })
	m := reflect.MakeMap(reflect.TypeOf(map[string]int{}))
	m.SetMapIndex(reflect.ValueOf("one"), reflect.ValueOf(1))
	m.SetMapIndex(reflect.ValueOf("two"), reflect.ValueOf(2))
	m.SetMapIndex(reflect.ValueOf("one"), reflect.Value{})
	fmt.Println(m.Len(), m.MapIndex(reflect.ValueOf("two")), m.MapIndex(reflect.ValueOf("x")).IsValid(), m)
	it := m.MapRange()
	for it.Next() {
		fmt.Println(it.Key(), it.Value())
	}
	s := reflect.MakeSlice(reflect.TypeOf([]int{}), 2, 5)
	s.Index(0).SetInt(9)
	fmt.Println(s.Len(), s.Cap(), s, s.Slice(0, 1), s.Interface().([]int))
	reflect.Swapper(s.Interface())(0, 1)
	fmt.Println(s)
	n := reflect.New(reflect.TypeOf(0))
	n.Elem().SetInt(5)
	fmt.Println(*n.Interface().(*int), reflect.Indirect(n).Int(), n.Elem().Addr().Interface() == n.Interface())
	fmt.Println(reflect.ValueOf(3.7).Convert(reflect.TypeOf(0)), reflect.ValueOf(65).Convert(reflect.TypeOf("")), reflect.ValueOf("hé").Convert(reflect.TypeOf([]rune{})), reflect.ValueOf(myInt(3)).Convert(reflect.TypeOf(0)).Type())
	var nilPtr *int
	cyc1, cyc2 := &Rect{}, &Rect{}
	cyc1.next, cyc2.next = cyc1, cyc2
	pairs := [][2]any{{1, 1}, {1, int64(1)}, {[]int{1}, []int{1}}, {[]int{}, []int(nil)}, {map[string][]int{"a": {1}}, map[string][]int{"a": {1}}}, {map[string]int{"a": 1}, map[string]int{"b": 1}}, {r, r}, {&r, &Rect{}}, {nil, nil}, {nil, nilPtr}, {math.NaN(), math.NaN()}, {cyc1, cyc2}, {func() {}, func() {}}, {[]any{1, "x"}, []any{1, "x"}}, {errors.New("a"), errors.New("a")}, {[2]int{1, 2}, [2]int{1, 3}}, {struct{ e error }{io.EOF}, struct{ e error }{io.EOF}}}
	for _, p := range pairs {
		fmt.Print(reflect.DeepEqual(p[0], p[1]), " ")
	}
	fmt.Println()
	fmt.Println(reflect.TypeOf(nil), reflect.ValueOf(nil).IsValid(), reflect.ValueOf(nil), reflect.TypeOf((*error)(nil)).Elem(), reflect.TypeOf(&r).Implements(reflect.TypeFor[Shape]()))
	try("zero", func() { reflect.ValueOf(nil).Type() })
	fmt.Println(reflect.Kind(99), reflect.Struct, reflect.ChanDir(3), reflect.PointerTo(reflect.TypeOf(0)), reflect.ValueOf(1).Equal(reflect.ValueOf(1)), reflect.ValueOf([]int{}).Comparable())
	_, ok = reflect.StructTag(`a:"1" b:"2\"x"`).Lookup("c")
	fmt.Println(reflect.StructTag(`a:"1" b:"2\"x"`).Get("b"), ok)
	fmt.Println(reflect.Copy(reflect.ValueOf([]int{1, 2, 3}), reflect.ValueOf([]int{9, 8})), reflect.ValueOf([]int{1}).UnsafePointer() != nil)
	type holder struct {
		v reflect.Value
		V reflect.Value
	}
	fmt.Printf("%v %d\n", []reflect.Value{reflect.ValueOf(1), reflect.ValueOf("s"), {}}, reflect.ValueOf([]int{1, 2}))
	fmt.Println(holder{V: reflect.ValueOf(errors.New("inside"))}.V)
}
