package main

import (
	"fmt"
	"math/cmplx"
)

func main() {
	a := 3 + 4i
	b := complex(1, -2)
	fmt.Println(a+b, a-b, a*b, a/b, -a, a == 3+4i, a != b)
	fmt.Println(real(a), imag(b), cmplx.Abs(a), cmplx.Conj(a), cmplx.Sqrt(-1))
	var c complex64 = 1 + 2i
	c *= c
	c += 1
	fmt.Printf("%v %T %.1f %g\n", c, real(c), a, b)
	var z complex128
	fmt.Println(z, 1/(z+1), z*a)
	r, i := real(a), imag(a)
	fmt.Println(complex(i, r), 2i*2i, 1i == 1i)
	m := map[complex128]string{1i: "i"}
	fmt.Println(m[complex(0, 1)])
	s := []complex128{1, 2i, 3 + 3i}
	t := 0i
	for _, v := range s {
		t += v
	}
	fmt.Println(t, cmplx.Exp(0), cmplx.Pow(2i, 2))
	const k = 2i * 2i
	var n int = k
	fmt.Println(n)
	inf := z / z
	fmt.Println(inf != inf)
}
