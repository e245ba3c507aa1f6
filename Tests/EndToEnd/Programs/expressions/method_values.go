package main

import "fmt"

type Counter struct{ n int }

func (c *Counter) Inc() int      { c.n++; return c.n }
func (c Counter) Get() int       { return c.n }
func (c Counter) Add(k int) int  { return c.n + k }

type Wrapper struct{ *Counter }
type Wrapper2 struct{ Counter }

type Getter interface{ Get() int }

type F func() int

func (f F) Get() int { return f() }

func main() {
	c := Counter{1}
	get := c.Get
	inc := c.Inc
	inc()
	inc()
	fmt.Println(get(), c.Get(), c.n)
	f := Counter.Get
	g := (*Counter).Inc
	h := (*Counter).Get
	fmt.Println(f(c), g(&c), h(&c), c.n)
	fmt.Printf("%T %T %T\n", f, g, h)
	w := Wrapper{&c}
	w2 := Wrapper2{c}
	wi := w.Inc
	w2i := w2.Inc
	wi()
	w2i()
	fmt.Println(c.n, w2.n, Wrapper.Inc(w), (*Wrapper2).Inc(&w2), Wrapper2.Get(w2))
	var gt Getter = c
	ig := gt.Get
	gt = w
	fmt.Println(ig(), gt.Get(), Getter.Get(gt))
	fs := []func() int{c.Get, c.Inc, w.Get, F(func() int { return 42 }).Get}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	m := map[string]func(Counter, int) int{"add": Counter.Add}
	fmt.Println(m["add"](Counter{10}, 5))
	defer c.Inc()
	defer func(f func() int) { fmt.Println("deferred", f()) }(c.Get)
	c.n = 1000
	mk := func() *Counter { fmt.Println("made"); return &c }
	v := mk().Get
	c.n = 2000
	fmt.Println(v(), mk().Get())
}
