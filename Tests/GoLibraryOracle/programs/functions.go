// math: every function, bit for bit, on random and on awkward numbers.
package main

import (
	"fmt"
	"math"
)

var seed uint64 = 88172645463325252

func random(n int) int {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return int(seed % uint64(n))
}

func random64() uint64 { return uint64(random(1<<32))<<32 | uint64(random(1<<32)) }

var awkward = []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -0.5, 2, 1.5, 2.5, -2.5, 0.49999999999999994, math.Inf(1), math.Inf(-1), math.NaN(),
	math.MaxFloat64, -math.MaxFloat64, math.SmallestNonzeroFloat64, -5e-324, 2.2250738585072014e-308, 1e-310, 709.78, 709.79, -745.13, -745.2, -708.5, -740, 1 << 29, 1 << 53, 1<<53 + 1, 1 << 62, 1 << 63, 1e22, 1e300, math.Pi, math.Pi / 2, math.Pi / 4, 3 * math.Pi / 4, 0.7, 0.66, 2.414213562373095, 21, 22, 0.625, 44.1, 1e-9, 1e-20, 3, -3, 10, 100, 171, 172, 33.5, -33.5, -0.3, 6, 28, 0.84375, 1.25}

func float() float64 {
	switch random(8) {
	case 0:
		return math.Float64frombits(random64())
	case 1:
		return float64(random(4000)-2000) / 16
	case 2:
		return (float64(random64()>>11)/(1<<53) - 0.5) * 4
	case 3:
		return (float64(random64()>>11)/(1<<53) - 0.5) * 2000
	case 4:
		return awkward[random(len(awkward))]
	case 5:
		return (float64(random64()>>11)/(1<<53) - 0.5) * math.Ldexp(1, random(80)-40)
	case 6:
		return float64(random(200) - 100)
	}
	return (float64(random64()>>11) / (1 << 53)) * 30
}

type function struct {
	name string
	f    func(float64) float64
}

var functions = []function{{"Sqrt", math.Sqrt}, {"Floor", math.Floor}, {"Ceil", math.Ceil}, {"Trunc", math.Trunc}, {"Round", math.Round}, {"RoundToEven", math.RoundToEven},
	{"Exp", math.Exp}, {"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Log", math.Log}, {"Log2", math.Log2}, {"Log10", math.Log10}, {"Log1p", math.Log1p}, {"Logb", math.Logb},
	{"Sin", math.Sin}, {"Cos", math.Cos}, {"Tan", math.Tan}, {"Asin", math.Asin}, {"Acos", math.Acos}, {"Atan", math.Atan}, {"Sinh", math.Sinh}, {"Cosh", math.Cosh}, {"Tanh", math.Tanh},
	{"Asinh", math.Asinh}, {"Acosh", math.Acosh}, {"Atanh", math.Atanh}, {"Gamma", math.Gamma}, {"Erf", math.Erf}, {"Erfc", math.Erfc}, {"Erfinv", math.Erfinv}, {"Erfcinv", math.Erfcinv}, {"Lgamma", func(x float64) float64 { y, sign := math.Lgamma(x); return y * float64(sign) }}, {"Cbrt", math.Cbrt}, {"Abs", math.Abs},
}

var functions2 = []func(x, y float64) float64{math.Pow, math.Mod, math.Remainder, math.Hypot, math.Atan2, math.Max, math.Min, math.Dim, math.Copysign, math.Nextafter}

func bits(f float64) string {
	if f != f {
		return "NaN"
	}
	return fmt.Sprintf("%x", math.Float64bits(f))
}

func main() {
	for i := 0; i < 12000; i++ {
		x := float()
		if i < len(awkward) {
			x = awkward[i]
		}
		for _, f := range functions {
			fmt.Println(f.name, x, bits(f.f(x)))
		}
		y := float()
		if i%3 == 0 {
			y = float64(random(40) - 20)
		}
		for k, f := range functions2 {
			fmt.Println(k, x, y, bits(f(x, y)))
		}
		s, c := math.Sincos(x)
		whole, part := math.Modf(x)
		frac, exp := math.Frexp(x)
		fmt.Println(x, bits(s), bits(c), bits(whole), bits(part), bits(frac), exp, math.Ilogb(x), bits(math.Ldexp(x, random(2200)-1100)), math.Signbit(x), math.IsInf(x, 0), math.IsNaN(x))
		fmt.Println(math.Float32bits(math.Nextafter32(float32(x), float32(y))), bits(math.FMA(x, y, float())))
	}
	for n := -330; n < 320; n++ {
		fmt.Println(n, bits(math.Pow10(n)), bits(math.Pow(10, float64(n))), bits(math.Pow(2, float64(n)*4)))
	}
	for _, x := range awkward {
		for _, y := range awkward {
			for k, f := range functions2 {
				fmt.Println(k, x, y, bits(f(x, y)))
			}
		}
	}
	fmt.Println(math.MaxInt64, uint64(math.MaxUint64), math.MinInt64, math.MaxFloat32, math.SmallestNonzeroFloat32, math.E, math.Phi, math.SqrtPhi, math.Log10E)
}
