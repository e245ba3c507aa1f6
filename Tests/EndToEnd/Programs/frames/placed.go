package main

import (
	"fmt"
	"strings"
)

// Values that real Go keeps in the frame, while the stack grows and the collector runs.

type vec struct {
	x, y int
	name *string
}

func deep(n int, p *vec, f func(int) int, s []*int) int {
	var pad [40]int
	for i := range pad {
		pad[i] = n + i
	}
	if n == 0 {
		return p.x + f(p.y) + *s[0] + len(*p.name)
	}
	p.x++
	r := deep(n-1, p, f, s)
	return r + pad[n%40] - n - n%40
}

func garbage(n int) int {
	var keep []string
	for i := 0; i < n; i++ {
		keep = append(keep, strings.Repeat("x", i%50))
	}
	return len(keep)
}

func closures() {
	total := 0
	for i := 0; i < 5; i++ {
		name := fmt.Sprint("v", i)
		v := vec{i, i * 2, &name}
		k := i + 100
		add := func(n int) int { total += n; return n + k }
		s := []*int{&k, &v.x}
		fmt.Println(deep(30*i, &v, add, s), v.x, *v.name, total)
		garbage(100)
		fmt.Println(*s[0], *s[1], name)
	}
}

func loops() {
	var last *vec
	for i := 0; i < 4; i++ {
		p := &vec{x: i}
		if last != nil && last.x != i-1 {
			fmt.Println("bad")
		}
		q := new(vec)
		q.y += i
		if q.y != i || q.x != 0 || q.name != nil {
			fmt.Println("not zeroed", *q)
		}
		buf := make([]*int, 3)
		for j, b := range buf {
			if b != nil {
				fmt.Println("stale", j)
			}
		}
		x := i * i
		buf[i%3] = &x
		garbage(60)
		arr := [...]*vec{p, q, 2: nil}
		m := map[string]*vec{"p": p}
		m["q"] = q
		fmt.Println(*buf[i%3], len(arr), arr[0].x, m["q"].y, len(m))
		last = p
	}
}

func sum(nums ...any) (n int) {
	for _, x := range nums {
		switch v := x.(type) {
		case int:
			n += v
		case string:
			n += len(v)
		case [3]int:
			n += v[0] + v[1] + v[2]
		case vec:
			n += v.x
		case *vec:
			n += v.y
		case fmt.Stringer:
			n += len(v.String())
		}
	}
	garbage(n % 50)
	return
}

type temp float64

func (t temp) String() string { return fmt.Sprintf("%.1f°", float64(t)) }

func boxes() {
	for i := 0; i < 3; i++ {
		v := vec{x: i * 1000, y: 7}
		fmt.Println(sum(i, fmt.Sprint(i), [3]int{i, i, i}, v, &v, temp(i)*1.5, nil, 1<<20))
	}
	var st fmt.Stringer = temp(3)
	if s, ok := st.(temp); ok {
		fmt.Println(s+1, st)
	}
}

func defers(n int) (out string) {
	prefix := fmt.Sprint("d", n)
	defer func() { out += prefix + "|" }()
	if n%2 == 0 {
		defer func(s string) { out += s + "/" }(prefix + "even")
	}
	for i := 0; i < n; i++ {
		defer func() { out += fmt.Sprint(i, ",") }()
	}
	garbage(100)
	if n > 2 {
		defer func() {
			if r := recover(); r != nil {
				out += fmt.Sprint("R", r, ";")
			}
		}()
		var p *vec
		p.x = n
	}
	return prefix + ":"
}

func buffers(words []string) (n int) {
	for _, w := range words {
		b := []byte(w)
		b[0] -= 32
		s := string(b) + "!"
		garbage(40)
		if s+w == strings.ToUpper(w[:1])+w[1:]+"!"+w {
			n++
		}
		r := []rune(w)
		n += len(r)
		if string(r[:1])+"x" != w[:1]+"x" {
			n = -1000
		}
	}
	return
}

type list struct {
	next *list
	v    int
}

func onStack(n int) int {
	head := list{v: 1}
	second := list{v: 2, next: &head}
	third := &list{&second, 3}
	t := 0
	for l := third; l != nil; l = l.next {
		t += l.v
	}
	if n > 0 {
		t += onStack(n - 1)
	}
	for l := third; l != nil; l = l.next {
		t += l.v
	}
	return t
}

func swap(a, b **int) { *a, *b = *b, *a }

func pointers() {
	x, y := 1, 2
	p, q := &x, &y
	pp, qq := &p, &q
	onStack(200)
	swap(pp, qq)
	garbage(100)
	fmt.Println(*p, *q, **pp, **qq, pp == &p)
	f := func() { x += 10; p = &x }
	onStack(500)
	f()
	fmt.Println(x, *p)
	mv := temp(2).String
	fs := [2]func() string{mv, func() string { return fmt.Sprint(y) }}
	onStack(1000)
	fmt.Println(fs[0](), fs[1]())
	var it interface{ String() string } = temp(x)
	g := it.String
	garbage(200)
	fmt.Println(g())
}

func main() {
	closures()
	loops()
	boxes()
	for i := 0; i < 5; i++ {
		fmt.Println(defers(i))
	}
	fmt.Println(buffers([]string{"hello", "gopher", "stack", "a longer word than the thirty-two byte buffer holds"}))
	fmt.Println(onStack(10), onStack(3000))
	pointers()
}
