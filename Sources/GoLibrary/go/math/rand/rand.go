// Package rand makes numbers that look random. Those of a Source with a seed
// are the same as Go's; those of the functions without one depend on the run's seed.
package rand

import (
	"internal/rt"
	"internal/variates"
	"sync"
)

// A Source makes numbers from [0, 1<<63).
type Source interface {
	Int63() int64
	Seed(seed int64)
}

// A Source64 makes numbers from [0, 1<<64) too.
type Source64 interface {
	Source
	Uint64() uint64
}

// A Rand makes numbers of many kinds from a Source.
type Rand struct {
	src     Source
	src64   Source64 // src if that is one
	held    int64    // bytes that Read has not used yet
	holding int
}

// New makes numbers from src.
func New(src Source) *Rand {
	src64, _ := src.(Source64)
	return &Rand{src: src, src64: src64}
}

// Seed starts the sequence of the given seed.
func (r *Rand) Seed(seed int64) {
	r.src.Seed(seed)
	r.holding = 0
}

func (r *Rand) Int63() int64   { return r.src.Int63() }
func (r *Rand) Uint32() uint32 { return uint32(r.Int63() >> 31) }
func (r *Rand) Int31() int32   { return int32(r.Int63() >> 32) }
func (r *Rand) Int() int       { return int(uint(r.Int63()) << 1 >> 1) }

func (r *Rand) Uint64() uint64 {
	if r.src64 != nil {
		return r.src64.Uint64()
	}
	return uint64(r.Int63())>>31 | uint64(r.Int63())<<32
}

// Int63n is a number from [0, n).
func (r *Rand) Int63n(n int64) int64 {
	if n <= 0 {
		panic("invalid argument to Int63n")
	}
	if n&(n-1) == 0 {
		return r.Int63() & (n - 1)
	}
	most := int64(1<<63 - 1 - (1<<63)%uint64(n)) // beyond, the last round of n would be cut off
	v := r.Int63()
	for v > most {
		v = r.Int63()
	}
	return v % n
}

// Int31n is a number from [0, n).
func (r *Rand) Int31n(n int32) int32 {
	if n <= 0 {
		panic("invalid argument to Int31n")
	}
	if n&(n-1) == 0 {
		return r.Int31() & (n - 1)
	}
	most := int32(1<<31 - 1 - (1<<31)%uint32(n))
	v := r.Int31()
	for v > most {
		v = r.Int31()
	}
	return v % n
}

// quick is Int31n with a multiplication in place of most divisions (Lemire 2019).
func (r *Rand) quick(n int32) int32 {
	product := uint64(r.Uint32()) * uint64(n)
	if low := uint32(product); low < uint32(n) {
		for threshold := uint32(-n) % uint32(n); low < threshold; low = uint32(product) {
			product = uint64(r.Uint32()) * uint64(n)
		}
	}
	return int32(product >> 32)
}

// Intn is a number from [0, n).
func (r *Rand) Intn(n int) int {
	if n <= 0 {
		panic("invalid argument to Intn")
	}
	if n <= 1<<31-1 {
		return int(r.Int31n(int32(n)))
	}
	return int(r.Int63n(int64(n)))
}

// Float64 is a number from [0, 1).
func (r *Rand) Float64() float64 {
	for {
		if f := float64(r.Int63()) / (1 << 63); f != 1 {
			return f
		}
	}
}

// Float32 is a number from [0, 1).
func (r *Rand) Float32() float32 {
	for {
		if f := float32(r.Float64()); f != 1 {
			return f
		}
	}
}

// NormFloat64 is a number with the standard normal distribution.
func (r *Rand) NormFloat64() float64 {
	for {
		j := int32(r.Uint32())
		if x, ok := variates.Normal(r, j, int(j&0x7F)); ok {
			return x
		}
	}
}

// ExpFloat64 is a number with the exponential distribution of rate 1.
func (r *Rand) ExpFloat64() float64 {
	for {
		j := r.Uint32()
		if x, ok := variates.Exponential(r, j, int(j&0xFF)); ok {
			return x
		}
	}
}

// Perm is a permutation of [0, n).
func (r *Rand) Perm(n int) []int {
	m := make([]int, n)
	for i := 0; i < n; i++ {
		j := r.Intn(i + 1)
		m[i] = m[j]
		m[j] = i
	}
	return m
}

// Shuffle puts n elements, which swap exchanges, in a random order.
func (r *Rand) Shuffle(n int, swap func(i, j int)) {
	if n < 0 {
		panic("invalid argument to Shuffle")
	}
	for i := n - 1; i > 0; i-- {
		if i > 1<<31-2 {
			swap(i, int(r.Int63n(int64(i+1))))
		} else {
			swap(i, int(r.quick(int32(i+1))))
		}
	}
}

// Read fills p; err is always nil.
func (r *Rand) Read(p []byte) (n int, err error) {
	for i := range p {
		if r.holding == 0 {
			r.held, r.holding = r.src.Int63(), 7
		}
		p[i] = byte(r.held)
		r.held >>= 8
		r.holding--
	}
	return len(p), nil
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

func (machine) Int63() int64   { return int64(rt.Random() >> 1) }
func (machine) Uint64() uint64 { return rt.Random() }
func (machine) Seed(int64)     {}

// locked is a source that goroutines can share.
type locked struct {
	m sync.Mutex
	s additive
}

func (l *locked) Int63() int64 { return int64(l.Uint64() & (1<<63 - 1)) }

func (l *locked) Uint64() uint64 {
	l.m.Lock()
	u := l.s.Uint64()
	l.m.Unlock()
	return u
}

func (l *locked) Seed(seed int64) {
	l.m.Lock()
	l.s.Seed(seed)
	l.m.Unlock()
}

var shared = New(machine{})

// Seed starts the sequence of the given seed for the functions below.
//
// Deprecated: without it they are seeded at random.
func Seed(seed int64) {
	if _, ok := shared.src.(*locked); !ok {
		shared = New(new(locked))
	}
	shared.Seed(seed)
}

// These are the methods of a Rand that all share.

func Int63() int64                       { return shared.Int63() }
func Uint32() uint32                     { return shared.Uint32() }
func Uint64() uint64                     { return shared.Uint64() }
func Int31() int32                       { return shared.Int31() }
func Int() int                           { return shared.Int() }
func Int63n(n int64) int64               { return shared.Int63n(n) }
func Int31n(n int32) int32               { return shared.Int31n(n) }
func Intn(n int) int                     { return shared.Intn(n) }
func Float64() float64                   { return shared.Float64() }
func Float32() float32                   { return shared.Float32() }
func Perm(n int) []int                   { return shared.Perm(n) }
func Shuffle(n int, swap func(i, j int)) { shared.Shuffle(n, swap) }
func Read(p []byte) (n int, err error)   { return shared.Read(p) }
func NormFloat64() float64               { return shared.NormFloat64() }
func ExpFloat64() float64                { return shared.ExpFloat64() }
