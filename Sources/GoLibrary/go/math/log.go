package math

// Log is the natural logarithm: x = 2**k·(1+f), and with s = f/(2+f) a
// polynomial in s² for log(1+f).
func Log(x float64) float64 {
	switch {
	case IsNaN(x) || IsInf(x, 1):
		return x
	case x < 0:
		return NaN()
	case x == 0:
		return Inf(-1)
	}
	// A subnormal x is not normalised, as on amd64.
	bits := Float64bits(x)
	f := Float64frombits(bits&fraction | 0x3FE<<fractionBits)
	k := float64(int(bits>>fractionBits) - 0x3FE)
	if f <= Sqrt2/2 {
		k--
		f *= 2
	}
	f--
	s := f / (2 + f)
	square := s * s
	fourth := square * square
	odd := square * horner(fourth, logOdd[:])
	even := fourth * horner(fourth, logEven[:])
	r := odd + even
	half := 0.5 * f * f
	return k*ln2High - ((half - (s*(half+r) + k*ln2Low)) - f)
}

var (
	logOdd = [...]float64{
		1.479819860511658591e-01, 1.818357216161805012e-01, 2.857142874366239149e-01, 6.666666666666735130e-01,
	}
	logEven  = [...]float64{1.531383769920937332e-01, 2.222219843214978396e-01, 3.999999999940941908e-01}
	log1pAll = [...]float64{
		1.479819860511658591e-01, 1.531383769920937332e-01, 1.818357216161805012e-01, 2.222219843214978396e-01,
		2.857142874366239149e-01, 3.999999999940941908e-01, 6.666666666666735130e-01,
	}
)

// Log10 is the decimal logarithm.
func Log10(x float64) float64 { return Log(x) * (1 / Ln10) }

// Log2 is the binary logarithm, exact for powers of two.
func Log2(x float64) float64 {
	frac, exp := Frexp(x)
	if frac == 0.5 {
		return float64(exp - 1)
	}
	return Log(frac)*(1/Ln2) + float64(exp)
}

// Log1p is Log(1+x), exact to the last bits for small x too.
func Log1p(x float64) float64 {
	switch {
	case x < -1 || IsNaN(x):
		return NaN()
	case x == -1:
		return Inf(-1)
	case IsInf(x, 1):
		return x
	}
	size := Abs(x)
	if size < 0x1p-54 {
		return x
	}
	if size < 0x1p-29 {
		return x - x*x*0.5
	}
	// 1+x = 2**k·(1+f), with a correction c for what rounding lost
	f, k, c := x, 0, 0.0
	near := false // f is so small that few terms do
	if size >= 4.142135623730950488017e-01 || x <= -2.928932188134524755992e-01 {
		u := x
		if size < 0x1p53 {
			u = 1.0 + x
			if exponentOf(u) > 0 {
				c = 1.0 - (u - x)
			} else {
				c = x - (u - 1.0)
			}
			c /= u
		}
		k = exponentOf(u)
		frac := Float64bits(u) & fraction
		if frac < 0x0006a09e667f3bcd { // below the fraction of √2
			u = Float64frombits(frac | 0x3FF<<fractionBits)
		} else {
			k++
			u = Float64frombits(frac | 0x3FE<<fractionBits)
			frac = (1<<fractionBits - frac) >> 2
		}
		near = frac == 0
		f = u - 1.0
	}
	half := 0.5 * f * f
	n := float64(k)
	if near {
		if f == 0 {
			if k == 0 {
				return 0
			}
			c += n * ln2Low
			return n*ln2High + c
		}
		r := half * (1.0 - 0.66666666666666666*f)
		if k == 0 {
			return f - r
		}
		return n*ln2High - ((r - (n*ln2Low + c)) - f)
	}
	s := f / (2.0 + f)
	square := s * s
	r := square * horner(square, log1pAll[:])
	if k == 0 {
		return f - (half - s*(half+r))
	}
	return n*ln2High - ((half - (s*(half+r) + (n*ln2Low + c))) - f)
}
