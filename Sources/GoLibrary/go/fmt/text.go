package fmt

import (
	"strconv"
	"unicode/utf8"
)

func (p *printer) text(s string, verb rune) {
	switch verb {
	case 'v':
		if p.spec.syntax {
			p.quoted(s)
		} else {
			p.paddedString(p.cut(s))
		}
	case 's':
		p.paddedString(p.cut(s))
	case 'x':
		p.hexString(s, lowerDigits)
	case 'X':
		p.hexString(s, upperDigits)
	case 'q':
		p.quoted(s)
	default:
		p.badVerb(verb)
	}
}

// cut shortens s to the precision, in runes.
func (p *printer) cut(s string) string {
	if p.spec.hasPrec {
		left := p.spec.prec
		for i := range s {
			if left == 0 {
				return s[:i]
			}
			left--
		}
	}
	return s
}

// cutBytes is cut for bytes.
func (p *printer) cutBytes(b []byte) []byte {
	if p.spec.hasPrec {
		left := p.spec.prec
		for i := 0; i < len(b); {
			if left == 0 {
				return b[:i]
			}
			left--
			_, size := utf8.DecodeRune(b[i:])
			i += size
		}
	}
	return b
}

func (p *printer) quoted(s string) {
	s = p.cut(s)
	switch {
	case p.spec.sharp && strconv.CanBackquote(s):
		p.paddedString("`" + s + "`")
	case p.spec.plus:
		p.padded(strconv.AppendQuoteToASCII(p.scratch[:0], s))
	default:
		p.padded(strconv.AppendQuote(p.scratch[:0], s))
	}
}

// hexString writes each byte of s as two digits, apart where the flag for
// spaces is set, with 0x in front of all or, where apart, of each.
func (p *printer) hexString(s string, letters string) {
	count := len(s)
	if p.spec.hasPrec && p.spec.prec < count {
		count = p.spec.prec
	}
	columns := 2 * count
	if count > 0 {
		if p.spec.space {
			if p.spec.sharp {
				columns *= 2
			}
			columns += count - 1
		} else if p.spec.sharp {
			columns += 2
		}
	}
	missing := 0
	if p.spec.hasWidth {
		missing = p.spec.width - columns
	}
	if !p.spec.minus || count == 0 {
		p.fill(missing)
	}
	for i := 0; i < count; i++ {
		if i > 0 && p.spec.space {
			p.byte(' ')
		}
		if p.spec.sharp && (i == 0 || p.spec.space) {
			p.buf = append(p.buf, '0', letters[16])
		}
		p.buf = append(p.buf, letters[s[i]>>4], letters[s[i]&15])
	}
	if p.spec.minus && count > 0 {
		p.fill(missing)
	}
}

// bytes writes a []byte, or an array or slice of bytes under another name.
func (p *printer) bytes(b []byte, verb rune, name string) {
	switch verb {
	case 's':
		p.padded(p.cutBytes(b))
	case 'x':
		p.hexString(viewString(b), lowerDigits)
	case 'X':
		p.hexString(viewString(b), upperDigits)
	case 'q':
		p.quoted(string(b))
	case 'v', 'd':
		if p.spec.syntax {
			p.str(name)
			if b == nil {
				p.str("(nil)")
				return
			}
		}
		p.open('[')
		for i, c := range b {
			p.separate(i)
			if p.spec.syntax {
				p.hex(uint64(c), true)
			} else {
				p.digits(uint64(c), 10, false, verb, lowerDigits)
			}
		}
		p.shut(']')
	default:
		p.walk(valueOf(b), verb, 0)
	}
}
