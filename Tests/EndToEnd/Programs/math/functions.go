package main

import (
	"fmt"
	"math"
	"math/bits"
)

func main() {
	fmt.Println(math.Sqrt(2), math.Pow(2, 10), math.Abs(-3.5), math.Floor(-1.5), math.Ceil(1.2), math.Round(2.5), math.RoundToEven(2.5), math.Trunc(-2.7))
	fmt.Println(math.Max(3, math.NaN()), math.Min(-0.0, 0), math.Mod(7, 3), math.Hypot(3, 4), math.Cbrt(27), math.Exp(1), math.Log(math.E), math.Log2(8), math.Log10(1000), math.Log1p(0))
	fmt.Printf("%.6f %.6f %.6f %.6f %.6f\n", math.Sin(1), math.Cos(1), math.Tan(1), math.Atan2(1, -1), math.Sinh(1))
	fmt.Println(math.Inf(1), math.IsInf(math.Inf(-1), -1), math.Signbit(math.Copysign(0, -1)), math.IsNaN(math.Sqrt(-1)))
	f, e := math.Frexp(10)
	i, fr := math.Modf(3.75)
	fmt.Println(f, e, i, fr, math.Ldexp(0.5, 4), math.Gamma(5))
	fmt.Println(math.MaxInt8, math.MaxUint16, math.MinInt32, math.MaxInt, uint32(math.MaxUint32))
	fmt.Println(bits.OnesCount(255), bits.LeadingZeros64(1), bits.TrailingZeros(8), bits.Len(1023), bits.Reverse8(1), bits.RotateLeft8(0x81, 1))
	hi, lo := bits.Mul64(math.MaxUint64, 2)
	s, c := bits.Add64(math.MaxUint64, 1, 0)
	fmt.Println(hi, lo, s, c, math.Float64bits(1), math.Float32frombits(0x40490fdb))
	x := 1.0
	for range 20 {
		x = (x + 2/x) / 2
	}
	fmt.Println(x, x == math.Sqrt2, math.Nextafter(1, 2), math.Remainder(5, 3), math.FMA(2, 3, 4))
}
