package main

import "fmt"

func two() (int, int)             { return 1, 2 }
func take(a int, b string) string { return b }
func none()                       {}
func vari(a int, bs ...string)    {}

func main() {
	take(1)
	take(1, "a", 2)
	take("a", 1)
	x := two()
	a, b, c := two()
	y := none()
	take(two())
	vari()
	vari(1, 2)
	vari(1, []int{1}...)
	fmt.Println(x, a, b, c, y)
	none = nil
	5()
	return 1
}
