package main

import (
	"fmt"
	"math"
	"math/bits"
)

func main() {
	xs := []float64{0, 1, -1, 0.5, 2, 10, -2.5, 2.5, 3.7, 1e10, 123.456}
	for _, x := range xs {
		fmt.Println(x, math.Sqrt(x), math.Floor(x), math.Ceil(x), math.Trunc(x), math.Round(x), math.RoundToEven(x), math.Abs(x))
		fmt.Printf("%.10g %.10g %.10g %.10g %.10g %.10g\n", math.Sin(x), math.Cos(x), math.Tan(x), math.Exp(x/10), math.Log(x+3), math.Cbrt(x))
		fmt.Printf("%.10g %.10g %.10g %.10g %.10g\n", math.Atan(x), math.Log2(x+4), math.Log10(x+5), math.Pow(x, 3), math.Mod(x, 3))
	}
	fmt.Println(math.Inf(1), math.Inf(-1), math.NaN(), math.IsNaN(math.NaN()), math.IsInf(math.Inf(-1), -1))
	fmt.Println(math.MaxInt64, math.MinInt64, math.MaxInt8, math.MaxUint32, uint64(math.MaxUint64), math.MaxFloat64, math.SmallestNonzeroFloat64)
	fmt.Println(math.Pi, math.E, math.Phi, math.Sqrt2, math.Ln2)
	fmt.Println(math.Max(1, 2), math.Min(1, math.NaN()), math.Hypot(3, 4), math.Pow(2, 10), math.Pow(2, 0.5), math.Pow(-8, 1.0/3), math.Pow(0, -1))
	fr, exp := math.Frexp(10)
	ip, fp := math.Modf(-3.25)
	fmt.Println(fr, exp, ip, fp, math.Ldexp(0.5, 4), math.Signbit(-0.0), math.Signbit(math.Copysign(0, -1)), math.Dim(5, 3))
	fmt.Println(math.Float64bits(1.5), math.Float32bits(1.5), math.Float64frombits(0x4009_21FB_5444_2D18), math.Nextafter(1, 2))
	fmt.Println(math.Asin(1), math.Acos(0), math.Atan2(1, -1), math.Sinh(1), math.Tanh(0.5), math.Log1p(1e-10), math.Expm1(1e-10))
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros64(1), bits.TrailingZeros(8), bits.Len(1023), bits.Reverse8(3), bits.RotateLeft32(1, 31), bits.ReverseBytes32(0x01020304))
	hi, lo := bits.Mul64(1<<63, 6)
	sum, carry := bits.Add64(1<<63, 1<<63, 1)
	q, r := bits.Div64(1, 0, 3)
	fmt.Println(hi, lo, sum, carry, q, r)
	fmt.Println(math.FMA(2, 3, 4), math.Remainder(7, 4), math.Gamma(5), math.Logb(8), math.Ilogb(8))
}
