package fmt

import (
	"internal/rt"
	"unicode/utf8"
)

// directives reads a format string.
type directives struct {
	text string
	pos  int
	next int // index of the next operand

	indexed bool // an explicit index like [3] was read last
}

// mostNumber bounds widths, precisions and indexes.
const mostNumber = 1000000

// format is Printf: the format's text with a directive's output in place of each directive.
func (p *printer) format(format string, a []any) {
	p.reordered = false
	d := directives{text: format}
	for d.pos < len(format) {
		start := d.pos
		for d.pos < len(format) && format[d.pos] != '%' {
			d.pos++
		}
		p.str(format[start:d.pos])
		if d.pos == len(format) {
			break
		}
		d.pos++
		p.spec = spec{}
		p.badIndex = false
		p.flags(&d)
		if d.pos < len(format) && 'a' <= format[d.pos] && format[d.pos] <= 'z' && d.next < len(a) {
			d.indexed = false
			d.pos++
			p.directive(&d, rune(format[d.pos-1]), a)
			continue
		}
		p.widthAndPrecision(&d, a)
		if d.pos >= len(format) {
			p.str("%!(NOVERB)")
			break
		}
		verb, size := utf8.DecodeRuneInString(format[d.pos:])
		d.pos += size
		switch {
		case verb == '%':
			p.byte('%')
		case p.badIndex:
			p.complain(verb, "(BADINDEX)")
		case d.next >= len(a):
			p.complain(verb, "(MISSING)")
		default:
			p.directive(&d, verb, a)
		}
	}
	if !p.reordered && d.next < len(a) {
		p.extra(a[d.next:])
	}
}

// directive prints the next operand by the verb.
func (p *printer) directive(d *directives, verb rune, a []any) {
	switch verb {
	case 'w':
		p.wrapped = append(p.wrapped, d.next)
		p.spec.goSyntax()
	case 'v':
		p.spec.goSyntax()
	}
	p.operand(a[d.next], verb)
	d.next++
}

func (p *printer) complain(verb rune, problem string) {
	p.str("%!")
	p.rune(verb)
	p.str(problem)
}

// extra complains about operands that no directive used.
func (p *printer) extra(a []any) {
	p.spec = spec{}
	p.str("%!(EXTRA ")
	for i, arg := range a {
		if i > 0 {
			p.str(", ")
		}
		if arg == nil {
			p.str("<nil>")
		} else {
			p.str(rt.TypeString(typeOf(arg)))
			p.byte('=')
			p.operand(arg, 'v')
		}
	}
	p.byte(')')
}

func (p *printer) flags(d *directives) {
	for ; d.pos < len(d.text); d.pos++ {
		switch d.text[d.pos] {
		case '#':
			p.spec.sharp = true
		case '0':
			p.spec.zero = true
		case '+':
			p.spec.plus = true
		case '-':
			p.spec.minus = true
		case ' ':
			p.spec.space = true
		default:
			return
		}
	}
}

// widthAndPrecision reads what may stand between flags and verb: [n]* or digits, .[n]* or .digits, [n].
func (p *printer) widthAndPrecision(d *directives, a []any) {
	s := &p.spec
	p.index(d, len(a))
	if d.at('*') {
		d.pos++
		s.width, s.hasWidth = d.intOperand(a)
		if !s.hasWidth {
			p.str("%!(BADWIDTH)")
		}
		if s.width < 0 {
			s.width = -s.width
			s.minus = true
			s.zero = false
		}
		d.indexed = false
	} else {
		s.width, s.hasWidth = d.number()
		if d.indexed && s.hasWidth {
			p.badIndex = true // as in %[3]2d
		}
	}
	if d.pos+1 < len(d.text) && d.at('.') {
		d.pos++
		if d.indexed {
			p.badIndex = true // as in %[3].2d
		}
		p.index(d, len(a))
		if d.at('*') {
			d.pos++
			s.prec, s.hasPrec = d.intOperand(a)
			if s.prec < 0 {
				s.prec, s.hasPrec = 0, false
			}
			if !s.hasPrec {
				p.str("%!(BADPREC)")
			}
			d.indexed = false
		} else {
			s.prec, _ = d.number()
			s.hasPrec = true
		}
	}
	if !d.indexed {
		p.index(d, len(a))
	}
}

// index reads an operand index, like [3], if there is one.
func (p *printer) index(d *directives, operands int) {
	d.indexed = false
	if !d.at('[') {
		return
	}
	p.reordered = true
	rest := d.text[d.pos:]
	if len(rest) >= 3 {
		for i := 1; i < len(rest); i++ {
			if rest[i] != ']' {
				continue
			}
			d.pos += i + 1
			n, end, ok := number(rest[:i], 1)
			if !ok || end != i {
				p.badIndex = true
				return
			}
			d.indexed = true
			if n < 1 || n > operands {
				p.badIndex = true
				return
			}
			d.next = n - 1
			return
		}
	}
	d.pos++
	p.badIndex = true
}

func (d *directives) at(c byte) bool { return d.pos < len(d.text) && d.text[d.pos] == c }

// number reads digits, if there are any.
func (d *directives) number() (n int, ok bool) {
	n, d.pos, ok = number(d.text, d.pos)
	return n, ok
}

// number reads the digits of s from start on and tells where they end; the
// whole of s is used up if the number is absurd.
func number(s string, start int) (n, end int, ok bool) {
	if start >= len(s) {
		return 0, len(s), false
	}
	for end = start; end < len(s) && '0' <= s[end] && s[end] <= '9'; end++ {
		if n > mostNumber {
			return 0, len(s), false
		}
		n = 10*n + int(s[end]-'0')
		ok = true
	}
	return n, end, ok
}

// intOperand takes the next operand as a width or precision.
func (d *directives) intOperand(a []any) (n int, ok bool) {
	if d.next >= len(a) {
		return 0, false
	}
	arg := a[d.next]
	d.next++
	if arg == nil {
		return 0, false
	}
	wide := int64(0)
	switch v := valueOf(arg); v.kind() {
	case rt.Int, rt.Int8, rt.Int16, rt.Int32, rt.Int64:
		wide = v.signed()
	case rt.Uint, rt.Uint8, rt.Uint16, rt.Uint32, rt.Uint64, rt.Uintptr:
		u := v.unsigned()
		if u > mostNumber {
			return 0, false
		}
		wide = int64(u)
	default:
		return 0, false
	}
	if wide > mostNumber || wide < -mostNumber {
		return 0, false
	}
	return int(wide), true
}
