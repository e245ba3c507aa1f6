// Package big is arithmetic with integers and fractions of any size.
//
// nat.go has the arithmetic of numbers without sign, words of 64 bits with the
// lowest first; int.go gives them signs, bitwise.go treats them as two's
// complement without end, text.go reads and writes them, theory.go is number
// theory, rat.go fractions.
package big

import (
	"math/bits"
	"slices"
)

// A nat is a number from 0 on, without zeros at the top.
type nat []uint64

func (x nat) trim() nat {
	n := len(x)
	for n > 0 && x[n-1] == 0 {
		n--
	}
	return x[:n]
}

func natOf(u uint64) nat {
	if u == 0 {
		return nil
	}
	return nat{uint64(u)}
}

func (x nat) cmp(y nat) int {
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return 1
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func (x nat) add(y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	z := make(nat, len(x)+1)
	carry := uint64(0)
	for i := range x {
		d := uint64(0)
		if i < len(y) {
			d = uint64(y[i])
		}
		var sum uint64
		sum, carry = bits.Add64(uint64(x[i]), d, carry)
		z[i] = uint64(sum)
	}
	z[len(x)] = uint64(carry)
	return z.trim()
}

// sub is x - y, which must not be below 0.
func (x nat) sub(y nat) nat {
	z := make(nat, len(x))
	borrow := uint64(0)
	for i := range x {
		d := uint64(0)
		if i < len(y) {
			d = uint64(y[i])
		}
		var rest uint64
		rest, borrow = bits.Sub64(uint64(x[i]), d, borrow)
		z[i] = uint64(rest)
	}
	return z.trim()
}

// karatsubaSize is from how many words on three products of halves are cheaper than four.
const karatsubaSize = 40

func (x nat) mul(y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	if len(y) == 0 {
		return nil
	}
	if len(y) >= karatsubaSize {
		half := (len(x) + 1) / 2
		if len(y) > half {
			xl, xh := x[:half].trim(), x[half:]
			yl, yh := y[:half].trim(), y[half:]
			low, high := xl.mul(yl), xh.mul(yh)
			middle := xl.add(xh).mul(yl.add(yh)).sub(low).sub(high)
			return low.add(middle.shiftWords(half)).add(high.shiftWords(2 * half))
		}
		return x[:half].trim().mul(y).add(x[half:].mul(y).shiftWords(half))
	}
	z := make(nat, len(x)+len(y))
	for i, d := range y {
		carry := uint64(0)
		for k, e := range x {
			high, low := bits.Mul64(uint64(e), uint64(d))
			var c uint64
			low, c = bits.Add64(low, carry, 0)
			high += c
			low, c = bits.Add64(low, uint64(z[i+k]), 0)
			z[i+k] = uint64(low)
			carry = high + c
		}
		z[i+len(x)] = uint64(carry)
	}
	return z.trim()
}

func (x nat) shiftWords(n int) nat {
	if len(x) == 0 {
		return nil
	}
	return append(make(nat, n, n+len(x)), x...)
}

func (x nat) shl(n uint) nat {
	z := append(x.shiftWords(int(n/64)), 0)
	if s := n % 64; s > 0 && len(x) > 0 {
		for i := len(z) - 1; i > 0; i-- {
			z[i] = z[i]<<s | z[i-1]>>(64-s)
		}
		z[0] <<= s
	}
	return z.trim()
}

func (x nat) shr(n uint) nat {
	if int(n/64) >= len(x) {
		return nil
	}
	z := slices.Clone(x[n/64:])
	if s := n % 64; s > 0 {
		for i := range z {
			z[i] >>= s
			if i+1 < len(z) {
				z[i] |= z[i+1] << (64 - s)
			}
		}
	}
	return z.trim()
}

// byWord is quotient and remainder of x by one word.
func (x nat) byWord(d uint64) (q nat, r uint64) {
	q = make(nat, len(x))
	for i := len(x) - 1; i >= 0; i-- {
		quotient, rest := bits.Div64(uint64(r), uint64(x[i]), uint64(d))
		q[i], r = uint64(quotient), uint64(rest)
	}
	return q.trim(), r
}

// div is quotient and remainder, as one learns it at school (Knuth's algorithm D).
func (x nat) div(y nat) (q, r nat) {
	if len(y) == 0 {
		panic("division by zero")
	}
	if x.cmp(y) < 0 {
		return nil, x
	}
	if len(y) == 1 {
		q, rest := x.byWord(y[0])
		return q, natOf(uint64(rest))
	}
	// With the divisor's top bit set, a quotient's word guessed from two words is too large by 2 at most.
	shift := uint(bits.LeadingZeros64(uint64(y[len(y)-1])))
	v := y.shl(shift)
	u := x.shl(shift)
	for len(u) <= len(x) {
		u = append(u, 0)
	}
	n := len(v)
	q = make(nat, len(u)-n)
	for j := len(q) - 1; j >= 0; j-- {
		guess := uint64(1<<64 - 1)
		if top := uint64(u[j+n]); top < uint64(v[n-1]) {
			var rest uint64
			guess, rest = bits.Div64(top, uint64(u[j+n-1]), uint64(v[n-1]))
			for {
				high, low := bits.Mul64(guess, uint64(v[n-2]))
				if high < rest || high == rest && low <= uint64(u[j+n-2]) {
					break
				}
				guess--
				before := rest
				rest += uint64(v[n-1])
				if rest < before {
					break
				}
			}
		}
		// u -= guess * v << 64j
		var borrow, carry uint64
		for i := range n {
			high, low := bits.Mul64(guess, uint64(v[i]))
			var c uint64
			low, c = bits.Add64(low, carry, 0)
			carry = high + c
			var rest uint64
			rest, borrow = bits.Sub64(uint64(u[j+i]), low, borrow)
			u[j+i] = uint64(rest)
		}
		rest, below := bits.Sub64(uint64(u[j+n]), carry, borrow)
		u[j+n] = uint64(rest)
		if below != 0 { // one too large
			guess--
			c := uint64(0)
			for i := range n {
				var sum uint64
				sum, c = bits.Add64(uint64(u[j+i]), uint64(v[i]), c)
				u[j+i] = uint64(sum)
			}
			u[j+n] += uint64(c)
		}
		q[j] = uint64(guess)
	}
	return q.trim(), u.trim().shr(shift)
}

func (x nat) bitLen() int {
	if len(x) == 0 {
		return 0
	}
	return len(x)*64 - bits.LeadingZeros64(uint64(x[len(x)-1]))
}

func (x nat) trailingZeros() uint {
	for i, d := range x {
		if d != 0 {
			return uint(i*64 + bits.TrailingZeros64(uint64(d)))
		}
	}
	return 0
}

func (x nat) bit(i uint) uint {
	if int(i/64) >= len(x) {
		return 0
	}
	return uint(x[i/64]>>(i%64)) & 1
}

// power is x to the y, modulo m where m is not 0.
func (x nat) power(y, m nat) nat {
	z := nat{1}
	if len(m) > 0 {
		_, z = z.div(m)
		_, x = x.div(m)
	}
	for i := y.bitLen() - 1; i >= 0; i-- {
		z = z.mul(z)
		if len(m) > 0 {
			_, z = z.div(m)
		}
		if y.bit(uint(i)) == 1 {
			z = z.mul(x)
			if len(m) > 0 {
				_, z = z.div(m)
			}
		}
	}
	return z
}

// sqrt is the largest number whose square is not above x (Newton's way).
func (x nat) sqrt() nat {
	if len(x) == 0 {
		return nil
	}
	z := nat{1}.shl(uint(x.bitLen()+1) / 2)
	for {
		q, _ := x.div(z)
		next := z.add(q).shr(1)
		if next.cmp(z) >= 0 {
			return z
		}
		z = next
	}
}
