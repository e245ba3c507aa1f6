package main

import "fmt"

type S string

func main() {
	s := "hi"
	s += " and " + string([]byte{'g', 'o'})
	fmt.Println(s, len(s))
	t := S("a") + "b"
	t += S(s[:2])
	fmt.Printf("%T %s\n", t, t)
	acc := ""
	for i := 0; i < 5; i++ {
		acc = string(rune('a'+i)) + acc
	}
	fmt.Println(acc, acc < "edcbb", acc > "edcb", acc+"" == acc)
	a, b := "x", "y"
	a, b = a+b, b+a
	fmt.Println(a, b, a+b+"z"+a)
}
