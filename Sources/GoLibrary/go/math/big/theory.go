package big

// Exp sets z to x to the y, modulo |m| where m is neither nil nor 0; nil if there is no such number.
func (z *Int) Exp(x, y, m *Int) *Int {
	base := x
	var modulus nat
	if m != nil {
		modulus = m.abs
	}
	if y.neg {
		if len(modulus) == 0 {
			return z.SetInt64(1)
		}
		if base = new(Int).ModInverse(x, m); base == nil {
			return nil
		}
	}
	neg := base.neg && len(y.abs) > 0 && y.abs[0]&1 == 1
	abs := base.abs.power(y.abs, modulus)
	if neg && len(modulus) > 0 && len(abs) > 0 {
		return z.set(false, modulus.sub(abs))
	}
	return z.set(neg, append(nat(nil), abs...))
}

// GCD sets z to the greatest common divisor of a and b, and x and y, where they are not nil, so that z = a·x + b·y.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	if len(a.abs) == 0 || len(b.abs) == 0 {
		// One of them divides all: the other is it.
		lengthA, lengthB, negA, negB := len(a.abs), len(b.abs), a.neg, b.neg
		if lengthA == 0 {
			z.Set(b)
		} else {
			z.Set(a)
		}
		z.neg = false
		sign := func(v *Int, length int, neg bool) {
			if v == nil {
				return
			}
			v.SetInt64(0)
			if length > 0 {
				v.SetInt64(1)
				v.neg = neg
			}
		}
		sign(x, lengthA, negA)
		sign(y, lengthB, negB)
		return z
	}
	// Euclid's way; u is the factor of |a| in r.
	r, next := &Int{abs: a.abs}, &Int{abs: b.abs}
	u, nextU := NewInt(1), NewInt(0)
	for len(next.abs) > 0 {
		q, rest := new(Int), new(Int)
		q.QuoRem(r, next, rest)
		r, next = next, rest
		u, nextU = nextU, new(Int).Sub(u, q.Mul(q, nextU))
	}
	negative := a.neg // before z or x, which may be a, is set
	if y != nil {
		rest := (&Int{abs: a.abs}).Mul(&Int{abs: a.abs}, u)
		rest.Sub(r, rest)
		y.Quo(rest, b)
	}
	if x != nil {
		x.Set(u)
		if negative {
			x.neg = !x.neg // as in Go, also of 0
		}
	}
	return z.Set(r)
}

// ModInverse sets z to the number that, times g, is 1 modulo n; nil if there is none.
func (z *Int) ModInverse(g, n *Int) *Int {
	modulus := &Int{abs: n.abs}
	rest := new(Int).Mod(g, modulus)
	var d, x Int
	d.GCD(&x, nil, rest, modulus)
	if len(d.abs) != 1 || d.abs[0] != 1 {
		return nil
	}
	if x.neg {
		x.Add(&x, modulus)
	}
	return z.Set(&x)
}

// ProbablyPrime reports whether x is a prime, by Miller's and Rabin's test with
// the first twelve primes, which is certain below 2^64, and n more bases.
func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	if x.Sign() <= 0 {
		return false
	}
	small := []uint64{2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37}
	for _, p := range small {
		if len(x.abs) == 1 && x.abs[0] == p {
			return true
		}
		if _, r := x.abs.byWord(p); r == 0 {
			return false
		}
	}
	if len(x.abs) == 1 && x.abs[0] < 37*37 {
		return x.abs[0] > 1
	}
	less := x.abs.sub(nat{1})
	twos := less.trailingZeros()
	odd := less.shr(twos)
bases:
	for i := range len(small) + n {
		base := uint64(41 + 2*i)
		if i < len(small) {
			base = small[i]
		}
		y := nat{base}.power(odd, x.abs)
		if len(y) == 1 && y[0] == 1 || y.cmp(less) == 0 {
			continue
		}
		for range twos - 1 {
			if _, y = y.mul(y).div(x.abs); y.cmp(less) == 0 {
				continue bases
			}
		}
		return false
	}
	return true
}
