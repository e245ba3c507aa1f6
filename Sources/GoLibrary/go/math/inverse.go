package math

var (
	atanP = [...]float64{
		-8.750608600031904122785e-01, -1.615753718733365076637e+01, -7.500855792314704667340e+01,
		-1.228866684490136173410e+02, -6.485021904942025371773e+01,
	}
	atanQ = [...]float64{
		+2.485846490142306297962e+01, +1.650270098316988542046e+02, +4.328810604912902668951e+02,
		+4.853903996359136964868e+02, +1.945506571482613964425e+02,
	}
)

// atanSmall is the arctangent for 0 <= x <= 0.66.
func atanSmall(x float64) float64 {
	z := x * x
	z = z * horner(z, atanP[:]) / monic(z, atanQ[:])
	return x*z + x
}

// atanPositive is the arctangent for x >= 0.
func atanPositive(x float64) float64 {
	const more = 6.123233995736765886130e-17 // what π/2 as a float64 lacks
	switch {
	case x <= 0.66:
		return atanSmall(x)
	case x > 2.41421356237309504880: // tan 3π/8
		return Pi/2 - atanSmall(1/x) + more
	}
	return Pi/4 + atanSmall((x-1)/(x+1)) + 0.5*more
}

// Atan is the arctangent in radians.
func Atan(x float64) float64 {
	switch {
	case x == 0:
		return x
	case x > 0:
		return atanPositive(x)
	}
	return -atanPositive(-x)
}

// Atan2 is the angle of the point (x, y) in radians.
func Atan2(y, x float64) float64 {
	switch {
	case IsNaN(y) || IsNaN(x):
		return NaN()
	case y == 0:
		if x >= 0 && !Signbit(x) {
			return Copysign(0, y)
		}
		return Copysign(Pi, y)
	case x == 0:
		return Copysign(Pi/2, y)
	case IsInf(x, 1):
		if IsInf(y, 0) {
			return Copysign(Pi/4, y)
		}
		return Copysign(0, y)
	case IsInf(x, -1):
		if IsInf(y, 0) {
			return Copysign(3*Pi/4, y)
		}
		return Copysign(Pi, y)
	case IsInf(y, 0):
		return Copysign(Pi/2, y)
	}
	q := Atan(y / x)
	if x >= 0 {
		return q
	}
	if q <= 0 {
		return q + Pi
	}
	return q - Pi
}

// Asin is the arcsine in radians.
func Asin(x float64) float64 {
	if x == 0 {
		return x
	}
	size := Abs(x)
	if !(size <= 1) {
		return NaN()
	}
	y := Sqrt(1 - size*size)
	if size > 0.7 {
		y = Pi/2 - atanPositive(y/size)
	} else {
		y = atanPositive(size / y)
	}
	if x < 0 {
		return -y
	}
	return y
}

// Acos is the arccosine in radians.
func Acos(x float64) float64 { return Pi/2 - Asin(x) }

var (
	sinhP = [...]float64{
		-0.2630563213397497062819489e+2, -0.2894211355989563807284660366e+4,
		-0.8991272022039509355398013511e+5, -0.6307673640497716991184787251e+6,
	}
	sinhQ = [...]float64{
		-0.173678953558233699533450911e+3, 0.1521517378790019070696485176e+5, -0.6307673640497716991212077277e+6,
	}
	tanhP = [...]float64{-9.64399179425052238628e-1, -9.92877231001918586564e1, -1.61468768441708447952e3}
	tanhQ = [...]float64{1.12811678491632931402e2, 2.23548839060100448583e3, 4.84406305325125486048e3}
)

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	size := x
	if x < 0 {
		size = -x
	}
	y := 0.0
	switch {
	case size > 21:
		y = Exp(size) * 0.5
	case size > 0.5:
		e := Exp(size)
		y = (e - 1/e) * 0.5
	default:
		square := size * size
		y = horner(square, sinhP[:]) * size / monic(square, sinhQ[:])
	}
	if x < 0 {
		return -y
	}
	return y
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	x = Abs(x)
	if x > 21 {
		return Exp(x) * 0.5
	}
	e := Exp(x)
	return (e + 1/e) * 0.5
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	size := Abs(x)
	switch {
	case size > 0.5*8.8029691931113054295988e+01: // log 2**127
		return Copysign(1, x)
	case size >= 0.625:
		y := 1 - 2/(Exp(2*size)+1)
		if x < 0 {
			return -y
		}
		return y
	case x == 0:
		return x
	}
	square := x * x
	return x + x*square*horner(square, tanhP[:])/monic(square, tanhQ[:])
}

// Asinh is the inverse of Sinh.
func Asinh(x float64) float64 {
	if !isFinite(x) {
		return x
	}
	size := Abs(x)
	if x == 0 {
		size = x
	}
	y := size
	switch {
	case size > 1<<28:
		y = Log(size) + Ln2
	case size > 2:
		y = Log(2*size + 1/(Sqrt(size*size+1)+size))
	case size >= 0x1p-28:
		y = Log1p(size + size*size/(1+Sqrt(1+size*size)))
	}
	if x < 0 {
		return -y
	}
	return y
}

// Acosh is the inverse of Cosh.
func Acosh(x float64) float64 {
	switch {
	case x < 1 || IsNaN(x):
		return NaN()
	case x == 1:
		return 0
	case x >= 1<<28:
		return Log(x) + Ln2
	case x > 2:
		return Log(2*x - 1/(x+Sqrt(x*x-1)))
	}
	t := x - 1
	return Log1p(t + Sqrt(2*t+t*t))
}

// Atanh is the inverse of Tanh.
func Atanh(x float64) float64 {
	size := Abs(x)
	switch {
	case !(size <= 1):
		return NaN()
	case size == 1:
		return Copysign(Inf(1), x)
	case size < 0x1p-28:
		return x
	}
	y := 0.0
	if size < 0.5 {
		y = size + size
		y = 0.5 * Log1p(y+y*size/(1-size))
	} else {
		y = 0.5 * Log1p((size+size)/(1-size))
	}
	if x < 0 {
		return -y
	}
	return y
}
