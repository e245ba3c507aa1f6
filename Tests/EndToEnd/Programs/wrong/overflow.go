package main

import "fmt"

func main() {
	var a int8 = 128
	var b uint = -1
	var c byte = 'Ā'
	var d int = 1.5
	var e float32 = 1e40
	f := 1 << 64
	g := 10 / 0
	h := 1.0 / 0
	i := []int{1, 2}[5]
	j := [3]int{1, 2, 3, 4}
	k := "abc"[3]
	l := [2]int{}[-1]
	fmt.Println(a, b, c, d, e, f, g, h, i, j, k, l, int8(200), uint8(1)<<8, len(5))
}
