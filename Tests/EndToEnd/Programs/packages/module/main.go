package main

import (
	"fmt"

	"example.com/gallery/internal/count"
	. "example.com/gallery/shapes"
	_ "example.com/gallery/text"
	layout "example.com/gallery/text/wrap"
)

var started = announce("main variables")

func announce(what string) bool {
	fmt.Println(what, count.Next())
	return true
}

func init() { fmt.Println("init of main") }

type named struct {
	Shape
	name string
}

func main() {
	s := named{NewSquare(3), "tile"}
	fmt.Println(s.Area(), s.name, Unit)
	fmt.Printf("%T %v %+v\n", s.Shape, s, s)
	var e error = &BadSize{-1}
	fmt.Println(e, layout.Center("go", 6)+"|")
	defer func() {
		r := recover()
		fmt.Printf("%v %T\n", r, r)
		fmt.Println(count.Next())
	}()
	NewSquare(-2)
}
