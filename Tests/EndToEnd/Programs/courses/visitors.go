package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
)

type Matrix [2][2]float64
type Visitor interface {
	VisitNum(n Num) any
	VisitAdd(a *Add) any
}
type Node interface{ Accept(v Visitor) any }
type Num float64
type Add struct{ L, R Node }

func (n Num) Accept(v Visitor) any  { return v.VisitNum(n) }
func (a *Add) Accept(v Visitor) any { return v.VisitAdd(a) }

type evalV struct{ depth int }

func (e *evalV) VisitNum(n Num) any { return float64(n) }
func (e *evalV) VisitAdd(a *Add) any {
	e.depth++
	return a.L.Accept(e).(float64) + a.R.Accept(e).(float64)
}

type printV struct{}

func (printV) VisitNum(n Num) any  { return fmt.Sprint(float64(n)) }
func (p printV) VisitAdd(a *Add) any {
	return "(" + a.L.Accept(p).(string) + " + " + a.R.Accept(p).(string) + ")"
}

type state func(*lexer) state
type lexer struct {
	in    string
	pos   int
	start int
	items []string
}

func (l *lexer) emit(kind string) {
	l.items = append(l.items, kind+":"+l.in[l.start:l.pos])
	l.start = l.pos
}
func text(l *lexer) state {
	for l.pos < len(l.in) {
		if strings.HasPrefix(l.in[l.pos:], "{{") {
			if l.pos > l.start {
				l.emit("text")
			}
			return action
		}
		l.pos++
	}
	if l.pos > l.start {
		l.emit("text")
	}
	return nil
}
func action(l *lexer) state {
	end := strings.Index(l.in[l.pos:], "}}")
	if end < 0 {
		l.items = append(l.items, "error")
		return nil
	}
	l.pos += end + 2
	l.emit("action")
	return text
}

type Option func(*config)
type config struct {
	name  string
	level int
	tags  []string
}

func WithName(n string) Option       { return func(c *config) { c.name = n } }
func WithTags(ts ...string) Option   { return func(c *config) { c.tags = append(c.tags, ts...) } }
func New(opts ...Option) (c config)  { 
	c.level = 1
	for _, o := range opts {
		o(&c)
	}
	return
}

type errList []error

func (e errList) Error() string {
	var sb strings.Builder
	for i, err := range e {
		if i > 0 {
			sb.WriteString("; ")
		}
		sb.WriteString(err.Error())
	}
	return sb.String()
}
func validate(m map[string]int) error {
	var errs errList
	for _, k := range []string{"a", "b", "c"} {
		if v, ok := m[k]; !ok {
			errs = append(errs, fmt.Errorf("missing %s", k))
		} else if v < 0 {
			errs = append(errs, fmt.Errorf("negative %s: %d", k, v))
		}
	}
	if len(errs) == 0 {
		return nil
	}
	return errs
}

type Queue[T any] struct {
	head, tail *cell[T]
	n          int
}
type cell[T any] struct {
	v    T
	next *cell[T]
}

func (q *Queue[T]) Put(vs ...T) {
	for _, v := range vs {
		c := &cell[T]{v: v}
		if q.tail == nil {
			q.head = c
		} else {
			q.tail.next = c
		}
		q.tail = c
		q.n++
	}
}
func (q *Queue[T]) Get() (v T, ok bool) {
	if q.head == nil {
		return
	}
	v, q.head = q.head.v, q.head.next
	if q.head == nil {
		q.tail = nil
	}
	q.n--
	return v, true
}

type Color struct{ R, G, B uint8 }

func (c Color) String() string             { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
func (c Color) Mix(o Color) (m Color)      { m.R, m.G, m.B = (c.R+o.R)/2, (c.G+o.G)/2, uint8((int(c.B)+int(o.B))/2); return }
func mapKeys[K comparable, V any](m map[K]V) int { return len(m) }

func main() {
	var n Node = &Add{Num(1), &Add{Num(2.5), Num(3)}}
	ev := &evalV{}
	fmt.Println(n.Accept(ev), ev.depth, n.Accept(printV{}))
	l := &lexer{in: "hi {{name}}, {{x}} end {{bad"}
	for st := state(text); st != nil; {
		st = st(l)
	}
	fmt.Printf("%q\n", l.items)
	fmt.Printf("%+v\n", New(WithName("n"), WithTags("a", "b"), WithTags(), WithTags("c")))
	fmt.Println(validate(map[string]int{"a": 1, "b": -2}), validate(map[string]int{"a": 1, "b": 2, "c": 3}) == nil)
	var el errList
	fmt.Println(errors.As(validate(nil), &el), len(el))
	var q Queue[Color]
	q.Put(Color{255, 0, 1}, Color{R: 1})
	q.Put(Color{}.Mix(Color{200, 200, 200}))
	for c, ok := q.Get(); ok; c, ok = q.Get() {
		fmt.Print(c, " ", []Color{c}, " ", map[string]Color{"k": c}, &c, "\n")
	}
	fmt.Printf("%v %d %s %x %+v %#v\n", Color{1, 2, 3}, Color{1, 2, 3}, Color{1, 2, 3}, Color{1, 2, 3}, Color{1, 2, 3}, Color{1, 2, 3})
	m := Matrix{{1, 2}, {3, 4}}
	mm := &m
	for i, row := range mm {
		for j := range row {
			mm[i][j] *= 2
			row[j] = 0
		}
	}
	fmt.Println(m, *mm == Matrix{{2, 4}, {6, 8}})
	type point struct{ x, y int }
	visited := map[point]bool{}
	p := point{}
	for i, d := range "RRDDLLUURR" {
		visited[p] = true
		switch d {
		case 'R':
			p.x++
		case 'L':
			p.x--
		case 'D':
			p.y++
		default:
			p.y--
		}
		if visited[p] {
			fmt.Print("again at ", p, " after ", i, "; ")
		}
	}
	fmt.Println(len(visited), mapKeys(visited))
	fib := map[int]int{}
	var f func(int) int
	f = func(n int) (r int) {
		if v, ok := fib[n]; ok {
			return v
		}
		defer func() { fib[n] = r }()
		if n < 2 {
			return n
		}
		return f(n-1) + f(n-2)
	}
	fmt.Println(f(80), len(fib))
	func() {
		defer func() {
			if r := recover(); r != nil {
				fmt.Println("got", r)
				defer func() { fmt.Println("inner", recover()) }()
				panic(fmt.Sprint(r, "!"))
			}
		}()
		var v Visitor
		Num(1).Accept(v)
	}()
	defer os.Exit(3)
	defer fmt.Println("last")
	var arr [4]int
	for i := range 5 {
		defer func() { fmt.Print(i, recover() != nil, " ") }()
		arr[i] = i
	}
}
