package main

import "fmt"

// Addresses of parts of elements of one machine word or less, in the frame and in slices.

type pair struct{ a, b uint8 }
type half struct {
	lo uint16
	hi [2]int8
}

func transpose(f [2][2]uint8) (out [2][2]uint8) {
	for i := range f {
		for j := range f[i] {
			out[i][j] = f[j][i]
		}
	}
	return
}

func main() {
	fmt.Println(transpose([2][2]uint8{{1, 2}, {3, 4}}))
	var pairs [4]pair
	list := make([]pair, 4)
	for i := range pairs {
		pairs[i].b = uint8(i + 1)
		list[i].a = uint8(i * 2)
		p := &pairs[i].b
		q := &list[i].b
		*p *= 10
		*q = *p + 1
	}
	fmt.Println(pairs, list)
	halves := []half{{1, [2]int8{2, 3}}, {4, [2]int8{5, 6}}}
	var fixed [2]half
	for i := range halves {
		for j := range halves[i].hi {
			halves[i].hi[j]++
			fixed[i].hi[1-j] = halves[i].hi[j]
			fixed[i].lo += uint16(j + 1)
		}
	}
	fmt.Println(halves, fixed)
}
