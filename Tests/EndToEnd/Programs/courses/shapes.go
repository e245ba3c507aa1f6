package main

import (
	"fmt"
	"math"
	"sort"
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
}

type Point struct{ X, Y float64 }

func (p Point) Add(q Point) Point     { return Point{p.X + q.X, p.Y + q.Y} }
func (p *Point) Scale(f float64)      { p.X *= f; p.Y *= f }
func (p Point) Dist(q Point) float64  { return math.Hypot(p.X-q.X, p.Y-q.Y) }
func (p Point) String() string        { return fmt.Sprintf("(%g,%g)", p.X, p.Y) }

type base struct{ name string }

func (b base) Name() string      { return b.name }
func (b *base) Rename(n string)  { b.name = n }

type Circle struct {
	base
	Point
	R float64
}

func (c Circle) Area() float64      { return math.Pi * c.R * c.R }
func (c Circle) Perimeter() float64 { return 2 * math.Pi * c.R }

type Rect struct {
	*base
	Min, Max Point
}

func (r *Rect) Area() float64      { return (r.Max.X - r.Min.X) * (r.Max.Y - r.Min.Y) }
func (r *Rect) Perimeter() float64 { return 2 * (r.Max.X - r.Min.X + r.Max.Y - r.Min.Y) }

type Polygon []Point

func (p Polygon) Area() (a float64) {
	for i, q := range p {
		r := p[(i+1)%len(p)]
		a += q.X*r.Y - r.X*q.Y
	}
	return math.Abs(a) / 2
}

func (p Polygon) Perimeter() (sum float64) {
	for i := range p {
		sum += p[i].Dist(p[(i+1)%len(p)])
	}
	return
}

type Square struct{ Rect }

func (s *Square) Name() string { return "square " + s.Rect.Name() }

type Logger struct {
	strings.Builder
	prefix string
	level  int
}

func (l *Logger) Logf(format string, args ...any) {
	fmt.Fprintf(l, "%s%s: ", strings.Repeat(" ", l.level), l.prefix)
	fmt.Fprintf(l, format, args...)
	l.WriteByte('\n')
}

type byArea []Shape

func (b byArea) Len() int           { return len(b) }
func (b byArea) Less(i, j int) bool { return b[i].Area() < b[j].Area() }
func (b byArea) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func describe(s Shape) string {
	switch v := s.(type) {
	case Circle:
		return "circle r=" + fmt.Sprint(v.R)
	case *Rect:
		return fmt.Sprint("rect ", v.Min, v.Max)
	case NamedShape:
		return "named " + v.Name()
	case Polygon:
		return fmt.Sprintf("polygon of %d", len(v))
	case nil:
		return "nothing"
	default:
		return fmt.Sprintf("%T", v)
	}
}

func main() {
	c := Circle{base{"disc"}, Point{1, 2}, 2}
	r := &Rect{&base{"box"}, Point{0, 0}, Point{3, 4}}
	sq := &Square{Rect{&base{"sq"}, Point{}, Point{2, 2}}}
	tri := Polygon{{0, 0}, {4, 0}, {0, 3}}
	shapes := []Shape{c, r, sq, tri}
	sort.Sort(byArea(shapes))
	for _, s := range shapes {
		name := "-"
		if n, ok := s.(Named); ok {
			name = n.Name()
		}
		fmt.Printf("%-10s %8.3f %8.3f %s\n", name, s.Area(), s.Perimeter(), describe(s))
	}
	sort.Sort(sort.Reverse(byArea(shapes)))
	fmt.Println(describe(shapes[0]), describe(nil))
	c.Scale(2)
	c.Rename("big disc")
	r.Rename("crate")
	fmt.Println(c.Point, c.Name(), c.Add(Point{1, 1}), r.Name(), c)
	add := c.Add
	c.X = 100
	fmt.Println(add(Point{}), Point.Add(Point{1, 2}, Point{3, 4}))
	scale := (*Point).Scale
	p := Point{1, 1}
	scale(&p, 3)
	fs := []func(float64){p.Scale, r.Min.Scale, c.Point.Scale}
	for i, f := range fs {
		f(float64(i + 2))
	}
	fmt.Println(p, r.Min, c.Point)
	log := &Logger{prefix: "log"}
	for log.level = 0; log.level < 3; log.level++ {
		log.Logf("level %d of %v", log.level, []any{p, c.R, nil})
	}
	fmt.Print(log.String(), log.Len(), "\n")
	var sh Shape
	fmt.Println(sh == nil, sh != Shape(c), Shape(c) == Shape(c))
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		fmt.Println(Shape(tri) == Shape(tri))
	}()
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		fmt.Println(Shape(c).(NamedShape).Name())
		fmt.Println(Shape(tri).(NamedShape).Name())
	}()
	var nr *Rect
	defer func() { fmt.Println("recovered:", recover()) }()
	fmt.Println(nr.Area())
}
