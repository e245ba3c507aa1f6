package main

import (
	"errors"
	"fmt"
	"os"
)

type Shape interface {
	Area() float64
	Name() string
}
type Resizer interface{ Resize(f float64) }
type ShapeResizer interface {
	Shape
	Resizer
}
type Circle struct{ r float64 }
type Rect struct{ w, h float64 }
type Unit struct{}
type Small int8

func (c Circle) Area() float64       { return c.r * c.r * 3 }
func (c Circle) Name() string        { return "circle" }
func (r *Rect) Area() float64        { return r.w * r.h }
func (r *Rect) Name() string         { return "rect" }
func (r *Rect) Resize(f float64)     { r.w *= f; r.h *= f }
func (Unit) Area() float64           { return 1 }
func (Unit) Name() string            { return "unit" }
func (s Small) Area() float64        { return float64(s) }
func (s Small) Name() string         { return fmt.Sprintf("small(%d)", s) }

type MyErr struct{ Code int }

func (e *MyErr) Error() string { return fmt.Sprint("code ", e.Code) }

func mayFail(n int) error {
	var e *MyErr
	if n == 0 {
		return e // a non-nil interface holding a nil pointer
	}
	if n > 0 {
		return nil
	}
	return &MyErr{n}
}

func describe(v interface{}) string {
	switch t := v.(type) {
	case nil:
		return "nil"
	case int, int8, int16:
		return fmt.Sprintf("integer %v %T", t, t)
	case float64:
		return fmt.Sprint("float ", t+0.5)
	case string:
		return "string of " + fmt.Sprint(len(t))
	case []string:
		return fmt.Sprint("strings ", len(t))
	case ShapeResizer:
		t.Resize(2)
		return fmt.Sprint("resizer ", t.Area())
	case Shape:
		return "shape " + t.Name()
	case error:
		return "error " + t.Error()
	case func() string:
		return t()
	case *int:
		*t++
		return fmt.Sprint("pointer to ", *t)
	case [2]int:
		return fmt.Sprint("array ", t[1])
	case map[string]int, chan int:
		return fmt.Sprintf("%T", t)
	case struct{ X int }:
		return fmt.Sprint("anon ", t.X)
	case bool:
		if t {
			return "yes"
		}
		return "no"
	}
	return fmt.Sprintf("unknown %T", v)
}

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
			if e, ok := r.(error); ok {
				fmt.Println("  is an error:", e.Error())
			}
		}
	}()
	f()
}

func main() {
	shapes := []Shape{Circle{2}, &Rect{2, 3}, Unit{}, Small(-7), &Circle{1}}
	total := 0.0
	for i, s := range shapes {
		total += s.Area()
		fmt.Printf("%d %s %.1f %T\n", i, s.Name(), s.Area(), s)
	}
	fmt.Println(total)
	n := 41
	for _, v := range []interface{}{nil, 1, int8(2), int32(3), 2.5, "four", []string{"a"}, shapes[1], shapes[0],
		errors.New("oops"), func() string { return "called" }, &n, [2]int{1, 2}, map[string]int{}, struct{ X int }{5}, true, false, 'x', os.Args} {
		fmt.Println(describe(v))
	}
	fmt.Println(n)
	var s Shape = Circle{1}
	c, ok := s.(Circle)
	_, ok2 := s.(*Rect)
	_, ok3 := s.(Resizer)
	r, ok4 := shapes[1].(Resizer)
	fmt.Println(c, ok, ok2, ok3, r != nil, ok4)
	var e error = mayFail(0)
	fmt.Println(e == nil, mayFail(1) == nil, mayFail(-5))
	var sh Shape
	fmt.Println(sh == nil, sh)
	_, ok = sh.(Circle)
	fmt.Println(ok)
	try(func() { _ = s.(*Rect) })
	try(func() { _ = s.(Resizer) })
	try(func() { _ = sh.(Circle) })
	try(func() { var x interface{} = "str"; _ = x.(int) })
	try(func() { var x interface{}; _ = x.(int) })
	try(func() { var x interface{}; _ = x.(error) })
	try(func() { sh.Area() })
	try(func() { var x interface{} = Small(1); _ = x.(fmt.Stringer) })
	try(func() { var x interface{} = []int{1}; m := map[interface{}]int{}; m[x] = 1 })
	try(func() { var x, y interface{} = func() {}, func() {}; fmt.Println(x == y) })
	a, b := interface{}(Circle{1}), interface{}(Circle{1})
	fmt.Println(a == b, shapes[0] == Shape(Circle{2}), a == interface{}(&Circle{1}))
	var i1 interface{ Name() string } = Unit{}
	fmt.Println(i1 == Shape(Unit{}), i1.Name())
	m := map[Shape]int{Circle{2}: 1, Unit{}: 2}
	fmt.Println(m[shapes[0]], m[Unit{}], m[Small(1)])
	area := Shape.Area
	fmt.Println(area(Small(9)))
	var any1 any = shapes
	if ss, ok := any1.([]Shape); ok {
		fmt.Println(len(ss))
	}
	switch {
	case e != nil:
		fmt.Println("typed nil is not nil")
	}
}
