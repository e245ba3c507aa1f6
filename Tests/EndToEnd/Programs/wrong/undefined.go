package main

import "fmt"

type T struct{ a int }

func main() {
	fmt.Println(undefinedName, fmt.NoSuch, T{}.b, T{c: 1})
	var t T
	t.method()
	nothing()
	var x Missing
	x.y = 1
}
