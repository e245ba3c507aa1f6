package main

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func direct(yield func(string, *int) bool) {
	n := 1
	_ = yield("a", &n) && yield("b", nil)
}

func find(n int) (int, bool) {
	for i := range count(10) {
		if i == n {
			return i, true
		}
	}
	return 0, false
}

func sum(p *int) (total int) {
	factor := 2
	for i := range count(3) {
		total += i * factor * *p
	}
	return
}

func nested() (pairs int) {
outer:
	for i := range count(4) {
		for j := range count(4) {
			if j > i {
				continue outer
			}
			if i == 3 {
				break outer
			}
			pairs++
		}
	}
	return pairs
}

func main() {
	i, ok := find(3)
	n := 5
	println(i, ok, sum(&n), nested())
	last := ""
	for s := range direct {
		last = s
	}
	println(last)
}
