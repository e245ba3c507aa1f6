package main

import "fmt"

func collatz(n uint64, memo map[uint64]int) int {
	if n == 1 {
		return 1
	}
	if l, ok := memo[n]; ok {
		return l
	}
	next := n / 2
	if n%2 == 1 {
		next = 3*n + 1
	}
	l := 1 + collatz(next, memo)
	memo[n] = l
	return l
}

func main() {
	memo := map[uint64]int{}
	best, at := 0, uint64(0)
	for n := uint64(1); n < 3000; n++ {
		if l := collatz(n, memo); l > best {
			best, at = l, n
		}
	}
	fmt.Println(at, best, collatz(27, memo))
}
