// math/cmplx, bit for bit.
package main

import (
	"fmt"
	"math"
	"math/cmplx"
)

var seed uint64 = 88172645463325252

func random(n int) int {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return int(seed % uint64(n))
}

var awkward = []float64{0, math.Copysign(0, -1), 1, -1, 0.5, 2, -3, math.Inf(1), math.Inf(-1), math.NaN(), 1e300, 1e-300, 100, math.Pi}

func part() float64 {
	if random(3) == 0 {
		return awkward[random(len(awkward))]
	}
	return float64(random(20001)-10000) / float64(1+random(3000))
}

func bits(f float64) string {
	if f != f {
		return "NaN"
	}
	return fmt.Sprintf("%x", math.Float64bits(f))
}

func main() {
	fs := []func(complex128) complex128{cmplx.Exp, cmplx.Log, cmplx.Log10, cmplx.Sqrt, cmplx.Sin, cmplx.Cos, cmplx.Sinh, cmplx.Cosh, cmplx.Tanh, cmplx.Asin, cmplx.Acos, cmplx.Asinh, cmplx.Acosh, cmplx.Atan, cmplx.Atanh, cmplx.Conj}
	for i := 0; i < 6000; i++ {
		x, y := complex(part(), part()), complex(part(), part())
		for k, f := range fs {
			z := f(x)
			fmt.Println(k, x, bits(real(z)), bits(imag(z)))
		}
		p := cmplx.Pow(x, y)
		fmt.Println(x, y, bits(real(p)), bits(imag(p)), bits(cmplx.Abs(x)), bits(cmplx.Phase(x)), cmplx.IsInf(x), cmplx.IsNaN(x))
		r := cmplx.Rect(real(x), imag(x))
		fmt.Println(bits(real(r)), bits(imag(r)))
	}
	fmt.Println(cmplx.Inf(), cmplx.NaN())
}
