package rand

// additive is an additive lagged Fibonacci generator: each number is the sum
// of those 607 and 273 before it.
type additive struct {
	tap, feed int
	vec       [lag]int64
}

const (
	lag      = 607
	shortLag = 273
	modulus  = 1<<31 - 1
)

// NewSource is a Source with the given seed.
func NewSource(seed int64) Source {
	s := new(additive)
	s.Seed(seed)
	return s
}

// minimal is the next number of Park and Miller's generator, x·48271 mod 2³¹-1.
func minimal(x int32) int32 { return int32(int64(x) * 48271 % modulus) }

func (s *additive) Seed(seed int64) {
	s.tap, s.feed = 0, lag-shortLag
	seed %= modulus
	if seed < 0 {
		seed += modulus
	}
	if seed == 0 {
		seed = 89482311
	}
	x := int32(seed)
	for i := 0; i < 20; i++ {
		x = minimal(x)
	}
	for i := range s.vec {
		x = minimal(x)
		u := int64(x) << 40
		x = minimal(x)
		u ^= int64(x) << 20
		x = minimal(x)
		u ^= int64(x)
		s.vec[i] = u ^ cooked(i)
	}
}

// cooked is the i-th word of a state far into the sequence.
func cooked(i int) int64 {
	u := uint64(0)
	for _, c := range []byte(cookedState[11*i : 11*i+11]) {
		u = u<<6 | uint64(c-' ')
	}
	return int64(u)
}

func (s *additive) Int63() int64 { return int64(s.Uint64() & (1<<63 - 1)) }

func (s *additive) Uint64() uint64 {
	s.tap--
	if s.tap < 0 {
		s.tap += lag
	}
	s.feed--
	if s.feed < 0 {
		s.feed += lag
	}
	x := s.vec[s.feed] + s.vec[s.tap]
	s.vec[s.feed] = x
	return uint64(x)
}
