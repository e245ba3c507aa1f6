package strconv

import (
	"internal/rt"
	"unsafe"
)

// FormatFloat writes f, a number of bitSize 32 or 64, in one of the forms
//
//	'b' -ddddp±ddd, 'e' -d.dde±dd, 'E' -d.ddE±dd, 'f' -ddd.dd, 'g' 'e' or 'f' by the exponent,
//	'G' 'E' or 'f', 'x' -0xd.ddp±ddd, 'X' -0Xd.ddP±ddd
//
// with prec digits after the point ('g', 'G': significant digits); -1 asks for
// the fewest digits that read back as f.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string {
	var room [24]byte
	return string(AppendFloat(room[:0], f, fmt, prec, bitSize))
}

// AppendFloat appends FormatFloat's text to dst.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte {
	x := dissect(f, bitSize)
	switch {
	case x.special && x.mantissa != 0:
		return append(dst, "NaN"...)
	case x.special && x.negative:
		return append(dst, "-Inf"...)
	case x.special:
		return append(dst, "+Inf"...)
	}
	if x.negative {
		dst = append(dst, '-')
		f = -f
	}
	if bitSize == 32 {
		f = float64(float32(f))
	}
	switch fmt {
	case 'b':
		return appendBinary(dst, x)
	case 'x', 'X':
		return appendHex(dst, x, fmt, prec)
	case 'e', 'E', 'g', 'G', 'f':
	default:
		if x.negative {
			dst = dst[:len(dst)-1]
		}
		return append(dst, '%', fmt)
	}
	if prec >= 0 && fmt != 'g' && fmt != 'G' {
		return appendFixed(dst, f, fmt, prec)
	}
	var d decimal
	if prec < 0 {
		d.shortest(f, bitSize)
		switch fmt {
		case 'e', 'E':
			return d.appendE(dst, max(d.count-1, 0), fmt)
		case 'f':
			return d.appendF(dst, max(d.count-d.point, 0))
		}
		// The choice between the forms is as for six digits.
		return d.appendG(dst, d.count, 6, fmt)
	}
	prec = max(prec, 1)
	d.rounded(f, prec)
	threshold := prec
	if threshold > d.count && d.count >= d.point {
		threshold = d.count
	}
	return d.appendG(dst, prec, threshold, fmt)
}

// parts is a float taken apart: mantissa × 2^exponent, the mantissa an integer.
type parts struct {
	mantissa uint64
	exponent int
	width    uint // bits of the mantissa without the leading one
	negative bool
	special  bool // infinity, or NaN where the mantissa is not 0
}

func dissect(f float64, bitSize int) parts {
	var x parts
	var biased, top, bias int
	switch bitSize {
	case 32:
		single := float32(f)
		bits := *(*uint32)(unsafe.Pointer(&single))
		x.negative = bits>>31 != 0
		x.mantissa = uint64(bits & (1<<23 - 1))
		x.width, biased, top, bias = 23, int(bits>>23&0xFF), 0xFF, 127
	case 64:
		bits := *(*uint64)(unsafe.Pointer(&f))
		x.negative = bits>>63 != 0
		x.mantissa = bits & (1<<52 - 1)
		x.width, biased, top, bias = 52, int(bits>>52&0x7FF), 0x7FF, 1023
	default:
		panic("strconv: illegal AppendFloat/FormatFloat bitSize")
	}
	switch biased {
	case top:
		x.special = true
	case 0:
		biased = 1
	default:
		x.mantissa |= 1 << x.width
	}
	x.exponent = biased - bias - int(x.width)
	return x
}

func appendBinary(dst []byte, x parts) []byte {
	dst = AppendUint(dst, x.mantissa, 10)
	dst = append(dst, 'p')
	if x.exponent >= 0 {
		dst = append(dst, '+')
	}
	return AppendInt(dst, int64(x.exponent), 10)
}

// appendHex lays the mantissa with its leading one at bit 60: four bits a digit follow.
func appendHex(dst []byte, x parts, fmt byte, prec int) []byte {
	const lead = 1 << 60
	m, exp := x.mantissa, 0
	if m != 0 {
		exp = x.exponent + 60
		for m < lead {
			m <<= 1
			exp--
		}
	}
	if 0 <= prec && prec < 15 {
		unit := uint64(lead) >> uint(4*prec) // of the last digit kept
		rest := m & (unit - 1)
		m -= rest
		if rest > unit/2 || rest == unit/2 && rest != 0 && m&unit != 0 {
			m += unit
		}
		if m >= 2*lead {
			m >>= 1
			exp++
		}
	}
	letters, p := "0123456789abcdef", byte('p')
	if fmt == 'X' {
		letters, p = "0123456789ABCDEF", 'P'
	}
	dst = append(dst, '0', fmt, letters[m>>60])
	m = m & (lead - 1) << 4
	if prec > 0 || prec < 0 && m != 0 {
		dst = append(dst, '.')
	}
	for i := 0; i < prec || prec < 0 && m != 0; i++ {
		dst = append(dst, letters[m>>60])
		m = m & (lead - 1) << 4
	}
	return appendExponent(dst, p, exp)
}

// appendExponent writes a letter, a sign and at least two digits.
func appendExponent(dst []byte, letter byte, exp int) []byte {
	sign := byte('+')
	if exp < 0 {
		sign, exp = '-', -exp
	}
	dst = append(dst, letter, sign)
	if exp < 10 {
		dst = append(dst, '0')
	}
	return AppendInt(dst, int64(exp), 10)
}

// appendFixed writes f ≥ 0 with prec digits after the point.
func appendFixed(dst []byte, f float64, fmt byte, prec int) []byte {
	var room [64]byte
	buf := room[:]
	n := rt.FixedDigits(f, prec, fmt != 'f', buf)
	if n < 0 {
		buf = make([]byte, 320+prec)
		n = rt.FixedDigits(f, prec, fmt != 'f', buf)
	}
	start := len(dst)
	dst = append(dst, buf[:n]...)
	if fmt == 'E' {
		for i := start; i < len(dst); i++ {
			if dst[i] == 'e' {
				dst[i] = 'E'
			}
		}
	}
	return dst
}

// decimal is 0.d1d2d3... × 10^point, without zeros at its end; no digits stand for 0.
type decimal struct {
	digits [32]byte
	more   []byte // the digits, where they do not fit in digits
	count  int
	point  int
}

func (d *decimal) shortest(f float64, bitSize int) {
	if f != 0 {
		d.count, d.point = rt.ShortestDigits(f, bitSize, &d.digits)
	}
}

// rounded sets d to f rounded to prec digits.
func (d *decimal) rounded(f float64, prec int) {
	if f == 0 {
		return
	}
	prec = min(prec, 800) // no float64 has more digits than 767
	var room [64]byte
	buf := room[:]
	n := rt.FixedDigits(f, prec-1, true, buf)
	if n < 0 {
		buf = make([]byte, prec+16)
		n = rt.FixedDigits(f, prec-1, true, buf)
	}
	text := buf[:n]
	if prec > len(d.digits) {
		d.more = make([]byte, prec)
	}
	all := d.all()
	i := 0
	for ; text[i] != 'e'; i++ {
		if text[i] != '.' {
			all[d.count] = text[i]
			d.count++
		}
	}
	exp := 0
	for _, c := range text[i+2:] {
		exp = exp*10 + int(c-'0')
	}
	if text[i+1] == '-' {
		exp = -exp
	}
	d.point = exp + 1
	for d.count > 0 && all[d.count-1] == '0' {
		d.count--
	}
}

func (d *decimal) all() []byte {
	if d.more != nil {
		return d.more
	}
	return d.digits[:]
}

// appendG chooses the form: with an exponent below 10^-4 and from 10^threshold on.
func (d *decimal) appendG(dst []byte, prec, threshold int, fmt byte) []byte {
	if exp := d.point - 1; exp < -4 || exp >= threshold {
		return d.appendE(dst, min(prec, d.count)-1, fmt+'e'-'g')
	}
	if prec > d.point {
		prec = d.count
	}
	return d.appendF(dst, max(prec-d.point, 0))
}

// appendE writes d.ddde±dd with prec digits after the point.
func (d *decimal) appendE(dst []byte, prec int, letter byte) []byte {
	dst = append(dst, d.at(0))
	if prec > 0 {
		dst = append(dst, '.')
		for i := 1; i <= prec; i++ {
			dst = append(dst, d.at(i))
		}
	}
	exp := d.point - 1
	if d.count == 0 {
		exp = 0
	}
	return appendExponent(dst, letter, exp)
}

// appendF writes ddd.ddd with prec digits after the point.
func (d *decimal) appendF(dst []byte, prec int) []byte {
	if d.point <= 0 {
		dst = append(dst, '0')
	}
	for i := 0; i < d.point; i++ {
		dst = append(dst, d.at(i))
	}
	if prec > 0 {
		dst = append(dst, '.')
		for i := d.point; i < d.point+prec; i++ {
			dst = append(dst, d.at(i))
		}
	}
	return dst
}

func (d *decimal) at(i int) byte {
	if i < 0 || i >= d.count {
		return '0'
	}
	return d.all()[i]
}
