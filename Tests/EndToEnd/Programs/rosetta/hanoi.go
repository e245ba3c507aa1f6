package main

import "fmt"

type peg []int

func move(n int, from, to, via *peg, count *int) {
	if n == 0 {
		return
	}
	move(n-1, from, via, to, count)
	d := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, d)
	*count++
	move(n-1, via, to, from, count)
}

func main() {
	a, b, c := peg{5, 4, 3, 2, 1}, peg{}, peg{}
	n := 0
	move(len(a), &a, &c, &b, &n)
	fmt.Println(a, b, c, n)
}
