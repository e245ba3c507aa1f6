package main

import "fmt"

type T struct {
	a int
	a string
}

func (T) M() {}
func (T) M() {}
func f()     {}
func f()     {}

var f int

func g(a int, a string) {}

func main() {
	switch 1 {
	case 1:
	case 1:
	}
	m := map[string]int{"a": 1, "a": 2}
	s := []int{0: 1, 0: 2}
	t := T{a: 1, a: 2}
	fmt.Println(m, s, t)
}
