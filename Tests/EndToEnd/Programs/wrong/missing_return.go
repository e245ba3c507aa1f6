package main

func f(n int) int {
	if n > 0 {
		return 1
	}
}

func g(n int) (int, error) {
	for {
		if n > 0 {
			break
		}
	}
}

func h(n int) int {
	switch n {
	case 1:
		return 1
	}
}

func ok(n int) int {
	switch {
	case n > 1:
		return 2
	default:
		panic("x")
	}
}

func main() { f(1); g(1); h(1); ok(1) }
