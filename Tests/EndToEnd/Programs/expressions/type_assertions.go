package main

import (
	"fmt"
	"io"
	"os"
)

type R struct{}

func (R) Read([]byte) (int, error) { return 0, io.EOF }

func main() {
	var x any = 7
	i := x.(int)
	s, ok := x.(string)
	var v, ok2 = x.(fmt.Stringer)
	fmt.Printf("%d %q %v %v %v\n", i, s, ok, v, ok2)
	var r io.Reader = R{}
	_, isW := r.(io.Writer)
	rr, isR := r.(R)
	fmt.Println(isW, rr, isR)
	r = os.Stdin
	_, isW = r.(io.Writer)
	fmt.Println(isW)
	if n, ok := x.(int); ok && n > 5 {
		fmt.Println("big")
	}
	m := map[string]any{"a": 1, "b": map[string]any{"c": "deep"}}
	fmt.Println(m["b"].(map[string]any)["c"].(string) + "!")
	f, _ := any(func(i int) int { return i + 1 }).(func(int) int)
	fmt.Println(f(1))
	arr := x
	switch arr {
	case 7:
		fmt.Println("seven")
	}
}
