package main

import "fmt"

type T struct {
	_ int
	a int
	_ string
}

func (_ T) m(_ int, _ ...string) (_ int, _ error) { return 3, nil }
func _()                                          {}
func _()                                          {}

var _ = fmt.Sprint("evaluated")
var _, x = 1, 2

const _ = iota

func main() {
	_ = x
	_, y := T{}.m(1, "a")
	for _ = range 2 {
	}
	for _, _ = range []int{1} {
	}
	var _ int = 5
	fmt.Println(y, T{a: 1} == T{a: 1}, T{a: 1})
}
