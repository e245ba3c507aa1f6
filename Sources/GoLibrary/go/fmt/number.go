package fmt

import (
	"strconv"
	"unicode/utf8"
)

const (
	lowerDigits = "0123456789abcdefx"
	upperDigits = "0123456789ABCDEFX"
)

func (p *printer) boolean(v bool, verb rune) {
	if verb != 't' && verb != 'v' {
		p.badVerb(verb)
		return
	}
	p.paddedString(strconv.FormatBool(v))
}

// integer writes an integer, given by its 64 bits.
func (p *printer) integer(u uint64, signed bool, verb rune) {
	switch verb {
	case 'v':
		if p.spec.syntax && !signed {
			p.hex(u, true)
		} else {
			p.digits(u, 10, signed, verb, lowerDigits)
		}
	case 'd':
		p.digits(u, 10, signed, verb, lowerDigits)
	case 'b':
		p.digits(u, 2, signed, verb, lowerDigits)
	case 'o', 'O':
		p.digits(u, 8, signed, verb, lowerDigits)
	case 'x':
		p.digits(u, 16, signed, verb, lowerDigits)
	case 'X':
		p.digits(u, 16, signed, verb, upperDigits)
	case 'c':
		p.padded(utf8.AppendRune(p.scratch[:0], runeOf(u)))
	case 'q':
		if p.spec.plus {
			p.padded(strconv.AppendQuoteRuneToASCII(p.scratch[:0], runeOf(u)))
		} else {
			p.padded(strconv.AppendQuoteRune(p.scratch[:0], runeOf(u)))
		}
	case 'U':
		p.codePoint(u)
	default:
		p.badVerb(verb)
	}
}

// runeOf is the code point u, or RuneError.
func runeOf(u uint64) rune {
	if u > utf8.MaxRune {
		return utf8.RuneError
	}
	return rune(u)
}

// hex writes u in base 16, with or without 0x whatever the flags.
func (p *printer) hex(u uint64, prefix bool) {
	sharp := p.spec.sharp
	p.spec.sharp = prefix
	p.digits(u, 16, false, 'v', lowerDigits)
	p.spec.sharp = sharp
}

// digits writes an integer in the given base: blanks, sign, prefix, zeros, digits, blanks.
func (p *printer) digits(u uint64, base uint64, signed bool, verb rune, letters string) {
	s := &p.spec
	negative := signed && int64(u) < 0
	if negative {
		u = -u
	}
	if s.hasPrec && s.prec == 0 && u == 0 {
		p.blank(s.width) // no digits at all were asked for
		return
	}
	at := len(p.scratch)
	if base == 10 {
		for u >= 10 {
			at--
			p.scratch[at] = byte('0' + u%10)
			u /= 10
		}
	} else {
		for u >= base {
			at--
			p.scratch[at] = letters[u%base]
			u /= base
		}
	}
	at--
	p.scratch[at] = letters[u]
	count := len(p.scratch) - at

	sign := byte(0)
	switch {
	case negative:
		sign = '-'
	case s.plus:
		sign = '+'
	case s.space:
		sign = ' '
	}
	// Zeros come from a precision or, without one, from the flag 0.
	zeros := 0
	if s.hasPrec {
		zeros = s.prec - count
	} else if s.zero && !s.minus && s.hasWidth {
		zeros = s.width - count
		if sign != 0 {
			zeros--
		}
	}
	zeros = max(zeros, 0)
	prefix := ""
	if s.sharp {
		switch base {
		case 2:
			prefix = "0b"
		case 8:
			if zeros == 0 && p.scratch[at] != '0' {
				prefix = "0"
			}
		case 16:
			prefix = "0x"
			if letters[16] == 'X' {
				prefix = "0X"
			}
		}
	}
	if verb == 'O' {
		prefix = "0o" + prefix
	}
	width := zeros + count + len(prefix)
	if sign != 0 {
		width++
	}
	blanks := 0
	if s.hasWidth {
		blanks = s.width - width
	}
	if !s.minus {
		p.blank(blanks)
	}
	if sign != 0 {
		p.byte(sign)
	}
	p.str(prefix)
	for ; zeros > 0; zeros-- {
		p.byte('0')
	}
	p.buf = append(p.buf, p.scratch[at:]...)
	if s.minus {
		p.blank(blanks)
	}
}

// codePoint writes U+0041, and with the flag # the character too: U+0041 'A'.
func (p *printer) codePoint(u uint64) {
	zeros := 4
	if p.spec.hasPrec && p.spec.prec > 4 {
		zeros = p.spec.prec
	}
	text := append(p.scratch[:0], "U+"...)
	nibbles := 1
	for rest := u >> 4; rest != 0; rest >>= 4 {
		nibbles++
	}
	for ; zeros > nibbles; zeros-- {
		text = append(text, '0')
	}
	for nibbles--; nibbles >= 0; nibbles-- {
		text = append(text, upperDigits[u>>uint(4*nibbles)&15])
	}
	if p.spec.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		text = append(text, " '"...)
		text = utf8.AppendRune(text, rune(u))
		text = append(text, '\'')
	}
	p.paddedBlank(text)
}
