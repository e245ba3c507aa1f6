package math

// Max is the greater of x and y.
func Max(x, y float64) float64 {
	switch {
	case IsInf(x, 1) || IsInf(y, 1):
		return Inf(1)
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == 0 && y == 0:
		if Signbit(x) {
			return y
		}
		return x
	case x > y:
		return x
	}
	return y
}

// Min is the lesser of x and y.
func Min(x, y float64) float64 {
	switch {
	case IsInf(x, -1) || IsInf(y, -1):
		return Inf(-1)
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == 0 && y == 0:
		if Signbit(x) {
			return x
		}
		return y
	case x < y:
		return x
	}
	return y
}

// Dim is x-y where that is positive and otherwise 0.
func Dim(x, y float64) float64 {
	if d := x - y; d > 0 || d != d {
		return d
	}
	return 0
}

// Round is the nearest integer, halves away from zero.
func Round(x float64) float64 {
	t := Trunc(x)
	if Abs(x-t) >= 0.5 {
		return t + Copysign(1, x)
	}
	return t
}

// RoundToEven is the nearest integer, halves to the even one.
func RoundToEven(x float64) float64 {
	t := Trunc(x)
	off := Abs(x - t)
	if off > 0.5 || off == 0.5 && Trunc(t/2) != t/2 {
		return t + Copysign(1, x)
	}
	return t
}

// Mod is the remainder of x/y with the sign of x.
func Mod(x, y float64) float64 {
	if y == 0 || !isFinite(x) || IsNaN(y) {
		return NaN()
	}
	y = Abs(y)
	top, scale := Frexp(y)
	r := x
	if x < 0 {
		r = -x
	}
	for r >= y { // subtract the largest y × 2**n that fits: every step is exact
		f, exp := Frexp(r)
		if f < top {
			exp--
		}
		r -= Ldexp(y, exp-scale)
	}
	if x < 0 {
		return -r
	}
	return r
}

// Remainder is x minus the multiple of y that is nearest.
func Remainder(x, y float64) float64 {
	switch {
	case !isFinite(x) || IsNaN(y) || y == 0:
		return NaN()
	case IsInf(y, 0):
		return x
	}
	if Abs(x) == Abs(y) {
		return Copysign(0, x)
	}
	negative := x < 0
	if negative {
		x = -x
	}
	y = Abs(y)
	if y <= MaxFloat64/2 {
		x = Mod(x, y+y)
	}
	if y < 0x1p-1021 { // half of y may not be exact
		if x+x > y {
			x -= y
			if x+x >= y {
				x -= y
			}
		}
	} else if half := 0.5 * y; x > half {
		x -= y
		if x >= half {
			x -= y
		}
	}
	if negative {
		x = -x
	}
	return x
}

// Hypot is the square root of p*p + q*q, without overflow on the way.
func Hypot(p, q float64) float64 {
	p, q = Abs(p), Abs(q)
	switch {
	case IsInf(p, 1) || IsInf(q, 1):
		return Inf(1)
	case IsNaN(p) || IsNaN(q):
		return NaN()
	}
	if p < q {
		p, q = q, p
	}
	if p == 0 {
		return 0
	}
	q /= p
	return p * Sqrt(1+q*q)
}

// Cbrt is the cube root: an estimate by dividing the exponent by three, one
// step to 23 bits, rounded to 20, and one step of Newton's to all.
func Cbrt(x float64) float64 {
	if x == 0 || !isFinite(x) {
		return x
	}
	negative := x < 0
	x = Abs(x)
	t := Float64frombits(Float64bits(x)/3 + 715094163<<32)
	if x < 0x1p-1022 {
		t = Float64frombits(Float64bits(0x1p54*x)/3 + 696219795<<32)
	}
	r := t * t / x
	s := 5.42857142857142815906e-01 + r*t
	t *= 3.57142857142857150787e-01 + 1.60714285714285720630e+00/(s+1.41428571428571436819e+00+-7.05306122448979611050e-01/s)
	t = Float64frombits(Float64bits(t)&(0xFFFFFFFFC<<28) + 1<<30)
	s = t * t
	r = x / s
	w := t + t
	r = (r - t) / (w + r)
	t += t * r
	if negative {
		return -t
	}
	return t
}

// horner is the polynomial with these coefficients, the highest power's first, at x.
func horner(x float64, coefficients []float64) float64 {
	y := coefficients[0]
	for _, c := range coefficients[1:] {
		y = y*x + c
	}
	return y
}

// monic is horner for a polynomial whose highest power has the coefficient 1, left out.
func monic(x float64, coefficients []float64) float64 {
	y := x + coefficients[0]
	for _, c := range coefficients[1:] {
		y = y*x + c
	}
	return y
}
