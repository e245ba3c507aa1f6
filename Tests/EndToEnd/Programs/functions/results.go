package main

import (
	"errors"
	"fmt"
)

func swap(a, b string) (string, string) { return b, a }
func named(n int) (sum, product int, err error) {
	if n < 0 {
		err = errors.New("negative")
		return
	}
	product = 1
	for i := 1; i <= n; i++ {
		sum += i
		product *= i
	}
	return
}
func shadow() (x int) {
	x = 1
	{
		x := 2
		_ = x
	}
	func() { x += 10 }()
	return x + 100
}
func deferred() (n int) {
	defer func() { n *= 2 }()
	n = 5
	return n + 1
}
func sum(nums ...int) (t int) {
	for _, n := range nums {
		t += n
	}
	return
}
func format(prefix string, rest ...interface{}) string {
	return fmt.Sprint(prefix, len(rest), rest == nil, rest)
}
func mutate(s ...int) { s[0] = 100 }
func pass(a int, b string) string { return fmt.Sprint(a, b) }
func give() (int, string)         { return 7, "seven" }
func chain() (int, string)        { return give() }
func many() (a, b, c, d, e, f, g int, s string, ok bool) {
	return 1, 2, 3, 4, 5, 6, 7, "eight", true
}
func apply(f func(int) int, xs ...int) []int {
	var out []int
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}
func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}
func blank(_ int, _ string, keep int) (_ int, last string) { return keep, "k" }
func big(a [20]int) [20]int                                  { a[0]++; return a }

func isEven(n int) bool {
	if n == 0 {
		return true
	}
	return isOdd(n - 1)
}
func isOdd(n int) bool {
	if n == 0 {
		return false
	}
	return isEven(n - 1)
}
func ackermann(m, n int) int {
	switch {
	case m == 0:
		return n + 1
	case n == 0:
		return ackermann(m-1, 1)
	}
	return ackermann(m-1, ackermann(m, n-1))
}
func hanoi(n int, a, b, c string, move func(string, string)) int {
	if n == 0 {
		return 0
	}
	k := hanoi(n-1, a, c, b, move)
	move(a, c)
	return k + 1 + hanoi(n-1, b, a, c, move)
}

func main() {
	a, b := swap("x", "y")
	fmt.Println(a, b)
	fmt.Println(swap(swap("p", "q")))
	fmt.Println(named(5))
	fmt.Println(named(-1))
	fmt.Println(shadow(), deferred())
	fmt.Println(sum(), sum(1), sum(1, 2, 3), sum([]int{4, 5}...))
	fmt.Println(format("a"), format("b", nil), format("c", 1, "x", []int{1}), format("d", []interface{}{1, 2}...))
	s := []int{1, 2}
	mutate(s...)
	fmt.Println(s)
	fmt.Println(pass(give()))
	n, str := chain()
	fmt.Println(n, str)
	_, _, _, _, _, _, g, eight, ok := many()
	fmt.Println(g, eight, ok)
	fmt.Println(many())
	fmt.Println(apply(func(x int) int { return x * x }, 1, 2, 3))
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 10 })(4))
	fmt.Println(blank(1, "", 3))
	arr := [20]int{5}
	res := big(arr)
	fmt.Println(arr[0], res[0], big(big(res))[0])
	fmt.Println(isEven(101), isOdd(101), ackermann(2, 3))
	moves := 0
	fmt.Println(hanoi(5, "a", "b", "c", func(x, y string) { moves++ }), moves)
	var f func(int) int
	f = func(n int) int {
		if n < 2 {
			return n
		}
		return f(n-1) + f(n-2)
	}
	fmt.Println(f(20))
	fmt.Println(func(x, y int) int { return x - y }(10, 3))
	var nilf func()
	defer func() { fmt.Println(recover()) }()
	nilf()
}
