package fmt

import "strconv"

func (p *printer) float(f float64, size int, verb rune) {
	switch verb {
	case 'v':
		p.layFloat(f, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.layFloat(f, size, byte(verb), -1)
	case 'f', 'e', 'E':
		p.layFloat(f, size, byte(verb), 6)
	case 'F':
		p.layFloat(f, size, 'f', 6)
	default:
		p.badVerb(verb)
	}
}

// complex writes (a+bi); size is that of both parts, in bits.
func (p *printer) complex(c complex128, size int, verb rune) {
	switch verb {
	case 'v', 'b', 'g', 'G', 'x', 'X', 'f', 'F', 'e', 'E':
	default:
		p.badVerb(verb)
		return
	}
	plus := p.spec.plus
	p.byte('(')
	p.float(real(c), size/2, verb)
	p.spec.plus = true
	p.float(imag(c), size/2, verb)
	p.str("i)")
	p.spec.plus = plus
}

// layFloat writes f in one of strconv's forms, with prec unless the directive has its own.
func (p *printer) layFloat(f float64, size int, form byte, prec int) {
	s := &p.spec
	if s.hasPrec {
		prec = s.prec
	}
	// The sign always has a place, at num[0].
	num := strconv.AppendFloat(p.scratch[:1], f, form, prec, size)
	if num[1] == '-' || num[1] == '+' {
		num = num[1:]
	} else {
		num[0] = '+'
	}
	if s.space && num[0] == '+' && !s.plus {
		num[0] = ' '
	}
	if num[1] == 'I' || num[1] == 'N' {
		if num[1] == 'N' && !s.space && !s.plus {
			num = num[1:]
		}
		p.paddedBlank(num)
		return
	}
	if s.sharp && form != 'b' {
		num = withPoint(num, form, prec)
	}
	if !s.plus && num[0] == '+' {
		p.padded(num[1:])
		return
	}
	if s.zero && !s.minus && s.hasWidth && s.width > len(num) {
		p.byte(num[0]) // the sign goes before the zeros
		p.fill(s.width - len(num))
		num = num[1:]
		p.buf = append(p.buf, num...)
		return
	}
	p.padded(num)
}

// withPoint is what the flag # asks for: a decimal point always, and the
// zeros at the end that %g drops. num begins with a sign.
func withPoint(num []byte, form byte, prec int) []byte {
	wanted := 0
	switch form {
	case 'g', 'G', 'x':
		wanted = prec
		if wanted == -1 {
			wanted = 6
		}
	}
	hex := form == 'x' || form == 'X'
	end := len(num)
	point, nonzero := false, false
	for i := 1; i < len(num); i++ {
		c := num[i]
		if c == '.' {
			point = true
			continue
		}
		if c == 'p' || c == 'P' || !hex && (c == 'e' || c == 'E') {
			end = i
			break
		}
		nonzero = nonzero || c != '0'
		if nonzero {
			wanted--
		}
	}
	var room [6]byte
	tail := append(room[:0], num[end:]...)
	num = num[:end]
	if !point {
		if len(num) == 2 && num[1] == '0' {
			wanted-- // a lone 0 counts as a digit
		}
		num = append(num, '.')
	}
	for ; wanted > 0; wanted-- {
		num = append(num, '0')
	}
	return append(num, tail...)
}
