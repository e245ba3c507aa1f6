package big

import (
	"math"
	"strconv"
	"strings"
)

// A Rat is a fraction in lowest terms; its zero value is 0.
type Rat struct {
	a Int
	b nat // the denominator; empty for 1
}

func (x *Rat) below() nat {
	if len(x.b) == 0 {
		return nat{1}
	}
	return x.b
}

// NewRat is a / b.
func NewRat(a, b int64) *Rat {
	if b == 0 {
		panic("division by zero")
	}
	return new(Rat).SetFrac(NewInt(a), NewInt(b))
}

// SetFrac sets z to a / b.
func (z *Rat) SetFrac(a, b *Int) *Rat {
	if len(b.abs) == 0 {
		panic("division by zero")
	}
	var d Int
	d.GCD(nil, nil, a, b)
	above, _ := a.abs.div(d.abs)
	below, _ := b.abs.div(d.abs)
	neg := a.neg != b.neg
	z.a.set(neg, append(nat(nil), above...))
	z.b = append(nat(nil), below...)
	if len(a.abs) == 0 {
		z.b = nat{1}
	}
	return z
}

// SetFrac64 sets z to a / b.
func (z *Rat) SetFrac64(a, b int64) *Rat { return z.SetFrac(NewInt(a), NewInt(b)) }

// SetInt sets z to x.
func (z *Rat) SetInt(x *Int) *Rat { return z.SetFrac(x, NewInt(1)) }

// SetInt64 sets z to x.
func (z *Rat) SetInt64(x int64) *Rat { return z.SetInt(NewInt(x)) }

// SetUint64 sets z to x.
func (z *Rat) SetUint64(x uint64) *Rat { return z.SetInt(new(Int).SetUint64(x)) }

// SetFloat64 sets z to exactly f; nil for infinities and NaN.
func (z *Rat) SetFloat64(f float64) *Rat {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return nil
	}
	fraction, exp := math.Frexp(f)
	a, b := NewInt(int64(fraction*(1<<53))), NewInt(1)
	if exp -= 53; exp > 0 {
		a.Lsh(a, uint(exp))
	} else {
		b.Lsh(b, uint(-exp))
	}
	return z.SetFrac(a, b)
}

// Set sets z to x.
func (z *Rat) Set(x *Rat) *Rat {
	if z != x {
		z.a.Set(&x.a)
		z.b = append(nat(nil), x.b...)
	}
	return z
}

// Num is the numerator, which is shared with x.
func (x *Rat) Num() *Int { return &x.a }

// Denom is the denominator.
func (x *Rat) Denom() *Int { return &Int{abs: x.below()} }

// Sign is -1, 0 or 1.
func (x *Rat) Sign() int { return x.a.Sign() }

// IsInt reports whether x has no fraction.
func (x *Rat) IsInt() bool { return x.below().cmp(nat{1}) == 0 }

// Abs sets z to |x|.
func (z *Rat) Abs(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = false
	return z
}

// Neg sets z to -x.
func (z *Rat) Neg(x *Rat) *Rat {
	z.Set(x)
	z.a.Neg(&z.a)
	return z
}

// Inv sets z to 1 / x.
func (z *Rat) Inv(x *Rat) *Rat {
	if len(x.a.abs) == 0 {
		panic("division by zero")
	}
	return z.SetFrac(&Int{x.a.neg, x.below()}, &Int{abs: x.a.abs})
}

// times is x scaled by words.
func times(x *Int, y nat) *Int { return new(Int).Mul(x, &Int{abs: y}) }

// Cmp is -1, 0 or 1.
func (x *Rat) Cmp(y *Rat) int { return times(&x.a, y.below()).Cmp(times(&y.a, x.below())) }

// Add sets z to x + y.
func (z *Rat) Add(x, y *Rat) *Rat {
	sum := times(&x.a, y.below())
	sum.Add(sum, times(&y.a, x.below()))
	return z.SetFrac(sum, &Int{abs: x.below().mul(y.below())})
}

// Sub sets z to x - y.
func (z *Rat) Sub(x, y *Rat) *Rat { return z.Add(x, new(Rat).Neg(y)) }

// Mul sets z to x · y.
func (z *Rat) Mul(x, y *Rat) *Rat {
	return z.SetFrac(new(Int).Mul(&x.a, &y.a), &Int{abs: x.below().mul(y.below())})
}

// Quo sets z to x / y.
func (z *Rat) Quo(x, y *Rat) *Rat { return z.Mul(x, new(Rat).Inv(y)) }

// String is like "3/4".
func (x *Rat) String() string { return x.a.String() + "/" + x.below().text(10) }

// RatString is String, without /1.
func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString is x with prec digits behind the point, rounded half away from 0.
func (x *Rat) FloatString(prec int) string {
	scaled := x.a.abs.mul(nat{10}.power(natOf(uint64(prec)), nil))
	q, r := scaled.div(x.below())
	if r.add(r).cmp(x.below()) >= 0 {
		q = q.add(nat{1})
	}
	digits := q.text(10)
	for len(digits) <= prec {
		digits = "0" + digits
	}
	text := digits[:len(digits)-prec]
	if prec > 0 {
		text += "." + digits[len(digits)-prec:]
	}
	if x.a.neg {
		text = "-" + text
	}
	return text
}

// SetString sets z to a number like "3/4", "1.25" or "1e-3"; false for other text.
func (z *Rat) SetString(s string) (*Rat, bool) {
	if above, below, ok := strings.Cut(s, "/"); ok {
		a, okA := new(Int).SetString(above, 0)
		b, okB := new(Int).SetString(below, 0)
		if !okA || !okB || b.neg || below[0] == '+' || len(b.abs) == 0 {
			return nil, false
		}
		return z.SetFrac(a, b), true
	}
	exp := 0
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		var err error
		if exp, err = strconv.Atoi(s[i+1:]); err != nil {
			return nil, false
		}
		s = s[:i]
	}
	whole, fraction, point := strings.Cut(s, ".")
	if point && strings.ContainsAny(fraction, "+-") {
		return nil, false
	}
	a, ok := new(Int).SetString(whole+fraction, 10)
	if !ok {
		return nil, false
	}
	exp -= len(fraction)
	power := &Int{abs: nat{10}.power(natOf(uint64(max(exp, -exp))), nil)}
	if exp >= 0 {
		return z.SetInt(a.Mul(a, power)), true
	}
	return z.SetFrac(a, power), true
}

// Float64 is the nearest float64 and whether it is exact.
func (x *Rat) Float64() (f float64, exact bool) {
	// So many digits that rounding them cannot hit another neighbour, but for ties, which are exact decimals.
	digits := 800
	f, _ = strconv.ParseFloat(x.FloatString(digits), 64)
	back := new(Rat).SetFloat64(f)
	return f, back != nil && back.Cmp(x) == 0
}

// MarshalText is x as text.
func (x *Rat) MarshalText() ([]byte, error) { return []byte(x.RatString()), nil }
