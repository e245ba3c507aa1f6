package main

type T struct {
	a int
	b string
}
type R struct{ r R }
type P struct{ p *P }

func main() {
	_ = T{1}
	_ = T{1, "a", 2}
	_ = T{"a", 1}
	_ = T{a: 1, "b"}
	_ = T{z: 1}
	_ = &T{1, "x"}.a
	var t T
	t.c = 1
	t.a()
	_ = t == nil
	_ = T.a
	_ = []T{{1, 2}}
	_ = map[[]int]int{}
}
