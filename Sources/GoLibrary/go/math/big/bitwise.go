package big

// Negative numbers are ones without end: -x is ^(x-1).

// Lsh sets z to x << n.
func (z *Int) Lsh(x *Int, n uint) *Int { return z.set(x.neg, x.abs.shl(n)) }

// Rsh sets z to x >> n, rounded down.
func (z *Int) Rsh(x *Int, n uint) *Int {
	if x.neg {
		return z.set(true, x.abs.sub(nat{1}).shr(n).add(nat{1}))
	}
	return z.set(false, x.abs.shr(n))
}

// Not sets z to ^x.
func (z *Int) Not(x *Int) *Int {
	if x.neg {
		return z.set(false, x.abs.sub(nat{1}))
	}
	return z.set(true, x.abs.add(nat{1}))
}

// bitwise combines x and y bit by bit.
func (z *Int) bitwise(x, y *Int, f func(a, b uint64) uint64) *Int {
	n := max(len(x.abs), len(y.abs)) + 1
	a, b := x.complement(n), y.complement(n)
	for i := range a {
		a[i] = f(a[i], b[i])
	}
	if a[n-1]>>63 == 0 {
		return z.set(false, a.trim())
	}
	for i := range a {
		a[i] = ^a[i]
	}
	return z.set(true, a.trim().add(nat{1}))
}

// complement is n words of x in two's complement.
func (x *Int) complement(n int) nat {
	w := make(nat, n)
	if !x.neg {
		copy(w, x.abs)
		return w
	}
	copy(w, x.abs.sub(nat{1}))
	for i := range w {
		w[i] = ^w[i]
	}
	return w
}

// And sets z to x & y.
func (z *Int) And(x, y *Int) *Int { return z.bitwise(x, y, func(a, b uint64) uint64 { return a & b }) }

// AndNot sets z to x &^ y.
func (z *Int) AndNot(x, y *Int) *Int {
	return z.bitwise(x, y, func(a, b uint64) uint64 { return a &^ b })
}

// Or sets z to x | y.
func (z *Int) Or(x, y *Int) *Int { return z.bitwise(x, y, func(a, b uint64) uint64 { return a | b }) }

// Xor sets z to x ^ y.
func (z *Int) Xor(x, y *Int) *Int { return z.bitwise(x, y, func(a, b uint64) uint64 { return a ^ b }) }

// Bit is bit i of x.
func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	if !x.neg {
		return x.abs.bit(uint(i))
	}
	return x.abs.sub(nat{1}).bit(uint(i)) ^ 1
}

// SetBit sets z to x with bit i set to b.
func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	one := &Int{abs: nat{1}.shl(uint(i))}
	switch b {
	case 0:
		return z.AndNot(x, one)
	case 1:
		return z.Or(x, one)
	}
	panic("set bit is not 0 or 1")
}

// Bytes is |x|, the highest byte first.
func (x *Int) Bytes() []byte { return x.FillBytes(make([]byte, (x.BitLen()+7)/8)) }

// FillBytes writes |x| to all of buf, the highest byte first.
func (x *Int) FillBytes(buf []byte) []byte {
	if x.BitLen() > len(buf)*8 {
		panic("math/big: buffer too small to fit value")
	}
	for i := range buf {
		k := len(buf) - 1 - i
		buf[i] = 0
		if k/8 < len(x.abs) {
			buf[i] = byte(x.abs[k/8] >> (k % 8 * 8))
		}
	}
	return buf
}

// SetBytes sets z to buf, the highest byte first.
func (z *Int) SetBytes(buf []byte) *Int {
	w := make(nat, (len(buf)+7)/8)
	for i, b := range buf {
		k := len(buf) - 1 - i
		w[k/8] |= uint64(b) << (k % 8 * 8)
	}
	return z.set(false, w.trim())
}
