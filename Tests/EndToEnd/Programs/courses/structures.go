// Data structures by hand: LRU cache, trie, ring buffer, binary heap, matrix, bit set, undo, events.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type node struct {
	key, val   string
	prev, next *node
}
type LRU struct {
	cap        int
	items      map[string]*node
	head, tail node
	onEvict    func(k, v string)
}

func NewLRU(n int) *LRU {
	c := &LRU{cap: n, items: make(map[string]*node, n)}
	c.head.next, c.tail.prev = &c.tail, &c.head
	return c
}
func (c *LRU) unlink(n *node) { n.prev.next, n.next.prev = n.next, n.prev }
func (c *LRU) front(n *node) {
	n.prev, n.next = &c.head, c.head.next
	n.prev.next, n.next.prev = n, n
}
func (c *LRU) Get(k string) (string, bool) {
	n, ok := c.items[k]
	if !ok {
		return "", false
	}
	c.unlink(n)
	c.front(n)
	return n.val, true
}
func (c *LRU) Put(k, v string) {
	if n, ok := c.items[k]; ok {
		n.val = v
		c.unlink(n)
		c.front(n)
		return
	}
	if len(c.items) == c.cap {
		last := c.tail.prev
		c.unlink(last)
		delete(c.items, last.key)
		if c.onEvict != nil {
			c.onEvict(last.key, last.val)
		}
	}
	n := &node{key: k, val: v}
	c.items[k] = n
	c.front(n)
}
func (c *LRU) String() string {
	var parts []string
	for n := c.head.next; n != &c.tail; n = n.next {
		parts = append(parts, n.key+"="+n.val)
	}
	return "[" + strings.Join(parts, " ") + "]"
}

type Trie struct {
	kids map[rune]*Trie
	end  bool
}

func (t *Trie) Insert(w string) {
	for _, r := range w {
		if t.kids == nil {
			t.kids = map[rune]*Trie{}
		}
		if t.kids[r] == nil {
			t.kids[r] = new(Trie)
		}
		t = t.kids[r]
	}
	t.end = true
}
func (t *Trie) Find(p string) *Trie {
	for _, r := range p {
		if t = t.kids[r]; t == nil {
			return nil
		}
	}
	return t
}
func (t *Trie) Count() (n int) {
	if t == nil {
		return 0
	}
	if t.end {
		n++
	}
	for _, k := range t.kids {
		n += k.Count()
	}
	return
}

type Ring[T any] struct {
	buf        [4]T
	start, len int
}

var errFull, errEmpty = errors.New("full"), errors.New("empty")

func (r *Ring[T]) Push(v T) error {
	if r.len == len(r.buf) {
		return errFull
	}
	r.buf[(r.start+r.len)%len(r.buf)] = v
	r.len++
	return nil
}
func (r *Ring[T]) Pop() (v T, err error) {
	if r.len == 0 {
		return v, errEmpty
	}
	v = r.buf[r.start]
	r.start = (r.start + 1) % len(r.buf)
	r.len--
	return
}

type Heap struct {
	data []int
	less func(a, b int) bool
}

func (h *Heap) Push(v int) {
	h.data = append(h.data, v)
	for i := len(h.data) - 1; i > 0; {
		p := (i - 1) / 2
		if !h.less(h.data[i], h.data[p]) {
			break
		}
		h.data[i], h.data[p] = h.data[p], h.data[i]
		i = p
	}
}
func (h *Heap) Pop() int {
	top, last := h.data[0], len(h.data)-1
	h.data[0] = h.data[last]
	h.data = h.data[:last]
	for i := 0; ; {
		c := 2*i + 1
		if c >= last {
			break
		}
		if c+1 < last && h.less(h.data[c+1], h.data[c]) {
			c++
		}
		if !h.less(h.data[c], h.data[i]) {
			break
		}
		h.data[i], h.data[c] = h.data[c], h.data[i]
		i = c
	}
	return top
}

type Bits []uint64

func (b *Bits) Set(i int) {
	for len(*b) <= i>>6 {
		*b = append(*b, 0)
	}
	(*b)[i>>6] |= 1 << (i & 63)
}
func (b Bits) Has(i int) bool { return i>>6 < len(b) && b[i>>6]&(1<<uint(i&63)) != 0 }

type Rational struct{ n, d int }

func (r Rational) norm() Rational {
	a, b := r.n, r.d
	for b != 0 {
		a, b = b, a%b
	}
	return Rational{r.n / a, r.d / a}
}
func (r Rational) Add(o Rational) Rational { return Rational{r.n*o.d + o.n*r.d, r.d * o.d}.norm() }
func (r Rational) Mul(o Rational) Rational { return Rational{r.n * o.n, r.d * o.d}.norm() }
func (r Rational) String() string          { return fmt.Sprintf("%d/%d", r.n, r.d) }

type Event interface{ Name() string }
type (
	Click struct{ X, Y int }
	Key   struct{ Code rune }
)

func (Click) Name() string { return "click" }
func (*Key) Name() string  { return "key" }

type Bus struct{ handlers map[string][]func(Event) }

func (b *Bus) On(name string, h func(Event)) {
	if b.handlers == nil {
		b.handlers = map[string][]func(Event){}
	}
	b.handlers[name] = append(b.handlers[name], h)
}
func (b *Bus) Emit(es ...Event) {
	for _, e := range es {
		for _, h := range b.handlers[e.Name()] {
			h(e)
		}
	}
}

type Editor struct {
	text string
	undo []func()
}

func (e *Editor) Type(s string) {
	old := e.text
	e.undo = append(e.undo, func() { e.text = old })
	e.text += s
}
func (e *Editor) Undo() {
	if n := len(e.undo); n > 0 {
		e.undo[n-1]()
		e.undo = e.undo[:n-1]
	}
}

func main() {
	c := NewLRU(2)
	c.onEvict = func(k, v string) { fmt.Println("evict", k, v) }
	c.Put("a", "1")
	c.Put("b", "2")
	c.Get("a")
	c.Put("c", "3")
	_, ok := c.Get("b")
	c.Put("a", "9")
	fmt.Println(c, ok)
	t := &Trie{}
	for _, w := range []string{"go", "gopher", "golang", "世界", "world"} {
		t.Insert(w)
	}
	fmt.Println(t.Find("go").Count(), t.Find("gop").end, t.Find("x") == nil, t.Find("x").Count(), t.Count())
	var r Ring[string]
	for _, s := range strings.Fields("a b c d e") {
		if err := r.Push(s); err != nil {
			fmt.Println(s, err)
		}
	}
	r.Pop()
	r.Push("z")
	for {
		v, err := r.Pop()
		if err == errEmpty {
			break
		}
		fmt.Print(v, " ")
	}
	fmt.Println(r)
	h := Heap{less: func(a, b int) bool { return a > b }}
	for i := 0; i < 10; i++ {
		h.Push(i * 7 % 10)
	}
	for len(h.data) > 0 {
		fmt.Print(h.Pop(), " ")
	}
	fmt.Println()
	var bits Bits
	for i := 0; i < 200; i += 67 {
		bits.Set(i)
	}
	fmt.Printf("%v %x %t %t\n", bits.Has(67), []uint64(bits), bits.Has(68), bits.Has(5000))
	sum := Rational{0, 1}
	for i := 1; i <= 6; i++ {
		sum = sum.Add(Rational{1, i}).Mul(Rational{i, i + 1})
	}
	fmt.Println(sum, &sum, []Rational{{1, 2}})
	var bus Bus
	clicks := 0
	bus.On("click", func(e Event) { clicks++; c := e.(Click); fmt.Println("at", c.X, c.Y) })
	bus.On("click", func(e Event) { fmt.Printf("%T %+v\n", e, e) })
	bus.On("key", func(e Event) { fmt.Printf("%c %q\n", e.(*Key).Code, e.(*Key).Code) })
	bus.Emit(Click{1, 2}, &Key{'é'}, Click{Y: 5})
	fmt.Println(clicks)
	var ed Editor
	for _, w := range []string{"hello", " ", "world"} {
		ed.Type(w)
	}
	ed.Undo()
	ed.Undo()
	ed.Type("!")
	fmt.Println(ed.text, len(ed.undo))
	h.Pop()
}
