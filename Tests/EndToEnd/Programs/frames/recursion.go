package main

import "fmt"

type tree struct {
	l, r *tree
	k    int
}

func build(lo, hi int) *tree {
	if lo >= hi {
		return nil
	}
	m := (lo + hi) / 2
	return &tree{build(lo, m), build(m+1, hi), m}
}

func walk(t *tree, visit func(*tree)) {
	if t == nil {
		return
	}
	walk(t.l, visit)
	visit(t)
	walk(t.r, visit)
}

func ack(m, n int) int {
	if m == 0 {
		return n + 1
	}
	if n == 0 {
		return ack(m-1, 1)
	}
	return ack(m-1, ack(m, n-1))
}

func permute(a []int, k int, emit func([]int)) {
	if k == len(a) {
		emit(a)
		return
	}
	for i := k; i < len(a); i++ {
		a[k], a[i] = a[i], a[k]
		permute(a, k+1, emit)
		a[k], a[i] = a[i], a[k]
	}
}

func queens(n int) (count int, first []int) {
	cols := make([]bool, n)
	d1, d2 := make([]bool, 2*n), make([]bool, 2*n)
	place := make([]int, n)
	var try func(r int)
	try = func(r int) {
		if r == n {
			if count == 0 {
				first = append([]int{}, place...)
			}
			count++
			return
		}
		for c := 0; c < n; c++ {
			if cols[c] || d1[r+c] || d2[r-c+n] {
				continue
			}
			cols[c], d1[r+c], d2[r-c+n] = true, true, true
			place[r] = c
			try(r + 1)
			cols[c], d1[r+c], d2[r-c+n] = false, false, false
		}
	}
	try(0)
	return
}

func hanoi(n int, from, to, via string, move func(a, b string)) {
	if n > 0 {
		hanoi(n-1, from, via, to, move)
		move(from, to)
		hanoi(n-1, via, to, from, move)
	}
}

func fib() func() int {
	a, b := 0, 1
	return func() (r int) {
		r = a
		a, b = b, a+b
		return
	}
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for i := len(fs) - 1; i >= 0; i-- {
			x = fs[i](x)
		}
		return x
	}
}

type big struct {
	a [64]int
	s string
	p *int
}

func bigs(b big, n int) big {
	if n == 0 {
		return b
	}
	b.a[n%64] += n
	b.s += string(rune('a' + n%26))
	c := bigs(b, n-1)
	*c.p += c.a[n%64]
	return c
}

func main() {
	t := build(0, 200)
	sum, depth := 0, 0
	var keys []int
	walk(t, func(n *tree) {
		sum += n.k
		if n.l == nil && n.r == nil {
			depth++
		}
		keys = append(keys, n.k)
	})
	fmt.Println(sum, depth, keys[:10], len(keys))
	fmt.Println(ack(2, 9))
	seen := map[string]bool{}
	permute([]int{1, 2, 3, 4}, 0, func(p []int) { seen[fmt.Sprint(p)] = true })
	fmt.Println(len(seen), seen["[4 3 2 1]"])
	fmt.Println(queens(6))
	moves := 0
	var log []string
	hanoi(7, "A", "C", "B", func(a, b string) {
		moves++
		if moves <= 4 {
			log = append(log, a+"→"+b)
		}
	})
	fmt.Println(moves, log)
	f, g := fib(), fib()
	for i := 0; i < 10; i++ {
		if i%2 == 0 {
			g()
		}
		fmt.Print(f(), " ")
	}
	fmt.Println(g())
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 2 }, func(x int) int { return x - 3 })(10))
	x := 0
	b := bigs(big{p: &x, s: "start:"}, 100)
	fmt.Println(b.s, x, *b.p, b.a[:5])
	funcs := map[string]func(...float64) float64{
		"sum": func(v ...float64) (s float64) {
			for _, x := range v {
				s += x
			}
			return
		},
		"max": func(v ...float64) float64 {
			m := v[0]
			for _, x := range v[1:] {
				m = max(m, x)
			}
			return m
		},
	}
	for _, k := range []string{"sum", "max"} {
		fmt.Println(k, funcs[k](1.5, 2.25, -3))
	}
	var fns [3]func() int
	for i := range fns {
		fns[i] = func() int { i *= 10; return i }
	}
	fmt.Println(fns[1](), fns[2](), fns[1](), fns[0]())
}
