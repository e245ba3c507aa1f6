package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

func main() {
	r := bufio.NewReader(os.Stdin)
	var n int
	fmt.Fscan(r, &n)
	sum := 0
	xs := make([]int, n)
	for i := range xs {
		fmt.Fscan(r, &xs[i])
		sum += xs[i]
	}
	var name string
	var f float64
	c, err := fmt.Fscanf(r, "\n%s %f\n", &name, &f)
	fmt.Println(n, xs, sum, name, f, c, err)
	rest, err := io.ReadAll(r)
	fmt.Printf("%q %v\n", rest, err)
	var a, b int
	k, err := fmt.Sscanf("10-20", "%d-%d", &a, &b)
	fmt.Println(a, b, k, err)
	k, err = fmt.Sscan("1 x", &a, &b)
	fmt.Println(a, b, k, err)
	k, err = fmt.Sscanln("7", &a, &b)
	fmt.Println(a, k, err)
	var h int
	var q string
	var ch rune
	fmt.Sscanf("ff \"quoted str\" z", "%x %q %c", &h, &q, &ch)
	fmt.Println(h, q, string(ch))
}
