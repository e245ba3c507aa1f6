package main

import "fmt"

type T struct{}

func (T) A() {}

type I interface {
	A()
	B()
}

func main() {
	var x interface{} = T{}
	fmt.Println("before")
	_ = x.(I)
}
