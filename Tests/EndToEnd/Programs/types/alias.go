package main

import "fmt"

type Celsius = float64
type Strings = []string
type Fn = func(int) int
type Point struct{ X, Y int }
type P = Point
type PP = *P
type (
	A = B
	B = map[string]C
	C = []int
)

func (p P) Sum() int { return p.X + p.Y }

type List[T any] struct {
	head *item[T]
	n    int
}
type item[T any] struct {
	v    T
	next *item[T]
}

func (l *List[T]) Push(v T) { l.head = &item[T]{v, l.head}; l.n++ }

type IntList = List[int]
type Embeds struct {
	P
	IntList
}

func main() {
	var c Celsius = 1.5
	var f float64 = c
	fmt.Printf("%T %v\n", c, f)
	s := Strings{"a"}
	s = append([]string(s), "b")
	fmt.Printf("%T %v\n", s, s)
	var p PP = &P{1, 2}
	fmt.Printf("%T %v %d\n", p, *p, p.Sum())
	var a A = B{"x": C{1}}
	fmt.Printf("%T %v\n", a, a)
	var fn Fn = func(x int) int { return x * 2 }
	fmt.Println(fn(4))
	var l IntList
	l.Push(1)
	l.Push(2)
	fmt.Println(l.n, l.head.v)
	fmt.Printf("%T\n", l)
	e := Embeds{P: P{3, 4}}
	e.Push(9)
	fmt.Println(e.Sum(), e.n, e.P.X, e.IntList.head.v)
	type local = Point
	fmt.Println(local{5, 6} == Point{5, 6})
	var x any = c
	_, ok := x.(Celsius)
	fmt.Println(ok)
	var b byte = 'a'
	var u uint8 = b
	var r rune = 'b'
	var i int32 = r
	fmt.Printf("%T %T\n", u, i)
}
