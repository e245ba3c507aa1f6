package math

// The reciprocals of the factorials of 8 down to 0 (of 1 and 0 in one).
var exponential = [...]float64{
	2.4801587301587301587e-5, 1.9841269841269841270e-4, 1.3888888888888888889e-3, 8.3333333333333333333e-3,
	4.1666666666666666667e-2, 1.6666666666666666667e-1, 0.5, 1,
}

// Exp is e**x: x = k·ln 2 + 16·r, a Taylor series for e**r - 1, squared four
// times, as Go's assembly for amd64 does with fused operations.
func Exp(x float64) float64 {
	switch {
	case IsNaN(x) || IsInf(x, 1):
		return x
	case x > 7.09782712893384e+02:
		return Inf(1)
	case x < -1000:
		return 0
	}
	k := RoundToEven(1.4426950408889634073599246810018920 * x)
	r := FMA(-0.69314718055966295651160180568695068359375, k, x)
	r = FMA(-0.28235290563031577122588448175013436025525412068e-12, k, r)
	r *= 0.0625
	y := exponential[0]
	for _, c := range exponential[1:] {
		y = FMA(r, y, c)
	}
	y *= r // e**r - 1; (y+2)·y is the same for twice the exponent
	y *= y + 2
	y *= y + 2
	y *= y + 2
	y = FMA(y+2, y, 1)
	exp := int(k) + bias
	switch {
	case exp >= exponentBits:
		return Inf(1)
	case exp > 0:
		return y * Float64frombits(uint64(exp)<<fractionBits)
	case exp < -52:
		return 0
	}
	return y * Float64frombits(uint64(exp+bias-1)<<fractionBits) * 0x1p-1022
}

// ln 2 in two parts: the first has zeros at its end, so that small multiples are exact.
const (
	ln2High = 6.93147180369123816490e-01
	ln2Low  = 1.90821492927058770002e-10
)

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	switch {
	case IsNaN(x) || IsInf(x, 1):
		return x
	case x > 1.0239999999999999e+03:
		return Inf(1)
	case x < -1.0740e+03:
		return 0
	}
	k := int(x + Copysign(0.5, x))
	if x == 0 {
		k = 0
	}
	t := x - float64(k)
	high, low := t*ln2High, -t*ln2Low
	r := high - low
	s := r * r
	c := r - s*horner(s, exp2P[:])
	y := 1 - ((low - (r*c)/(2-c)) - high)
	return Ldexp(y, k)
}

var exp2P = [...]float64{
	4.13813679705723846039e-08, -1.65339022054652515390e-06, 6.61375632143793436117e-05,
	-2.77777777770155933842e-03, 1.66666666666666657415e-01,
}

var expm1Q = [...]float64{
	-2.01099218183624371326e-07, 4.00821782732936239552e-06, -7.93650757867487942473e-05,
	1.58730158725481460165e-03, -3.33333333333331316428e-02, 1,
}

// Expm1 is e**x - 1, exact to the last bits for small x too.
func Expm1(x float64) float64 {
	const halfLn2 = 3.46573590279972654709e-01
	switch {
	case IsInf(x, 1) || IsNaN(x):
		return x
	case IsInf(x, -1):
		return -1
	}
	size := Abs(x)
	switch {
	case size >= 3.88162421113569373274e+01 && x < 0: // 56·ln 2
		return -1
	case x >= 7.09782712893383973096e+02:
		return Inf(1)
	case size < 0x1p-54:
		return x
	}
	// x = k·ln 2 + (x + c), c what rounding lost
	k, c := 0, 0.0
	if size > halfLn2 {
		var high, low float64
		if size < 1.03972077083991796413e+00 { // 3/2·ln 2
			k = 1
			if x < 0 {
				k = -1
			}
		} else {
			k = int(1.44269504088896338700e+00*x + Copysign(0.5, x))
		}
		high = x - float64(k)*ln2High
		low = float64(k) * ln2Low
		x = high - low
		c = (high - x) - low
	}
	half := 0.5 * x
	square := x * half
	r := horner(square, expm1Q[:])
	t := 3 - r*half
	e := square * ((r - t) / (6.0 - x*t))
	if k == 0 {
		return x - (x*e - square)
	}
	e = x*(e-c) - c
	e -= square
	scaled := func(y float64) float64 { return Float64frombits(Float64bits(y) + uint64(k)<<fractionBits) }
	switch {
	case k == -1:
		return 0.5*(x-e) - 0.5
	case k == 1:
		if x < -0.25 {
			return -2 * (e - (x + 0.5))
		}
		return 1 + 2*(x-e)
	case k <= -2 || k > 56:
		return scaled(1-(e-x)) - 1
	case k < 20:
		t := Float64frombits(bias<<fractionBits - 1<<(fractionBits+1)>>uint(k)) // 1 - 2**-k
		return scaled(t - (e - x))
	}
	t = Float64frombits(uint64(bias-k) << fractionBits) // 2**-k
	y := x - (e + t)
	y++
	return scaled(y)
}

// Pow is x**y: the fraction of y by Exp and Log, the integer by squaring.
func Pow(x, y float64) float64 {
	switch {
	case y == 0 || x == 1:
		return 1
	case y == 1:
		return x
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == 0:
		result := 0.0
		if y < 0 {
			result = Inf(1)
		}
		if isOdd(y) {
			result = Copysign(result, x)
		}
		return result
	case IsInf(y, 0):
		return toInfinity(x, y)
	case IsInf(x, -1):
		return Pow(1/x, -y)
	case IsInf(x, 1):
		if y < 0 {
			return 0
		}
		return x
	case y == 0.5:
		return Sqrt(x)
	case y == -0.5:
		return 1 / Sqrt(x)
	}
	whole, part := Modf(Abs(y))
	if part != 0 && x < 0 {
		return NaN()
	}
	if whole >= 1<<63 {
		return toInfinity(x, y)
	}
	result, exp := 1.0, 0 // result × 2**exp
	if part != 0 {
		if part > 0.5 {
			part--
			whole++
		}
		result = Exp(part * Log(x))
	}
	square, squareExp := Frexp(x)
	for i := int64(whole); i != 0; i >>= 1 {
		if squareExp < -1<<12 || 1<<12 < squareExp { // over- or underflow, whatever follows
			exp += squareExp
			break
		}
		if i&1 == 1 {
			result *= square
			exp += squareExp
		}
		square *= square
		squareExp <<= 1
		if square < .5 {
			square += square
			squareExp--
		}
	}
	if y < 0 {
		result = 1 / result
		exp = -exp
	}
	return Ldexp(result, exp)
}

// toInfinity is the limit of x**y for |y| without bound.
func toInfinity(x, y float64) float64 {
	switch {
	case x == -1:
		return 1
	case (Abs(x) < 1) == (y > 0):
		return 0
	}
	return Inf(1)
}

func isOdd(y float64) bool {
	if Abs(y) >= 1<<53 {
		return false
	}
	whole, part := Modf(y)
	return part == 0 && int64(whole)&1 == 1
}

var (
	tens = [...]float64{
		1e00, 1e01, 1e02, 1e03, 1e04, 1e05, 1e06, 1e07, 1e08, 1e09, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
		1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22, 1e23, 1e24, 1e25, 1e26, 1e27, 1e28, 1e29, 1e30, 1e31,
	}
	tens32   = [...]float64{1e00, 1e32, 1e64, 1e96, 1e128, 1e160, 1e192, 1e224, 1e256, 1e288}
	tenths32 = [...]float64{1e00, 1e-32, 1e-64, 1e-96, 1e-128, 1e-160, 1e-192, 1e-224, 1e-256, 1e-288, 1e-320}
)

// Pow10 is 10**n.
func Pow10(n int) float64 {
	switch {
	case n > 308:
		return Inf(1)
	case n >= 0:
		return tens32[n/32] * tens[n%32]
	case n >= -323:
		return tenths32[-n/32] / tens[-n%32]
	}
	return 0
}
