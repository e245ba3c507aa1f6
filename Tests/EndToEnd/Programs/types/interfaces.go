package main

import (
	"fmt"
	"io"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Named interface{ Name() string }
type NamedShape interface {
	Shape
	Named
	fmt.Stringer
}
type base struct{ name string }

func (b base) Name() string    { return b.name }
func (b *base) Rename(s string) { b.name = s }

type Square struct {
	base
	side float64
}

func (s Square) Area() float64      { return s.side * s.side }
func (s Square) Perimeter() float64 { return 4 * s.side }
func (s Square) String() string     { return fmt.Sprintf("%s(%g)", s.name, s.side) }

type Circle struct {
	*base
	r float64
}

func (c *Circle) Area() float64      { return 3 * c.r * c.r }
func (c *Circle) Perimeter() float64 { return 6 * c.r }
func (c *Circle) String() string     { return c.Name() + "!" }

type MyInt int

func (m MyInt) Name() string { return fmt.Sprint("int", int(m)) }

type nilErr struct{}

func (*nilErr) Error() string { return "nilErr" }
func mayFail(fail bool) error {
	var e *nilErr
	if fail {
		e = &nilErr{}
	}
	return e
}
func describe(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", v)
	case string:
		return "string " + v
	case []int:
		return fmt.Sprint("slice of ", len(v))
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer " + v.String()
	case func() int:
		return fmt.Sprint("func ", v())
	case Named:
		return "named " + v.Name()
	case map[string]int:
		return fmt.Sprint("map ", v["a"])
	case *int:
		return fmt.Sprint("pointer to ", *v)
	case struct{ X int }:
		return fmt.Sprint("struct ", v.X)
	default:
		return fmt.Sprintf("other %T", v)
	}
}

func main() {
	shapes := []NamedShape{Square{base{"sq"}, 2}, &Square{base{"psq"}, 3}, &Circle{&base{"c"}, 1}}
	for _, s := range shapes {
		fmt.Println(s, s.Area(), s.Perimeter(), s.Name())
		if r, ok := s.(interface{ Rename(string) }); ok {
			r.Rename("renamed")
			fmt.Println(s.Name())
		}
	}
	x := 5
	for _, v := range []any{nil, 1, int64(2), "s", []int{1}, io.EOF, shapes[0], func() int { return 9 }, MyInt(3), map[string]int{"a": 1}, &x, struct{ X int }{4}, 1.5, [2]bool{}} {
		fmt.Println(describe(v))
	}
	fmt.Println(mayFail(false) == nil, mayFail(true) == nil)
	var n Named = MyInt(7)
	i, ok := n.(MyInt)
	_, ok2 := n.(Square)
	fmt.Println(i, ok, ok2)
	var a, b any = 1, 1.0
	fmt.Println(a == b, a == 1, b == 1.0, a == any(int64(1)), any(nil) == nil)
	var r io.Reader = strings.NewReader("abc")
	if w, ok := r.(io.WriterTo); ok {
		var sb strings.Builder
		n, err := w.WriteTo(&sb)
		fmt.Println(n, err, sb.String())
	}
	m := map[any]string{1: "int", "a": "string", 1.5: "float", [1]int{1}: "array", MyInt(1): "MyInt", nil: "nil"}
	fmt.Println(m[1], m["a"], m[1.5], m[[1]int{1}], m[MyInt(1)], m[nil], m[true] == "")
}
