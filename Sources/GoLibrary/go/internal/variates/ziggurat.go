// Package variates draws numbers from other distributions than the uniform
// one, for math/rand and math/rand/v2: normal and exponential by the ziggurat
// method (Marsaglia and Tsang 2000), and Zipf's.
package variates

import "math"

// A Uniform gives numbers from [0, 1).
type Uniform interface {
	Float64() float64
}

const (
	normalEdge      = 3.442619855899 // where the tails begin
	exponentialEdge = 7.69711747013104972
)

// A layer of a ziggurat: below bound, scale times the random bits is accepted
// at once; top is the density at the layer's edge.
type layer struct {
	bound uint32
	scale float32
	top   float32
}

var (
	normal      [128]layer
	exponential [256]layer
	built       bool
)

// build fills the tables when a program first asks for them.
func build() {
	built = true
	const area, bits = 9.91256303526217e-3, 1 << 31
	density := func(x float64) float64 { return math.Exp(-.5 * x * x) }
	x := float64(normalEdge)
	base := area / density(x)
	normal[0] = layer{uint32(x / base * bits), float32(base / bits), 1}
	normal[127].scale, normal[127].top = float32(x/bits), float32(density(x))
	for i := 126; i >= 1; i-- {
		below := x
		x = math.Sqrt(-2 * math.Log(area/x+density(x)))
		normal[i+1].bound = uint32(x / below * bits)
		normal[i].scale, normal[i].top = float32(x/bits), float32(density(x))
	}
	const area2, bits2 = 3.949659822581572e-3, 1 << 32
	x = exponentialEdge
	base = area2 / math.Exp(-x)
	exponential[0] = layer{uint32(x / base * bits2), float32(base / bits2), 1}
	exponential[255].scale, exponential[255].top = float32(x/bits2), float32(math.Exp(-x))
	for i := 254; i >= 1; i-- {
		below := x
		x = -math.Log(area2/x + math.Exp(-x))
		exponential[i+1].bound = uint32(x / below * bits2)
		exponential[i].scale, exponential[i].top = float32(x/bits2), float32(math.Exp(-x))
	}
}

// Normal tries once: j are random bits, i below 128 a random layer.
func Normal(r Uniform, j int32, i int) (x float64, ok bool) {
	if !built {
		build()
	}
	l := &normal[i]
	x = float64(j) * float64(l.scale)
	size := uint32(j)
	if j < 0 {
		size = -size
	}
	if size < l.bound {
		return x, true
	}
	if i == 0 {
		for {
			x = -math.Log(r.Float64()) * (1.0 / normalEdge)
			y := -math.Log(r.Float64())
			if y+y >= x*x {
				break
			}
		}
		if j > 0 {
			return normalEdge + x, true
		}
		return -normalEdge - x, true
	}
	return x, l.top+float32(r.Float64())*(normal[i-1].top-l.top) < float32(math.Exp(-.5*x*x))
}

// Exponential tries once: j are random bits, i below 256 a random layer.
func Exponential(r Uniform, j uint32, i int) (x float64, ok bool) {
	if !built {
		build()
	}
	l := &exponential[i]
	x = float64(j) * float64(l.scale)
	if j < l.bound {
		return x, true
	}
	if i == 0 {
		return exponentialEdge - math.Log(r.Float64()), true
	}
	return x, l.top+float32(r.Float64())*(exponential[i-1].top-l.top) < float32(math.Exp(-x))
}

// A Zipf draws k from [0, most] with probability proportional to (v+k)**-s, by
// rejection-inversion (Hörmann and Derflinger 1996).
type Zipf struct {
	r           Uniform
	v, s        float64
	power, root float64 // 1-s, 1/(1-s)
	low, span   float64 // of the integral of the hat
	squeeze     float64
}

// NewZipf is nil unless s > 1 and v >= 1.
func NewZipf(r Uniform, s, v float64, most uint64) *Zipf {
	if s <= 1.0 || v < 1 {
		return nil
	}
	z := &Zipf{r: r, v: v, s: s, power: 1.0 - s, root: 1.0 / (1.0 - s)}
	z.low = z.integral(float64(most) + 0.5)
	z.span = z.integral(0.5) - math.Exp(math.Log(v)*(-s)) - z.low
	z.squeeze = 1 - z.inverse(z.integral(1.5)-math.Exp(-s*math.Log(v+1.0)))
	return z
}

func (z *Zipf) integral(x float64) float64 { return math.Exp(z.power*math.Log(z.v+x)) * z.root }

func (z *Zipf) inverse(y float64) float64 { return math.Exp(z.root*math.Log(z.power*y)) - z.v }

// Next draws a number.
func (z *Zipf) Next() uint64 {
	for {
		u := z.low + z.r.Float64()*z.span
		x := z.inverse(u)
		k := math.Floor(x + 0.5)
		if k-x <= z.squeeze || u >= z.integral(k+0.5)-math.Exp(-math.Log(k+z.v)*z.s) {
			return uint64(k)
		}
	}
}
