package main

import (
	"errors"
	"fmt"
	"strconv"
	"unicode"
)

type parser struct {
	in  []rune
	pos int
}

var errDiv = errors.New("division by zero")

func (p *parser) peek() rune {
	for p.pos < len(p.in) && unicode.IsSpace(p.in[p.pos]) {
		p.pos++
	}
	if p.pos == len(p.in) {
		return 0
	}
	return p.in[p.pos]
}
func (p *parser) expr() float64 {
	v := p.term()
	for {
		switch p.peek() {
		case '+':
			p.pos++
			v += p.term()
		case '-':
			p.pos++
			v -= p.term()
		default:
			return v
		}
	}
}
func (p *parser) term() float64 {
	v := p.factor()
	for {
		switch p.peek() {
		case '*':
			p.pos++
			v *= p.factor()
		case '/':
			p.pos++
			d := p.factor()
			if d == 0 {
				panic(errDiv)
			}
			v /= d
		default:
			return v
		}
	}
}
func (p *parser) factor() float64 {
	switch c := p.peek(); {
	case c == '-':
		p.pos++
		return -p.factor()
	case c == '(':
		p.pos++
		v := p.expr()
		if p.peek() != ')' {
			panic(fmt.Errorf("expected ) at %d", p.pos))
		}
		p.pos++
		return v
	case unicode.IsDigit(c) || c == '.':
		start := p.pos
		for p.pos < len(p.in) && (unicode.IsDigit(p.in[p.pos]) || p.in[p.pos] == '.') {
			p.pos++
		}
		v, err := strconv.ParseFloat(string(p.in[start:p.pos]), 64)
		if err != nil {
			panic(err)
		}
		return v
	}
	panic(fmt.Errorf("unexpected %q at %d", p.peek(), p.pos))
}

func eval(s string) (v float64, err error) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(error)
			if !ok {
				panic(r)
			}
			err = fmt.Errorf("eval %q: %w", s, e)
		}
	}()
	p := &parser{in: []rune(s)}
	v = p.expr()
	if p.peek() != 0 {
		return 0, fmt.Errorf("eval %q: trailing %q", s, string(p.in[p.pos:]))
	}
	return
}

func main() {
	for _, s := range []string{"1 + 2 * 3", "(1+2)*3", "-4 / (2 - 2)", "2 * (3", "1.5 * -2", "7 7", "1..2", ""} {
		v, err := eval(s)
		fmt.Println(v, err, errors.Is(err, errDiv))
	}
}
