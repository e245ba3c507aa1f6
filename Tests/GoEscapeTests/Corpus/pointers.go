package main

type point struct{ x, y int }

type node struct {
	value int
	next  *node
}

var global *int

func returned() *point {
	p := point{1, 2}
	return &p
}

func borrowed(p *point) int { return p.x + p.y }

func passedOn(p *point) *point { return p }

func content(p **point) *point { return *p }

func kept(p *int) { global = p }

func (n *node) push(value int) *node { return &node{value, n} }

func (n *node) sum() (total int) {
	for ; n != nil; n = n.next {
		total += n.value
	}
	return total
}

func swap(a, b *point) {
	*a, *b = *b, *a
}

func ring(n int) *node {
	first := &node{value: 0}
	last := first
	for i := 1; i < n; i++ {
		last.next = &node{value: i}
		last = last.next
	}
	last.next = first
	return first
}

func inLoop() (sum int) {
	var last *int
	for i := 0; i < 3; i++ {
		square := i * i
		last = &square
	}
	return *last
}

func inner() int {
	p := new(int)
	{
		n := 4
		p = &n
	}
	return *p
}

func main() {
	p := returned()
	q := point{3, 4}
	println(borrowed(p), borrowed(&q))
	r := passedOn(&q)
	s := content(&r)
	println(s.x)
	n := 5
	kept(&n)
	swap(p, &q)
	var list *node
	list = list.push(1).push(2)
	println(list.sum(), ring(3).value, inLoop(), inner(), *global)
}
