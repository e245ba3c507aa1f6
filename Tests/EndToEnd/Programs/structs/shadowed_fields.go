package main

import "fmt"

type A struct{ x, y int }
type B struct{ x, z int }
type C struct {
	A
	B
	y string
}

func main() {
	c := C{A{1, 2}, B{3, 4}, "own"}
	fmt.Println(c.y, c.A.y, c.z, c.A.x, c.B.x)
	c.A.x, c.B.x = c.B.x, c.A.x
	fmt.Printf("%+v\n", c)
}
