// math/rand and math/rand/v2: the same numbers for the same seeds.
package main

import (
	"fmt"
	"math/rand"
	v2 "math/rand/v2"
)

func main() {
	for _, seed := range []int64{0, 1, 42, -7, 1 << 40, 123456789} {
		r := rand.New(rand.NewSource(seed))
		for i := 0; i < 700; i++ {
			fmt.Println(r.Int63(), r.Uint32(), r.Uint64(), r.Int31(), r.Int(), r.Int63n(int64(i)*1e15+1), r.Int31n(int32(i)+1), r.Intn(100), r.Intn(1<<40+7), r.Float64(), r.Float32(), r.NormFloat64(), r.ExpFloat64())
		}
		fmt.Println(r.Perm(20))
		a := []int{1, 2, 3, 4, 5, 6, 7, 8, 9}
		r.Shuffle(len(a), func(i, j int) { a[i], a[j] = a[j], a[i] })
		b := make([]byte, 33)
		r.Read(b[:5])
		r.Read(b)
		fmt.Println(a, b)
		z := rand.NewZipf(r, 1.5, 2, 1000)
		for i := 0; i < 50; i++ {
			fmt.Print(z.Uint64(), " ")
		}
		fmt.Println()
		var key [32]byte
		for i := range key {
			key[i] = byte(int(seed) * i)
		}
		ch := v2.NewChaCha8(key)
		for i := 0; i < 300; i++ {
			fmt.Print(ch.Uint64(), " ")
		}
		ch.Read(b[:11])
		fmt.Println(b)
		for _, src := range []v2.Source{v2.NewPCG(uint64(seed), 99), ch} {
			q := v2.New(src)
			for i := 0; i < 400; i++ {
				fmt.Println(q.Int64(), q.Uint32(), q.Uint64(), q.Int32(), q.Int(), q.Int64N(int64(i)*1e15+1), q.Int32N(int32(i)+1), q.IntN(100), q.Uint64N(1<<63+1), q.UintN(7), q.Float64(), q.Float32(), q.NormFloat64(), q.ExpFloat64())
			}
			fmt.Println(q.Perm(20))
		}
	}
	rand.Seed(5)
	fmt.Println(rand.Intn(1000), rand.Float64(), rand.Perm(5))
	fmt.Println(v2.N(10) < 10, v2.IntN(5) < 5, rand.NewZipf(nil, 1, 1, 1) == nil)
	for _, f := range []func(){func() { rand.Intn(0) }, func() { v2.IntN(-1) }, func() { v2.N(0) }, func() { rand.Int31n(-1) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
