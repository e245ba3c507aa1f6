package main

import (
	"fmt"
	"reflect"
	"sort"
	"strings"
)

type Point struct {
	X, Y int `json:"x" xml:"why"`
	name string
}

func (p Point) Add(q Point) Point      { return Point{p.X + q.X, p.Y + q.Y, p.name + q.name} }
func (p Point) String() string         { return fmt.Sprintf("<%d,%d>", p.X, p.Y) }
func (p *Point) Scale(k int, more ...int) (int, error) {
	p.X *= k
	p.Y *= k
	for _, m := range more {
		p.X += m
	}
	return p.X, nil
}

type Shape interface {
	Area() float64
	Name(prefix string) string
}
type Sq struct{ s float64 }

func (s Sq) Area() float64            { return s.s * s.s }
func (s Sq) Name(p string) string     { return p + "square" }
func (s Sq) hidden()                  {}

type Big struct {
	A [10]int
	S string
	M map[string]int
	F func(int) int
	I any
	E error
	C chan int
	P *Big
}

func sum(a int, b float64, s string, rest ...int) (string, int) {
	t := a + int(b)
	for _, r := range rest {
		t += r
	}
	return s + fmt.Sprint(t), t
}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
}

func main() {
	f := reflect.ValueOf(sum)
	out := f.Call([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(2.5), reflect.ValueOf("s="), reflect.ValueOf(4), reflect.ValueOf(5)})
	fmt.Println(out[0], out[1], len(out), f.Type())
	out = f.CallSlice([]reflect.Value{reflect.ValueOf(1), reflect.ValueOf(2.5), reflect.ValueOf("s="), reflect.ValueOf([]int{4, 5, 6})})
	fmt.Println(out[0], out[1].Int())
	p := &Point{1, 2, "p"}
	v := reflect.ValueOf(p)
	fmt.Println(v.NumMethod(), v.Elem().NumMethod(), v.Type(), v.Elem().Type())
	for i := 0; i < v.NumMethod(); i++ {
		fmt.Println(v.Type().Method(i).Name, v.Method(i).Type(), v.Type().Method(i).Type, v.Type().Method(i).Index)
	}
	for i := 0; i < v.Elem().NumMethod(); i++ {
		fmt.Println(v.Elem().Type().Method(i).Name, v.Elem().Method(i).Type(), v.Elem().Type().Method(i).Type)
	}
	r := v.MethodByName("Add").Call([]reflect.Value{reflect.ValueOf(Point{10, 20, "q"})})
	fmt.Println(r[0].Interface(), r[0])
	r = v.MethodByName("Scale").Call([]reflect.Value{reflect.ValueOf(3), reflect.ValueOf(100)})
	fmt.Println(r[0], r[1].IsNil(), r[1].Type(), *p)
	m, ok := v.Type().MethodByName("Scale")
	fmt.Println(m.Name, ok, m.Func.Type())
	r = m.Func.Call([]reflect.Value{v, reflect.ValueOf(2)})
	fmt.Println(r[0], *p)
	fn := v.MethodByName("String").Interface().(func() string)
	fmt.Println(fn())
	var s Shape = Sq{3}
	sv := reflect.ValueOf(&s).Elem()
	fmt.Println(sv.Kind(), sv.NumMethod(), sv.Method(0).Call(nil)[0], sv.MethodByName("Name").Call([]reflect.Value{reflect.ValueOf("a ")})[0])
	fmt.Println(reflect.TypeOf(s).NumMethod())
	st := reflect.TypeOf((*Shape)(nil)).Elem()
	for i := range st.NumMethod() {
		fmt.Println(st.Method(i).Name, st.Method(i).Type)
	}
	// MakeFunc
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var intSwap func(int, int) (int, int)
	var strSwap func(string, string) (string, string)
	for _, p := range []any{&intSwap, &strSwap} {
		fv := reflect.ValueOf(p).Elem()
		fv.Set(reflect.MakeFunc(fv.Type(), swap))
	}
	fmt.Println(intSwap(1, 2))
	fmt.Println(strSwap("a", "b"))
	var addBig func(b Big, x int8) (Big, error)
	av := reflect.ValueOf(&addBig).Elem()
	av.Set(reflect.MakeFunc(av.Type(), func(in []reflect.Value) []reflect.Value {
		b := in[0].Interface().(Big)
		b.A[3] += int(in[1].Int())
		b.S += "!"
		return []reflect.Value{reflect.ValueOf(b), reflect.Zero(reflect.TypeFor[error]())}
	}))
	b, err := addBig(Big{S: "hey"}, 7)
	fmt.Println(b.A, b.S, err)
	// maps
	mm := map[string][]int{"a": {1}, "b": {2, 3}}
	mv := reflect.ValueOf(mm)
	keys := mv.MapKeys()
	sort.Slice(keys, func(i, j int) bool { return keys[i].String() < keys[j].String() })
	for _, k := range keys {
		fmt.Println(k, mv.MapIndex(k), mv.MapIndex(k).Len())
	}
	mv.SetMapIndex(reflect.ValueOf("c"), reflect.ValueOf([]int{9}))
	mv.SetMapIndex(reflect.ValueOf("a"), reflect.Value{})
	fmt.Println(mm, mv.MapIndex(reflect.ValueOf("zz")).IsValid())
	nm := reflect.MakeMap(reflect.TypeOf(mm))
	nm.SetMapIndex(reflect.ValueOf("k"), reflect.ValueOf([]int{1, 2}))
	fmt.Println(nm.Interface(), nm.Len())
	nm.Clear()
	fmt.Println(nm.Len())
	// slices
	sl := reflect.ValueOf([]string{"x"})
	for i := range 5 {
		sl = reflect.Append(sl, reflect.ValueOf(strings.Repeat("y", i)))
		fmt.Println(sl.Len(), sl.Cap())
	}
	fmt.Printf("%q\n", sl.Interface())
	ns := reflect.MakeSlice(reflect.TypeOf([]Point{}), 2, 5)
	ns.Index(1).Field(0).SetInt(42)
	fmt.Println(ns, ns.Cap(), ns.Slice(0, 1), ns.Slice3(0, 1, 2).Cap())
	fmt.Println(reflect.SliceOf(reflect.TypeOf(Point{})), reflect.PointerTo(reflect.TypeOf(Big{})), reflect.TypeOf(sl.Interface()))
	n := reflect.New(reflect.TypeOf(Big{}))
	n.Elem().FieldByName("S").SetString("new")
	n.Elem().Field(3).Set(reflect.ValueOf(func(i int) int { return i * 2 }))
	fmt.Println(n.Elem().Field(3).Call([]reflect.Value{reflect.ValueOf(21)})[0], n.Interface().(*Big).S)
	// channels
	c := reflect.MakeChan(reflect.TypeOf(make(chan string)), 2)
	c.Send(reflect.ValueOf("one"))
	fmt.Println(c.TrySend(reflect.ValueOf("two")), c.TrySend(reflect.ValueOf("three")), c.Len(), c.Cap())
	x, ok := c.Recv()
	fmt.Println(x, ok)
	x, ok = c.TryRecv()
	fmt.Println(x, ok)
	x, ok = c.TryRecv()
	fmt.Println(x, ok)
	c.Close()
	x, ok = c.Recv()
	fmt.Printf("%q %v\n", x, ok)
	ch := make(chan int)
	go func() {
		for i := range 3 {
			ch <- i
		}
		close(ch)
	}()
	cv := reflect.ValueOf(ch)
	for {
		i, rv, ok := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectRecv, Chan: cv}, {Dir: reflect.SelectSend, Chan: reflect.ValueOf((chan string)(nil)), Send: reflect.ValueOf("")}})
		fmt.Println(i, rv, ok)
		if !ok {
			break
		}
	}
	i, _, _ := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault}, {Dir: reflect.SelectRecv, Chan: reflect.ValueOf(make(chan int))}})
	fmt.Println(i)
	for k, v := range reflect.ValueOf([]string{"p", "q"}).Seq2() {
		fmt.Println(k, v)
	}
	for v := range reflect.ValueOf(3).Seq() {
		fmt.Println(v)
	}
	for v := range reflect.ValueOf(func(yield func(string) bool) { _ = yield("a") && yield("b") }).Seq() {
		fmt.Println(v)
	}
	fmt.Println(reflect.ValueOf(1).Equal(reflect.ValueOf(1)), reflect.ValueOf(Point{}).Equal(reflect.ValueOf(Point{X: 1})))
	fmt.Println(reflect.DeepEqual(map[string][]int{"a": {1}}, map[string][]int{"a": {1}}), reflect.DeepEqual(Big{}, Big{}), reflect.DeepEqual([]any{1, "a", nil}, []any{1, "a", nil}))
	try("few", func() { f.Call(nil) })
	try("many", func() { reflect.ValueOf(func() {}).Call([]reflect.Value{reflect.ValueOf(1)}) })
	try("type", func() { f.Call([]reflect.Value{reflect.ValueOf("x"), reflect.ValueOf(2.5), reflect.ValueOf("s=")}) })
	try("nil", func() { var g func(); reflect.ValueOf(g).Call(nil) })
	try("set", func() { reflect.ValueOf(1).SetInt(3) })
	try("unexported", func() { reflect.ValueOf(p).Elem().Field(2).SetString("x") })
	try("kind", func() { reflect.ValueOf("a").Int() })
	try("zero", func() { reflect.Value{}.Type() })
	try("nilmap", func() { reflect.ValueOf(map[string]int(nil)).SetMapIndex(reflect.ValueOf("a"), reflect.ValueOf(1)) })
	try("index", func() { reflect.ValueOf([]int{1}).Index(3) })
	try("inner", func() { reflect.ValueOf(func() { panic("from inside") }).Call(nil) })
	try("key", func() { reflect.ValueOf(map[any]int{}).MapIndex(reflect.ValueOf([]int{})) })
	ft := reflect.TypeOf(sum)
	fmt.Println(ft.NumIn(), ft.In(0), ft.In(3), ft.NumOut(), ft.Out(1), ft.IsVariadic())
	tt := reflect.TypeOf(Point{})
	for i := range tt.NumField() {
		f := tt.Field(i)
		fmt.Println(f.Name, f.Type, f.Tag, f.Tag.Get("xml"), f.Offset, f.Index, f.Anonymous, f.PkgPath, f.IsExported())
	}
	fmt.Println(reflect.TypeOf(Big{}).Size(), reflect.TypeOf(Big{}).Align(), reflect.TypeOf(make(<-chan int)).ChanDir(), reflect.TypeOf([5]int{}).Len(), reflect.TypeOf(mm).Key())
}
