package main

import (
	"fmt"
	"math/rand"
	r2 "math/rand/v2"
)

func main() {
	r := rand.New(rand.NewSource(42))
	fmt.Println(r.Intn(100), r.Intn(100), r.Int63(), r.Float64(), r.Perm(5), r.Int31n(10))
	s := []string{"a", "b", "c", "d"}
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
	fmt.Println(s, r.NormFloat64(), r.ExpFloat64())
	p := r2.New(r2.NewPCG(1, 2))
	fmt.Println(p.IntN(100), p.Uint64(), p.Float64(), p.Perm(4), p.Int64N(1000))
	x := rand.Intn(10)
	fmt.Println(x >= 0 && x < 10, r2.N(5) < 5)
	counts := [6]int{}
	for range 600 {
		counts[r.Intn(6)]++
	}
	sum := 0
	for _, c := range counts {
		sum += c
	}
	fmt.Println(sum, counts)
}
