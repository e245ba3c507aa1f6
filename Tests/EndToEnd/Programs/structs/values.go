package main

import "fmt"

type Vec struct{ X, Y, Z float32 }
type Box struct {
	Min, Max Vec
	Label    string
	data     [4]byte
}

func (v Vec) Add(o Vec) Vec      { return Vec{v.X + o.X, v.Y + o.Y, v.Z + o.Z} }
func (v *Vec) Scale(f float32)   { v.X *= f; v.Y *= f; v.Z *= f }
func change(b Box) Box           { b.Label = "changed"; b.Min.X = 99; b.data[0] = 1; return b }
func changePtr(b *Box)           { b.Label = "via pointer"; b.Max.Scale(2) }
func mk() (v Vec, err error)     { v.X = 1; return }
func swap(a, b *Vec)             { *a, *b = *b, *a }

type Empty struct{}
type Node struct {
	val  int
	next *Node
}

func reverse(n *Node) (r *Node) {
	for n != nil {
		n, n.next, r = n.next, r, n
	}
	return
}

func main() {
	b := Box{Vec{1, 2, 3}, Vec{4, 5, 6}, "box", [4]byte{1, 2, 3, 4}}
	c := change(b)
	fmt.Println(b, c)
	changePtr(&b)
	fmt.Println(b)
	boxes := []Box{b, c}
	for _, x := range boxes {
		x.Label = "lost"
	}
	for i := range boxes {
		boxes[i].Label += fmt.Sprint(i)
		boxes[i].Max.Scale(0.5)
	}
	fmt.Println(boxes)
	m := map[string]Box{"b": b}
	tmp := m["b"]
	tmp.Label = "tmp"
	fmt.Println(m["b"].Label, tmp.Label, m["zero"].Min)
	v, w := Vec{1, 0, 0}, Vec{0, 1, 0}
	swap(&v, &w)
	fmt.Println(v, w, v.Add(w), v == Vec{Y: 1})
	p := &v
	p.Scale(3)
	q := p
	q.X = 8
	fmt.Println(*p, v, p == q)
	pp := &p
	(*pp).Y = 7
	(**pp).Z = 6
	fmt.Println(v)
	*pp = &w
	p.X = 42
	fmt.Println(w, v)
	r, err := mk()
	fmt.Println(r, err)
	fmt.Println(Empty{} == Empty{}, [0]int{} == [0]int{}, len([0]int{}))
	var list *Node
	for i := 1; i <= 4; i++ {
		list = &Node{i, list}
	}
	list = reverse(list)
	for n := list; n != nil; n = n.next {
		fmt.Print(n.val, " ")
	}
	fmt.Println()
	x := [2]Vec{{1, 1, 1}, {2, 2, 2}}
	y := x
	y[0].X = 5
	px := &x[1]
	px.Y = 50
	fmt.Println(x, y)
	f := func() *Box { return &boxes[0] }
	f().Label = "from call"
	f().data[2]++
	fmt.Println(boxes[0].Label, boxes[0].data)
	type pair struct {
		k string
		v interface{}
	}
	ps := []pair{{"a", 1}, {"b", []int{1}}, {"c", pair{"d", nil}}}
	fmt.Println(ps)
	fmt.Printf("%v %+v\n", ps[2], ps[2])
	var arr [3]*int
	for i := range arr {
		arr[i] = new(int)
		*arr[i] = i * i
	}
	fmt.Println(*arr[0], *arr[1], *arr[2])
	z := struct{ A, B int }{1, 2}
	type named struct{ A, B int }
	var nm named = z
	fmt.Println(nm == z, nm)
	var e interface{} = b
	e2 := e
	b.Label = "changed later"
	fmt.Println(e.(Box).Label, e == e2, e == interface{}(b))
}
