package fmt

import "unicode/utf8"

// spec is what a directive says besides its verb.
type spec struct {
	minus, plus, sharp, space, zero bool

	fields bool // %+v: names of fields; plus is then off
	syntax bool // %#v: Go syntax; sharp is then off

	hasWidth, hasPrec bool
	width, prec       int
}

// goSyntax turns the flags of %+v and %#v into the modes that they stand for.
func (s *spec) goSyntax() {
	s.syntax, s.sharp = s.sharp, false
	s.fields, s.plus = s.plus, false
}

// fill writes n filling bytes: zeros if told so, and only on the left.
func (p *printer) fill(n int) {
	c := byte(' ')
	if p.spec.zero && !p.spec.minus {
		c = '0'
	}
	for ; n > 0; n-- {
		p.buf = append(p.buf, c)
	}
}

// blank is fill without zeros.
func (p *printer) blank(n int) {
	for ; n > 0; n-- {
		p.buf = append(p.buf, ' ')
	}
}

// padded writes b, filled up to the width.
func (p *printer) padded(b []byte) {
	n := 0
	if p.spec.hasWidth {
		n = p.spec.width - utf8.RuneCount(b)
	}
	if !p.spec.minus {
		p.fill(n)
	}
	p.buf = append(p.buf, b...)
	if p.spec.minus {
		p.fill(n)
	}
}

// paddedString is padded for a string.
func (p *printer) paddedString(s string) {
	n := 0
	if p.spec.hasWidth {
		n = p.spec.width - utf8.RuneCountInString(s)
	}
	if !p.spec.minus {
		p.fill(n)
	}
	p.buf = append(p.buf, s...)
	if p.spec.minus {
		p.fill(n)
	}
}

// paddedBlank is padded without zeros.
func (p *printer) paddedBlank(b []byte) {
	zero := p.spec.zero
	p.spec.zero = false
	p.padded(b)
	p.spec.zero = zero
}
