package main

import "fmt"

type Big struct {
	a [100]int
	s string
	p *int
}

var depth int

func grow(n int, p *int, b Big) (int, *int) {
	var local [50]int
	local[n%50] = n
	q := &local[n%50]
	if n == 0 {
		*p = 42
		return *q, p
	}
	x := n
	r, pp := grow(n-1, &x, b)
	if x != n && n != 1 {
		panic("moved")
	}
	if n == 1 && x != 42 {
		panic(fmt.Sprint("pointer lost ", x))
	}
	b.a[n%100] += r
	_ = pp
	return b.a[n%100] + *q + local[n%50], p
}

type T struct{ next *T; v [3]int }

func chain(n int, t *T) int {
	u := T{next: t, v: [3]int{n, n + 1, n + 2}}
	if n > 0 {
		return chain(n-1, &u)
	}
	s := 0
	for x := &u; x != nil; x = x.next {
		s += x.v[1]
	}
	return s
}

func many(a, b, c, d, e, f, g, h, i, j int, k string, l float64, m ...byte) (int, string) {
	return a + b + c + d + e + f + g + h + i + j + len(m), k + fmt.Sprint(l)
}

func deferDeep(n int) (r int) {
	defer func() { r += n }()
	if n == 0 {
		panic("bottom")
	}
	return deferDeep(n - 1)
}

func iface(n int, x interface{}) int {
	switch v := x.(type) {
	case int:
		if n == 0 {
			return v
		}
		return iface(n-1, float64(v)+0.5)
	case float64:
		return iface(n-1, int(v))
	}
	return -1
}

func closures(n int) func() int {
	if n == 0 {
		return func() int { return 1 }
	}
	f := closures(n - 1)
	return func() int { n++; return f() + n }
}

func mutual(n int, s []int) []int {
	if n == 0 {
		return s
	}
	var buf [8]int
	copy(buf[:], s)
	buf[n%8]++
	return append(mutual(n-1, buf[:]), n)
}

func main() {
	x := 0
	r, p := grow(500, &x, Big{})
	fmt.Println(r, *p == x)
	fmt.Println(chain(2000, nil))
	fmt.Println(many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "k", 1.5, 'a', 'b'))
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(deferDeep(1000))
	}()
	fmt.Println(iface(1000, 7), closures(300)(), len(mutual(200, nil)))
	var slots [10]*int
	for i := 0; i < 10; i++ {
		slots[i] = &i
	}
	s := 0
	for _, p := range slots {
		*p *= 2
		s += *p
	}
	fmt.Println(s)
	var a [3][4]int
	for i := range a {
		for j := range a[i] {
			a[i][j] = i * j
		}
	}
	b := a
	c := &b[1]
	c[2] = 100
	pa := &a[2][3]
	*pa++
	fmt.Println(a, b, a == b, *pa)
	type S struct {
		x int
		y struct{ z [2]string }
	}
	ss := [2]S{}
	pz := &ss[1].y.z[1]
	*pz = "deep"
	cp := ss
	*pz = "changed"
	fmt.Println(ss, cp)
	sl := ss[:]
	for i, e := range sl {
		sl[i].x = 5
		e.x = 9
		sl = append(sl, e)
	}
	fmt.Println(sl, ss)
	str := "x"
	ps := &str
	fs := []func(){func() { *ps += "a" }, func() { str += "b" }}
	for range 3 {
		for _, f := range fs {
			f()
		}
	}
	fmt.Println(str, *ps)
	var np *S
	defer func() {
		fmt.Println(recover())
		var big *[1 << 20]int
		defer func() { fmt.Println(recover()) }()
		fmt.Println(big[1<<19])
	}()
	fmt.Println(np.y.z[1])
}
