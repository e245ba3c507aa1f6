package math

import "math/bits"

var (
	sineP = [...]float64{
		1.58962301576546568060e-10, -2.50507477628578072866e-8, 2.75573136213857245213e-6,
		-1.98412698295895385996e-4, 8.33333333332211858878e-3, -1.66666666666666307295e-1,
	}
	cosineP = [...]float64{
		-1.13585365213876817300e-11, 2.08757008419747316778e-9, -2.75573141792967388112e-7,
		2.48015872888517045348e-5, -1.38888888888730564116e-3, 4.16666666666665929218e-2,
	}
	tangentP = [...]float64{-1.30936939181383777646e4, 1.15351664838587416140e6, -1.79565251976484877988e7}
	tangentQ = [...]float64{
		1.36812963470692954678e4, -1.32089234440210967447e6, 2.50083801823357915839e7, -5.38695755929454629881e7,
	}
)

func sineSeries(z float64) float64 {
	zz := z * z
	return z + z*zz*horner(zz, sineP[:])
}

func cosineSeries(z float64) float64 {
	zz := z * z
	return 1.0 - 0.5*zz + zz*zz*horner(zz, cosineP[:])
}

// octant splits x >= 0 into a multiple of π/4, even and less than 8, and a
// rest of at most π/4 either way.
func octant(x float64) (j uint64, z float64) {
	const (
		a = 7.85398125648498535156e-1 // π/4 in three parts
		b = 3.77489470793079817668e-8
		c = 2.69515142907905952645e-15
	)
	if x >= 1<<29 {
		return octantOfLarge(x)
	}
	j = uint64(x * (4 / Pi))
	j += j & 1
	y := float64(j)
	return j & 7, ((x - y*a) - y*b) - y*c
}

// octantOfLarge multiplies by as many of the 1,216 bits of 4/π as matter
// (Payne and Hanek).
func octantOfLarge(x float64) (j uint64, z float64) {
	b := Float64bits(x)
	exp := uint(int(b>>fractionBits&exponentBits) - bias - fractionBits + 61)
	m := b&fraction | 1<<fractionBits
	at, shift := exp/64, exp%64
	word := func(i uint) uint64 { return fourOverPi[i]<<shift | fourOverPi[i+1]>>(64-shift) }
	high2, _ := bits.Mul64(word(at+2), m)
	high1, low1 := bits.Mul64(word(at+1), m)
	low, carry := bits.Add64(low1, high2, 0)
	high, _ := bits.Add64(word(at)*m, high1, carry)
	j = high >> 61
	high = high<<3 | low>>61
	zeros := uint(bits.LeadingZeros64(high)) + 1
	high = high<<zeros | low>>(64-zeros)
	z = Float64frombits(high>>(64-fractionBits) | uint64(bias-zeros)<<fractionBits)
	if j&1 == 1 {
		j = (j + 1) & 7
		z--
	}
	return j, z * (Pi / 4)
}

var fourOverPi = [...]uint64{
	0x0000000000000001, 0x45f306dc9c882a53, 0xf84eafa3ea69bb81, 0xb6c52b3278872083, 0xfca2c757bd778ac3,
	0x6e48dc74849ba5c0, 0x0c925dd413a32439, 0xfc3bd63962534e7d, 0xd1046bea5d768909, 0xd338e04d68befc82,
	0x7323ac7306a673e9, 0x3908bf177bf25076, 0x3ff12fffbc0b301f, 0xde5e2316b414da3e, 0xda6cfd9e4f96136e,
	0x9e8c7ecd3cbfd45a, 0xea4f758fd7cbe2f6, 0x7a0e73ef14a525d4, 0xd7f6bf623f1aba10, 0xac06608df8f6d757,
}

// Sin is the sine of x in radians.
func Sin(x float64) float64 {
	if x == 0 || IsNaN(x) {
		return x
	}
	if IsInf(x, 0) {
		return NaN()
	}
	j, z := octant(Abs(x))
	negative := (x < 0) != (j > 3)
	y := 0.0
	if j&3 == 2 {
		y = cosineSeries(z)
	} else {
		y = sineSeries(z)
	}
	if negative {
		return -y
	}
	return y
}

// Cos is the cosine of x in radians.
func Cos(x float64) float64 {
	if !isFinite(x) {
		return NaN()
	}
	j, z := octant(Abs(x))
	y := 0.0
	if j&3 == 2 {
		y = sineSeries(z)
	} else {
		y = cosineSeries(z)
	}
	if j == 2 || j == 4 {
		return -y
	}
	return y
}

// Sincos is Sin(x), Cos(x).
func Sincos(x float64) (sin, cos float64) {
	if x == 0 {
		return x, 1
	}
	if !isFinite(x) {
		return NaN(), NaN()
	}
	return Sin(x), Cos(x)
}

// Tan is the tangent of x in radians.
func Tan(x float64) float64 {
	if x == 0 || IsNaN(x) {
		return x
	}
	if IsInf(x, 0) {
		return NaN()
	}
	j, z := octant(Abs(x))
	y := z
	if zz := z * z; zz > 1e-14 {
		y = z + z*(zz*horner(zz, tangentP[:])/monic(zz, tangentQ[:]))
	}
	if j&2 == 2 {
		y = -1 / y
	}
	if x < 0 {
		return -y
	}
	return y
}
