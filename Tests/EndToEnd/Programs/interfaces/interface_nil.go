package main

import "fmt"

type E struct{}

func (*E) Error() string { return "E" }

func returnsTyped() error {
	var e *E
	return e
}
func returnsNil() error { return nil }

func main() {
	fmt.Println(returnsTyped() == nil, returnsNil() == nil, returnsTyped() != nil)
	var e *E
	var i interface{} = e
	fmt.Println(e == nil, i == nil, i == (*E)(nil), i.(*E) == nil)
	fmt.Printf("%v %T %v\n", returnsTyped() == (*E)(nil), returnsTyped(), returnsNil())
}
