package main

import "fmt"

type Int int
type Ints []int
type Map map[string]int
type Fn func(int) int
type Pt struct{ x, y int }
type Ptr *Pt
type Str string

func (i Int) Double() Int       { return i * 2 }
func (i *Int) Inc()             { *i++ }
func (s Ints) Len() int         { return len(s) }
func (s *Ints) Push(v int)      { *s = append(*s, v) }
func (s Ints) Set(i, v int)     { s[i] = v }
func (m Map) Get(k string) int  { return m[k] }
func (m Map) Put(k string, v int) { m[k] = v }
func (f Fn) Call(n int) int     { return f(n) + 1 }
func (p Pt) Move(dx, dy int) Pt { p.x += dx; p.y += dy; return p }
func (p *Pt) Shift(dx int) *Pt  { p.x += dx; return p }
func (p *Pt) IsNil() bool       { return p == nil }
func (s Str) Len() int          { return len(s) }
func (s Str) At(i int) byte     { return s[i] }
func (Pt) Static() string       { return "static" }

type Shape interface {
	Area() int
	Grow(int)
}
type Sq struct{ side int }

func (s *Sq) Area() int  { return s.side * s.side }
func (s *Sq) Grow(n int) { s.side += n }

type Temp float64

func (t Temp) String() string { return fmt.Sprintf("%.1f°C", float64(t)) }

type Stack struct{ items []any }

func (s *Stack) Push(x any) *Stack { s.items = append(s.items, x); return s }
func (s *Stack) Pop() (x any) {
	x, s.items = s.items[len(s.items)-1], s.items[:len(s.items)-1]
	return
}

type recursive struct {
	children []recursive
	n        int
}

func (r recursive) sum() int {
	t := r.n
	for _, c := range r.children {
		t += c.sum()
	}
	return t
}

func main() {
	i := Int(5)
	i.Inc()
	fmt.Println(i.Double().Double(), i, Int(3).Double())
	var s Ints
	s.Push(1)
	s.Push(2)
	s.Set(0, 9)
	fmt.Println(s, s.Len(), Ints{1, 2, 3}.Len())
	m := Map{}
	m.Put("a", 1)
	fmt.Println(m.Get("a"), m.Get("b"))
	f := Fn(func(n int) int { return n * n })
	fmt.Println(f.Call(4), f(4))
	p := Pt{1, 2}
	p2 := p.Move(1, 1).Move(2, 2)
	p.Shift(10).Shift(5)
	fmt.Println(p, p2, p.Static(), Pt{}.Static())
	var np *Pt
	fmt.Println(np.IsNil(), (&p).IsNil())
	fmt.Println(Str("abc").Len(), Str("abc").At(1))
	move := Pt.Move
	shift := (*Pt).Shift
	mv := p.Move
	sh := p.Shift
	p.y = 100
	fmt.Println(move(p, 1, 1), *shift(&p, 1), mv(0, 0), *sh(1))
	viaPtr := (*Pt).Move
	fmt.Println(viaPtr(&p, 5, 5))
	var shape Shape = &Sq{3}
	shape.Grow(1)
	area := shape.Area
	grow := Shape.Grow
	grow(shape, 2)
	fmt.Println(shape.Area(), area())
	fmt.Println(Temp(36.6), []Temp{1, 2.25}, map[string]Temp{"x": 3}, &[]Temp{4}, struct{ T Temp }{5})
	fmt.Printf("%v %s %d %.2f %5.1f|%T\n", Temp(1), Temp(2), []Int{1}, Temp(3), float64(Temp(4)), Temp(5))
	st := &Stack{}
	st.Push(1).Push("two").Push(3.0)
	fmt.Println(st.Pop(), st.Pop(), st.Pop(), len(st.items))
	r := recursive{n: 1, children: []recursive{{n: 2}, {n: 3, children: []recursive{{n: 4}}}}}
	fmt.Println(r.sum())
	arr := [2]Int{1, 2}
	arr[0].Inc()
	sl := []Pt{{1, 1}}
	sl[0].Shift(4)
	mp := map[string]*Pt{"k": {1, 1}}
	mp["k"].Shift(9)
	fmt.Println(arr, sl, *mp["k"])
	type Local struct {
		Pt
		Int
	}
	l := Local{Pt{1, 2}, 3}
	l.Shift(2)
	l.Inc()
	fmt.Println(l.x, l.Double(), l)
	fns := []func() Int{i.Double, l.Double, Int(50).Double}
	i = 1000
	for _, fn := range fns {
		fmt.Print(fn(), " ")
	}
	fmt.Println()
	defer func() { fmt.Println(recover()) }()
	defer np.Shift(1)
	fmt.Println("before")
}
