package main

import "fmt"

func main() {
	var a, b int
	var s string
	var f float64
	n, err := fmt.Sscanf("10-20 abc 1.5", "%d-%d %s %g", &a, &b, &s, &f)
	fmt.Println(n, err, a, b, s, f)
	n, err = fmt.Sscan("7 8 word", &a, &b, &s)
	fmt.Println(n, err, a, b, s)
	n, err = fmt.Sscan("x", &a)
	fmt.Println(n, err)
	var r rune
	var t bool
	n, err = fmt.Sscanf("z true 0x1f", "%c %t %v", &r, &t, &a)
	fmt.Println(n, err, string(r), t, a)
	n, err = fmt.Sscanln("1 2", &a, &b)
	fmt.Println(n, err, a, b)
}
