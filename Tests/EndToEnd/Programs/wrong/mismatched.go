package main

import "fmt"

type Celsius float64

func main() {
	var i int = "text"
	var f float64 = i
	var c Celsius = f
	s := "a" + 1
	b := 1 + "a"
	fmt.Println(i+f, c, s, b, i && true, !i, -"x")
	if i {
	}
	for i := 0; i; i++ {
	}
}
