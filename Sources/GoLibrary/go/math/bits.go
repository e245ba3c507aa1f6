package math

// How a float64 is made: a sign bit, 11 bits of exponent with bias, 52 of fraction.
const (
	signBit      = 1 << 63
	exponentBits = 0x7FF
	fractionBits = 52
	fraction     = 1<<fractionBits - 1
	bias         = 1023
	infinity     = exponentBits << fractionBits
)

// Float64bits is the representation of f, Float64frombits the number that b represents.

func Float64bits(f float64) uint64
func Float64frombits(b uint64) float64
func Float32bits(f float32) uint32
func Float32frombits(b uint32) float32

// Sqrt is the square root, correctly rounded; NaN for negative x.
func Sqrt(x float64) float64

// Floor is the greatest integer not above x.
func Floor(x float64) float64

// Ceil is the least integer not below x.
func Ceil(x float64) float64

// Trunc is x without its fraction.
func Trunc(x float64) float64

// Abs is x without its sign.
func Abs(x float64) float64

// FMA is x*y + z, rounded once.
func FMA(x, y, z float64) float64

// Inf is an infinity, positive if sign >= 0.
func Inf(sign int) float64 {
	if sign >= 0 {
		return Float64frombits(infinity)
	}
	return Float64frombits(signBit | infinity)
}

// NaN is "not a number".
func NaN() float64 { return Float64frombits(infinity | 1<<51 | 1) }

// IsNaN reports whether f is not a number.
func IsNaN(f float64) (is bool) { return f != f }

// IsInf reports whether f is an infinity: the positive one if sign > 0, the
// negative one if sign < 0, either if sign is 0.
func IsInf(f float64, sign int) bool {
	return sign >= 0 && f > MaxFloat64 || sign <= 0 && f < -MaxFloat64
}

// Signbit reports whether x is negative or negative zero.
func Signbit(x float64) bool { return Float64bits(x)&signBit != 0 }

// Copysign is f with the sign of sign.
func Copysign(f, sign float64) float64 {
	return Float64frombits(Float64bits(f)&^signBit | Float64bits(sign)&signBit)
}

// exponentOf is the exponent field, without bias.
func exponentOf(x float64) int { return int(Float64bits(x)>>fractionBits&exponentBits) - bias }

// isFinite reports whether x is a number and no infinity.
func isFinite(x float64) bool { return x-x == 0 }

// normal scales a subnormal x up and tells by how many powers of two.
func normal(x float64) (y float64, exp int) {
	if Abs(x) < 0x1p-1022 {
		return x * (1 << 52), -52
	}
	return x, 0
}

// Frexp splits f into a fraction in [½, 1) and a power of two.
func Frexp(f float64) (frac float64, exp int) {
	if f == 0 || !isFinite(f) {
		return f, 0
	}
	f, exp = normal(f)
	exp += exponentOf(f) + 1
	return Float64frombits(Float64bits(f)&^uint64(infinity) | (bias-1)<<fractionBits), exp
}

// Ldexp is frac × 2**exp.
func Ldexp(frac float64, exp int) float64 {
	if frac == 0 || !isFinite(frac) {
		return frac
	}
	frac, shift := normal(frac)
	exp += shift + exponentOf(frac)
	switch {
	case exp < -1075:
		return Copysign(0, frac)
	case exp > 1023:
		return Copysign(Inf(1), frac)
	}
	scale := 1.0
	if exp < -1022 { // subnormal: one last multiplication rounds
		exp += 53
		scale = 0x1p-53
	}
	return scale * Float64frombits(Float64bits(frac)&^uint64(infinity)|uint64(exp+bias)<<fractionBits)
}

// Modf splits f into an integer and a fraction of the same sign.
func Modf(f float64) (int float64, frac float64) {
	if IsInf(f, 0) {
		return f, NaN()
	}
	int = Trunc(f)
	if f < 0 && int == 0 {
		int = Copysign(0, -1)
	}
	return int, Copysign(f-int, f)
}

// Logb is the binary exponent of x.
func Logb(x float64) float64 {
	switch {
	case x == 0:
		return Inf(-1)
	case IsInf(x, 0):
		return Inf(1)
	case IsNaN(x):
		return x
	}
	return float64(Ilogb(x))
}

// Ilogb is the binary exponent of x as an integer.
func Ilogb(x float64) int {
	switch {
	case x == 0:
		return MinInt32
	case !isFinite(x):
		return MaxInt32
	}
	x, exp := normal(x)
	return exponentOf(x) + exp
}

// Nextafter is the number next to x on the way to y.
func Nextafter(x, y float64) (r float64) {
	switch {
	case IsNaN(x) || IsNaN(y):
		return NaN()
	case x == y:
		return x
	case x == 0:
		return Copysign(SmallestNonzeroFloat64, y)
	case (y > x) == (x > 0):
		return Float64frombits(Float64bits(x) + 1)
	}
	return Float64frombits(Float64bits(x) - 1)
}

// Nextafter32 is the float32 next to x on the way to y.
func Nextafter32(x, y float32) (r float32) {
	switch {
	case x != x || y != y:
		return float32(NaN())
	case x == y:
		return x
	case x == 0:
		return float32(Copysign(SmallestNonzeroFloat32, float64(y)))
	case (y > x) == (x > 0):
		return Float32frombits(Float32bits(x) + 1)
	}
	return Float32frombits(Float32bits(x) - 1)
}
