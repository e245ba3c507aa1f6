package main

type buffer struct{ data []byte }

func (b *buffer) shrink(n int) { b.data = b.data[n:] }

func (b *buffer) write(p []byte) { b.data = append(b.data, p...) }

func fixed() int {
	s := make([]int, 10)
	s[3] = 1
	return s[3]
}

func sized(n int) []int { return make([]int, n) }

func dynamic(n int) int {
	s := make([]int, n)
	return len(s)
}

func large() int {
	s := make([]int, 10000)
	var a [20000]int
	return len(s) + a[3]
}

func first(s []*int) *int { return s[0] }

func tail(s []int) []int { return s[1:] }

func elements() []*int {
	a, b := 1, 2
	return []*int{&a, &b}
}

func local() int {
	a, b := 1, 2
	s := []*int{&a, &b}
	return *s[0] + *s[1]
}

func array() []int {
	var a [4]int
	return a[:]
}

func maps() map[string]*int {
	m := map[string]*int{}
	n := 1
	m["a"] = &n
	k := make(map[int]bool)
	k[2] = true
	return m
}

func text(b []byte, s string) (string, []byte) {
	r := []rune(s)
	c := []byte("constant")
	c[0] = 'C'
	return string(b) + s + string(r) + string(c), []byte(s)
}

func variadic(numbers ...int) int { return len(numbers) }

func keep(numbers ...*int) []*int { return numbers }

func main() {
	b := &buffer{}
	b.write([]byte("hello"))
	b.shrink(1)
	n := 3
	println(fixed(), len(sized(n)), dynamic(n), large(), *first(elements()), local(), len(array()), len(maps()))
	println(len(tail([]int{1, 2})), variadic(1, 2, 3), variadic(), len(keep(&n, nil)))
	s, t := text(b.data, "x")
	println(s, len(t))
	other := append([]int(nil), 1, 2)
	copy(other, []int{3})
	pointers := append([]*int{}, &n)
	println(len(pointers), 1<<n, n>>2)
}
