package big

import (
	"math/bits"
	"math/rand"
)

// An Int is an integer; its zero value is 0. Operations set their receiver and return it.
type Int struct {
	neg bool
	abs nat
}

// NewInt is an Int.
func NewInt(x int64) *Int { return new(Int).SetInt64(x) }

func (z *Int) set(neg bool, abs nat) *Int {
	z.neg, z.abs = neg && len(abs) > 0, abs
	return z
}

// SetInt64 sets z to x.
func (z *Int) SetInt64(x int64) *Int {
	if x < 0 {
		return z.set(true, natOf(-uint64(x)))
	}
	return z.set(false, natOf(uint64(x)))
}

// SetUint64 sets z to x.
func (z *Int) SetUint64(x uint64) *Int { return z.set(false, natOf(x)) }

// Set sets z to x.
func (z *Int) Set(x *Int) *Int {
	if z != x {
		z.set(x.neg, append(nat(nil), x.abs...))
	}
	return z
}

// A Word is as many bits as a uint has.
type Word uint

// Bits are the words of |x|, the lowest first; they are not shared with x.
func (x *Int) Bits() []Word {
	var words []Word
	for _, d := range x.abs {
		for shift := 0; shift < 64; shift += bits.UintSize {
			words = append(words, Word(d>>shift))
		}
	}
	for len(words) > 0 && words[len(words)-1] == 0 {
		words = words[:len(words)-1]
	}
	return words
}

// SetBits sets z to words.
func (z *Int) SetBits(abs []Word) *Int {
	n := make(nat, (len(abs)*bits.UintSize+63)/64)
	for i, w := range abs {
		at := i * bits.UintSize
		n[at/64] |= uint64(w) << (at % 64)
	}
	return z.set(false, n.trim())
}

// Sign is -1, 0 or 1.
func (x *Int) Sign() int {
	switch {
	case len(x.abs) == 0:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// Abs sets z to |x|.
func (z *Int) Abs(x *Int) *Int { return z.set(false, z.Set(x).abs) }

// Neg sets z to -x.
func (z *Int) Neg(x *Int) *Int { return z.set(!x.neg, z.Set(x).abs) }

// Add sets z to x + y.
func (z *Int) Add(x, y *Int) *Int {
	if x.neg == y.neg {
		return z.set(x.neg, x.abs.add(y.abs))
	}
	if x.abs.cmp(y.abs) >= 0 {
		return z.set(x.neg, x.abs.sub(y.abs))
	}
	return z.set(y.neg, y.abs.sub(x.abs))
}

// Sub sets z to x - y.
func (z *Int) Sub(x, y *Int) *Int { return z.Add(x, &Int{!y.neg, y.abs}) }

// Mul sets z to x · y.
func (z *Int) Mul(x, y *Int) *Int { return z.set(x.neg != y.neg, x.abs.mul(y.abs)) }

// MulRange sets z to the product of the integers from a to b.
func (z *Int) MulRange(a, b int64) *Int {
	switch {
	case a > b:
		return z.SetInt64(1)
	case a <= 0 && b >= 0:
		return z.SetInt64(0)
	case b < 0:
		return z.set((b-a)%2 == 0, product(uint64(-b), uint64(-a)))
	}
	return z.set(false, product(uint64(a), uint64(b)))
}

func product(a, b uint64) nat {
	switch {
	case a == b:
		return natOf(a)
	case a+1 == b:
		return natOf(a).mul(natOf(b))
	}
	middle := a + (b-a)/2
	return product(a, middle).mul(product(middle+1, b))
}

// Binomial sets z to n over k.
func (z *Int) Binomial(n, k int64) *Int {
	if k > n {
		return z.SetInt64(0)
	}
	if k > n-k {
		k = n - k
	}
	var above, below Int
	above.MulRange(n-k+1, n)
	below.MulRange(1, k)
	return z.Quo(&above, &below)
}

// QuoRem sets z to x / y, cut off towards 0, and r to the rest.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	q, rest := x.abs.div(y.abs)
	neg, negRest := x.neg != y.neg, x.neg
	z.set(neg, q)
	r.set(negRest, append(nat(nil), rest...))
	return z, r
}

// Quo sets z to x / y, cut off towards 0.
func (z *Int) Quo(x, y *Int) *Int {
	z.QuoRem(x, y, new(Int))
	return z
}

// Rem sets z to the rest of Quo.
func (z *Int) Rem(x, y *Int) *Int {
	new(Int).QuoRem(x, y, z)
	return z
}

// DivMod sets z to the quotient and m to the rest that is not below 0.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	divisor := Int{y.neg, y.abs}
	z.QuoRem(x, y, m)
	if m.neg {
		one := NewInt(1)
		if divisor.neg {
			z.Add(z, one)
			m.Sub(m, &divisor)
		} else {
			z.Sub(z, one)
			m.Add(m, &divisor)
		}
	}
	return z, m
}

// Div sets z to the quotient of DivMod.
func (z *Int) Div(x, y *Int) *Int {
	z.DivMod(x, y, new(Int))
	return z
}

// Mod sets z to the rest of DivMod.
func (z *Int) Mod(x, y *Int) *Int {
	new(Int).DivMod(x, y, z)
	return z
}

// Cmp is -1, 0 or 1.
func (x *Int) Cmp(y *Int) int {
	switch {
	case x.neg != y.neg && x.neg:
		return -1
	case x.neg != y.neg:
		return 1
	case x.neg:
		return y.abs.cmp(x.abs)
	}
	return x.abs.cmp(y.abs)
}

// CmpAbs compares |x| and |y|.
func (x *Int) CmpAbs(y *Int) int { return x.abs.cmp(y.abs) }

// Int64 is x's lowest 64 bits.
func (x *Int) Int64() int64 {
	if x.neg {
		return -int64(x.Uint64())
	}
	return int64(x.Uint64())
}

// Uint64 is |x|'s lowest 64 bits.
func (x *Int) Uint64() uint64 {
	if len(x.abs) == 0 {
		return 0
	}
	return uint64(x.abs[0])
}

// IsInt64 reports whether x fits an int64.
func (x *Int) IsInt64() bool {
	if len(x.abs) > 1 {
		return false
	}
	return len(x.abs) == 0 || x.abs[0] < 1<<63 || x.neg && x.abs[0] == 1<<63
}

// IsUint64 reports whether x fits a uint64.
func (x *Int) IsUint64() bool { return !x.neg && len(x.abs) <= 1 }

// BitLen is the number of bits of |x|.
func (x *Int) BitLen() int { return x.abs.bitLen() }

// TrailingZeroBits is the number of zero bits at |x|'s end.
func (x *Int) TrailingZeroBits() uint { return x.abs.trailingZeros() }

// Sqrt sets z to the square root of x, cut off.
func (z *Int) Sqrt(x *Int) *Int {
	if x.neg {
		panic("square root of negative number")
	}
	return z.set(false, x.abs.sqrt())
}

// Rand sets z to a random number from 0 up to n.
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	if n.Sign() <= 0 {
		return z.SetInt64(0)
	}
	length := uint(n.BitLen())
	for {
		words := make(nat, (length+63)/64)
		for i := range words {
			words[i] = uint64(rnd.Uint32()) | uint64(rnd.Uint32())<<32
		}
		if rest := length % 64; rest > 0 {
			words[len(words)-1] &= 1<<rest - 1
		}
		if words = words.trim(); words.cmp(n.abs) < 0 {
			return z.set(false, words)
		}
	}
}

// An Accuracy tells how a result lies to the exact value.
type Accuracy int8

const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

func (a Accuracy) String() string {
	switch a {
	case Below:
		return "Below"
	case Above:
		return "Above"
	}
	return "Exact"
}
