package main

import "fmt"

func a(x int) int {
	if x > 0 {
		return 1
	} else if x < 0 {
		return -1
	} else {
		return 0
	}
}
func b(x int) string {
	switch {
	case x > 0:
		return "pos"
	default:
		panic("neg")
	}
}
func c() int {
	for {
	}
}
func d(ch chan int) int {
	select {
	case v := <-ch:
		return v
	}
}
func e(x int) int {
L:
	for {
		if x > 10 {
			return x
		}
		x++
		continue L
	}
}
func f(x any) int {
	switch x := x.(type) {
	case int:
		return x
	case string:
		return len(x)
	default:
		goto end
	}
end:
	return -1
}
func g() (n int) {
	{
		return 5
	}
}

func main() {
	ch := make(chan int, 1)
	ch <- 3
	fmt.Println(a(5), a(-5), a(0), b(1), d(ch), e(3), f(2), f("abc"), f(nil), g())
}
