package main

import "fmt"

func main() {
	a := make(chan int)
	b := make(chan int)
	var r <-chan int = a
	var n chan int
	fmt.Println(a == b, r == a, n == nil, a != nil)
	m := map[chan int]string{a: "a", b: "b"}
	fmt.Println(m[a], m[b], len(m))
	var x, y any = a, a
	fmt.Println(x == y)
}
