// Package rand makes numbers that look random. Those of a Source with a seed
// are the same as Go's; those of the functions without one depend on the run's seed.
package rand

import (
	"internal/rt"
	"internal/variates"
	"math/bits"
)

// A Source makes numbers from [0, 1<<64).
type Source interface {
	Uint64() uint64
}

// A Rand makes numbers of many kinds from a Source.
type Rand struct {
	src Source
}

// New makes numbers from src.
func New(src Source) *Rand { return &Rand{src: src} }

func (r *Rand) Int64() int64   { return int64(r.src.Uint64() &^ (1 << 63)) }
func (r *Rand) Uint32() uint32 { return uint32(r.src.Uint64() >> 32) }
func (r *Rand) Uint64() uint64 { return r.src.Uint64() }
func (r *Rand) Int32() int32   { return int32(r.src.Uint64() >> 33) }
func (r *Rand) Int() int       { return int(uint(r.src.Uint64()) << 1 >> 1) }
func (r *Rand) Uint() uint     { return uint(r.src.Uint64()) }

const narrow = ^uint(0)>>32 == 0

// below is a number from [0, n): the high word of a product, unless the low
// word shows that it is one that would come up too often (Lemire 2019).
func (r *Rand) below(n uint64) uint64 {
	if n&(n-1) == 0 {
		return r.src.Uint64() & (n - 1)
	}
	if narrow && uint64(uint32(n)) == n {
		return r.below32(uint32(n))
	}
	high, low := bits.Mul64(r.src.Uint64(), n)
	if low < n {
		for threshold := -n % n; low < threshold; {
			high, low = bits.Mul64(r.src.Uint64(), n)
		}
	}
	return high
}

// below32 is below in 32-bit steps, with the same result.
func (r *Rand) below32(n uint32) uint64 {
	for {
		x := r.src.Uint64()
		middle, low := bits.Mul32(uint32(x), n)
		high, more := bits.Mul32(uint32(x>>32), n)
		sum, carry := bits.Add32(middle, more, 0)
		if sum != 0 || low >= n || uint64(low) >= -uint64(n)%uint64(n) {
			return uint64(high + carry)
		}
	}
}

// Int64N and its like are numbers from [0, n).

func (r *Rand) Int64N(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int64N")
	}
	return int64(r.below(uint64(n)))
}

func (r *Rand) Uint64N(n uint64) uint64 {
	if n == 0 {
		panic("invalid argument to Uint64N")
	}
	return r.below(n)
}

func (r *Rand) Int32N(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int32N")
	}
	return int32(r.below(uint64(n)))
}

func (r *Rand) Uint32N(n uint32) uint32 {
	if n == 0 {
		panic("invalid argument to Uint32N")
	}
	return uint32(r.below(uint64(n)))
}

func (r *Rand) IntN(n int) int {
	if n <= 0 {
		panic("invalid argument to IntN")
	}
	return int(r.below(uint64(n)))
}

func (r *Rand) UintN(n uint) uint {
	if n == 0 {
		panic("invalid argument to UintN")
	}
	return uint(r.below(uint64(n)))
}

// Float64 is a number from [0, 1).
func (r *Rand) Float64() float64 { return float64(r.src.Uint64()<<11>>11) / (1 << 53) }

// Float32 is a number from [0, 1).
func (r *Rand) Float32() float32 { return float32(r.Uint32()<<8>>8) / (1 << 24) }

// NormFloat64 is a number with the standard normal distribution.
func (r *Rand) NormFloat64() float64 {
	for {
		u := r.src.Uint64()
		if x, ok := variates.Normal(r, int32(u), int(u>>32&0x7F)); ok {
			return x
		}
	}
}

// ExpFloat64 is a number with the exponential distribution of rate 1.
func (r *Rand) ExpFloat64() float64 {
	for {
		u := r.src.Uint64()
		if x, ok := variates.Exponential(r, uint32(u), int(u>>32&0xFF)); ok {
			return x
		}
	}
}

// Perm is a permutation of [0, n).
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	r.Shuffle(n, func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}

// Shuffle puts n elements, which swap exchanges, in a random order.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		swap(i, int(r.below(uint64(i+1))))
	}
}

// A Zipf makes numbers with Zipf's distribution.
type Zipf struct {
	z *variates.Zipf
}

// NewZipf makes k from [0, imax] with probability proportional to (v+k)**-s;
// it is nil unless s > 1 and v >= 1.
func NewZipf(r *Rand, s float64, v float64, imax uint64) *Zipf {
	if z := variates.NewZipf(r, s, v, imax); z != nil {
		return &Zipf{z}
	}
	return nil
}

// Uint64 is the next number.
func (z *Zipf) Uint64() uint64 {
	if z == nil {
		panic("rand: nil Zipf")
	}
	return z.z.Next()
}

// machine is the run's own source.
type machine struct{}

func (machine) Uint64() uint64 { return rt.Random() }

var shared = &Rand{machine{}}

type integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// N is a number from [0, n), for any integer type.
func N[Int integer](n Int) Int {
	if n <= 0 {
		panic("invalid argument to N")
	}
	return Int(shared.below(uint64(n)))
}

// These are the methods of a Rand that all share.

func Int64() int64                       { return shared.Int64() }
func Uint32() uint32                     { return shared.Uint32() }
func Uint64() uint64                     { return shared.Uint64() }
func Int32() int32                       { return shared.Int32() }
func Int() int                           { return shared.Int() }
func Uint() uint                         { return shared.Uint() }
func Int64N(n int64) int64               { return shared.Int64N(n) }
func Uint64N(n uint64) uint64            { return shared.Uint64N(n) }
func Int32N(n int32) int32               { return shared.Int32N(n) }
func Uint32N(n uint32) uint32            { return shared.Uint32N(n) }
func IntN(n int) int                     { return shared.IntN(n) }
func UintN(n uint) uint                  { return shared.UintN(n) }
func Float64() float64                   { return shared.Float64() }
func Float32() float32                   { return shared.Float32() }
func Perm(n int) []int                   { return shared.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { shared.Shuffle(n, swap) }
func NormFloat64() float64               { return shared.NormFloat64() }
func ExpFloat64() float64                { return shared.ExpFloat64() }
