package math

var (
	gammaP = [...]float64{
		1.60119522476751861407e-04, 1.19135147006586384913e-03, 1.04213797561761569935e-02,
		4.76367800457137231464e-02, 2.07448227648435975150e-01, 4.94214826801497100753e-01,
		9.99999999999999996796e-01,
	}
	gammaQ = [...]float64{
		-2.31581873324120129819e-05, 5.39605580493303397842e-04, -4.45641913851797240494e-03,
		1.18139785222060435552e-02, 3.58236398605498653373e-02, -2.34591795718243348568e-01,
		7.14304917030273074085e-02, 1.00000000000000000320e+00,
	}
	gammaS = [...]float64{
		7.87311395793093628397e-04, -2.29549961613378126380e-04, -2.68132617805781232825e-03,
		3.47222221605458667310e-03, 8.33333333333482257126e-02,
	}
)

var (
	lgammaEven = [...]float64{
		2.52144565451257326939e-05, 2.20862790713908385557e-04, 1.19270763183362067845e-03,
		7.38555086081402883957e-03, 6.73523010531292681824e-02, 7.72156649015328655494e-02,
	}
	lgammaOdd = [...]float64{
		4.48640949618915160150e-05, 1.08011567247583939954e-04, 5.10069792153511336608e-04,
		2.89051383673415629091e-03, 2.05808084325167332806e-02, 3.22467033424113591611e-01,
	}
	lgammaT0 = [...]float64{
		3.15632070903625950361e-04, -1.40346469989232843813e-03, 6.10053870246291332635e-03,
		-3.27885410759859649565e-02, 4.83836122723810047042e-01,
	}
	lgammaT1 = [...]float64{
		-3.12754168375120860518e-04, 8.81081882437654011382e-04, -3.68452016781138256760e-03,
		1.79706750811820387126e-02, -1.47587722994593911752e-01,
	}
	lgammaT2 = [...]float64{
		3.35529192635519073543e-04, -5.38595305356740546715e-04, 2.25964780900612472250e-03,
		-1.03142241298341437450e-02, 6.46249402391333854778e-02,
	}
	lgammaU = [...]float64{
		1.33810918536787660377e-02, 2.28963728064692451092e-01, 9.77717527963372745603e-01,
		1.45492250137234768737e+00, 6.32827064025093366517e-01, -7.72156649015328655494e-02,
	}
	lgammaV = [...]float64{
		3.21709242282423911810e-03, 1.04222645593369134254e-01, 7.69285150456672783825e-01,
		2.12848976379893395361e+00, 2.45597793713041134822e+00, 1,
	}
	lgammaS = [...]float64{
		3.19475326584100867617e-05, 1.84028451407337715652e-03, 2.66422703033638609560e-02,
		1.46350472652464452805e-01, 3.25778796408930981787e-01, 2.14982415960608852501e-01,
		-7.72156649015328655494e-02,
	}
	lgammaR = [...]float64{
		7.32668430744625636189e-06, 7.77942496381893596434e-04, 1.86459191715652901344e-02,
		1.71933865632803078993e-01, 7.21935547567138069525e-01, 1.39200533467621045958e+00, 1,
	}
	lgammaW = [...]float64{
		-1.63092934096575273989e-03, 8.36339918996282139126e-04, -5.95187557450339963135e-04,
		7.93650558643019558500e-04, -2.77777777728775536470e-03, 8.33333333333329678849e-02,
	}
)

// stirling is Γ(x) for large x as two factors: their product may overflow.
func stirling(x float64) (float64, float64) {
	if x > 200 {
		return Inf(1), 1
	}
	w := 1 / x
	w = 1 + w*horner(w, gammaS[:])
	first, second := Exp(x), 1.0
	if x > 143.01608 { // Pow alone would overflow
		v := Pow(x, 0.5*x-0.25)
		first, second = v, v/first
	} else {
		first = Pow(x, x-0.5) / first
	}
	return first, 2.506628274631000502417 * w * second
}

// Gamma is the Gamma function: (x-1)! for integers.
func Gamma(x float64) float64 {
	switch {
	case x < 0 && (IsInf(x, -1) || Trunc(x) == x) || IsNaN(x):
		return NaN()
	case IsInf(x, 1):
		return x
	case x == 0:
		return Copysign(Inf(1), x)
	}
	q := Abs(x)
	if q > 33 {
		first, second := stirling(q)
		if x >= 0 {
			return first * second
		}
		return reflectGamma(q, first, second)
	}
	// Bring x into [2, 3).
	z := 1.0
	for x >= 3 {
		x--
		z *= x
	}
	for x < 2 {
		if x < 1e-09 && x > -1e-09 || x >= 0 && x < 1e-09 {
			if x == 0 {
				return Inf(1)
			}
			return z / ((1 + 0.57721566490153286060651209008240243104215933593992*x) * x)
		}
		z /= x
		x++
	}
	if x == 2 {
		return z
	}
	x -= 2
	return z * horner(x, gammaP[:]) / horner(x, gammaQ[:])
}

// reflectGamma is Γ(-q) by way of Γ(q), given as two factors.
func reflectGamma(q, first, second float64) float64 {
	p := Floor(q)
	sign := 1
	if int64(p)&1 == 0 {
		sign = -1
	}
	z := q - p
	if z > 0.5 {
		p++
		z = q - p
	}
	z = q * Sin(Pi*z)
	if z == 0 {
		return Inf(sign)
	}
	z = Abs(z)
	if d := z * first * second; IsInf(d, 0) {
		z = Pi / z / first / second
	} else {
		z = Pi / d
	}
	return float64(sign) * z
}

// Lgamma is the logarithm of |Γ(x)|, and the sign of Γ(x).
func Lgamma(x float64) (lgamma float64, sign int) {
	switch {
	case !isFinite(x):
		return x, 1
	case x == 0:
		return Inf(1), 1
	}
	size := Abs(x)
	sign = 1
	if size < 0x1p-70 {
		if x < 0 {
			sign = -1
		}
		return -Log(size), sign
	}
	adjust := 0.0
	if x < 0 {
		if size >= 0x1p52 {
			return Inf(1), 1
		}
		t := sinPi(size)
		if t == 0 {
			return Inf(1), 1
		}
		adjust = Log(Pi / Abs(t*size))
		if t < 0 {
			sign = -1
		}
	}
	switch {
	case size == 1 || size == 2:
		return 0, sign
	case size < 2:
		lgamma = lgammaBelow2(size)
	case size < 8:
		i := int(size)
		y := size - float64(i)
		p := y * horner(y, lgammaS[:])
		lgamma = 0.5*y + p/horner(y, lgammaR[:])
		z := 1.0
		for k := i - 1; k >= 2; k-- {
			z *= y + float64(k)
		}
		if i > 2 {
			lgamma += Log(z)
		}
	case size < 0x1p58:
		z := 1 / size
		y := z * z
		lgamma = (size-0.5)*(Log(size)-1) + (4.18938533204672725052e-01 + z*horner(y, lgammaW[:]))
	default:
		lgamma = size * (Log(size) - 1)
	}
	if x < 0 {
		lgamma = adjust - lgamma
	}
	return lgamma, sign
}

// lgammaBelow2 is log Γ(x) for 0 < x < 2, in three parts around 0, the minimum and 1.
func lgammaBelow2(x float64) float64 {
	const least, centre = 1.461632144968362245, 1.46163214496836224576e+00
	shift, sum := 0.0, 0.0
	if x <= 0.9 {
		shift, sum = 1, -Log(x)
	}
	switch {
	case x >= least-shift+0.27:
		y := 2 - shift - x
		z := y * y
		p := y*horner(z, lgammaEven[:]) + z*horner(z, lgammaOdd[:])
		return sum + (p - 0.5*y)
	case x >= least-shift-0.27:
		y := x - (centre - shift)
		z := y * y
		w := z * y
		p := z*horner(w, lgammaT0[:]) - (-3.63867699703950536541e-18 - w*(horner(w, lgammaT1[:])+y*horner(w, lgammaT2[:])))
		return sum + (-1.21486290535849611461e-01 + p)
	}
	y := x - (1 - shift)
	return sum + (-0.5*y + y*horner(y, lgammaU[:])/horner(y, lgammaV[:]))
}

// sinPi is -sin πx for x > 0.
func sinPi(x float64) float64 {
	if x < 0.25 {
		return -Sin(Pi * x)
	}
	if Floor(x) == x {
		return 0
	}
	x = Mod(x, 2)
	y := 0.0
	switch int(x * 4) {
	case 0:
		y = Sin(Pi * x)
	case 1, 2:
		y = Cos(Pi * (0.5 - x))
	case 3, 4:
		y = Sin(Pi * (1 - x))
	case 5, 6:
		y = -Cos(Pi * (x - 1.5))
	default:
		y = Sin(Pi * (x - 2))
	}
	return -y
}
