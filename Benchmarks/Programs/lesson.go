package main

import (
	"errors"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"
)

type Kind int

const (
	Number Kind = iota
	Op
	LParen
	RParen
	Ident
)

func (k Kind) String() string {
	return [...]string{"Number", "Op", "LParen", "RParen", "Ident"}[k]
}

type Token struct {
	Kind Kind
	Text string
	Pos  int
}

type SyntaxError struct {
	Pos int
	Msg string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("at %d: %s", e.Pos, e.Msg) }

var ErrDivZero = errors.New("division by zero")

func lex(s string) ([]Token, error) {
	var out []Token
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == ' ':
			i++
		case c >= '0' && c <= '9' || c == '.':
			j := i
			for j < len(s) && (s[j] >= '0' && s[j] <= '9' || s[j] == '.') {
				j++
			}
			out = append(out, Token{Number, s[i:j], i})
			i = j
		case strings.ContainsRune("+-*/^%", rune(c)):
			out = append(out, Token{Op, string(c), i})
			i++
		case c == '(':
			out = append(out, Token{LParen, "(", i})
			i++
		case c == ')':
			out = append(out, Token{RParen, ")", i})
			i++
		case c >= 'a' && c <= 'z':
			j := i
			for j < len(s) && s[j] >= 'a' && s[j] <= 'z' {
				j++
			}
			out = append(out, Token{Kind: Ident, Text: s[i:j], Pos: i})
			i = j
		default:
			return nil, &SyntaxError{i, fmt.Sprintf("unexpected %q", c)}
		}
	}
	return out, nil
}

type Node interface {
	Eval(env map[string]float64) (float64, error)
}

type (
	Num   float64
	Var   string
	BinOp struct {
		op   byte
		l, r Node
	}
	Neg struct{ Node }
)

func (n Num) Eval(map[string]float64) (float64, error) { return float64(n), nil }
func (v Var) Eval(env map[string]float64) (float64, error) {
	if x, ok := env[string(v)]; ok {
		return x, nil
	}
	return 0, fmt.Errorf("undefined %q", string(v))
}
func (n Neg) Eval(env map[string]float64) (float64, error) {
	x, err := n.Node.Eval(env)
	return -x, err
}
func (b *BinOp) Eval(env map[string]float64) (res float64, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("%c: %w", b.op, err)
		}
	}()
	x, err := b.l.Eval(env)
	if err != nil {
		return
	}
	y, err := b.r.Eval(env)
	if err != nil {
		return 0, err
	}
	switch b.op {
	case '+':
		return x + y, nil
	case '-':
		return x - y, nil
	case '*':
		return x * y, nil
	case '/':
		if y == 0 {
			return 0, ErrDivZero
		}
		return x / y, nil
	}
	panic("unknown op " + string(b.op))
}

type parser struct {
	toks []Token
	pos  int
}

func (p *parser) peek() *Token {
	if p.pos < len(p.toks) {
		return &p.toks[p.pos]
	}
	return nil
}

var prec = map[string]int{"+": 1, "-": 1, "*": 2, "/": 2}

func (p *parser) expr(min int) Node {
	lhs := p.unary()
	for t := p.peek(); t != nil && t.Kind == Op && prec[t.Text] >= min; t = p.peek() {
		p.pos++
		rhs := p.expr(prec[t.Text] + 1)
		lhs = &BinOp{t.Text[0], lhs, rhs}
	}
	return lhs
}

func (p *parser) unary() Node {
	t := p.peek()
	if t == nil {
		panic(&SyntaxError{-1, "unexpected end"})
	}
	p.pos++
	switch t.Kind {
	case Number:
		f, err := strconv.ParseFloat(t.Text, 64)
		if err != nil {
			panic(err)
		}
		return Num(f)
	case Ident:
		return Var(t.Text)
	case Op:
		if t.Text == "-" {
			return Neg{p.unary()}
		}
	case LParen:
		n := p.expr(1)
		if c := p.peek(); c == nil || c.Kind != RParen {
			panic(&SyntaxError{t.Pos, "unclosed ("})
		}
		p.pos++
		return n
	}
	panic(&SyntaxError{t.Pos, "unexpected " + t.Kind.String()})
}

func parse(s string) (n Node, err error) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *SyntaxError:
			err = r
		case error:
			err = fmt.Errorf("wrapped: %w", r)
		default:
			panic(r)
		}
	}()
	toks, err := lex(s)
	if err != nil {
		return nil, err
	}
	p := &parser{toks: toks}
	n = p.expr(1)
	if t := p.peek(); t != nil {
		return nil, &SyntaxError{Pos: t.Pos, Msg: "trailing " + t.Text}
	}
	return n, nil
}

func main() {
	env := map[string]float64{"x": 3, "y": 4.5, "zero": 0}
	for i, src := range []string{"1 + 2 * 3", "(1+2)*3", "-x * y", "1/zero", "1 + ", "2 $ 3", "foo+1", "((1)", "1.2.3", "1 2", "10/4-2/-8"} {
		n, err := parse(src)
		if err != nil {
			var se *SyntaxError
			fmt.Printf("%2d %-12s parse error: %v (syntax: %t)\n", i, src, err, errors.As(err, &se))
			continue
		}
		v, err := n.Eval(env)
		switch {
		case errors.Is(err, ErrDivZero):
			fmt.Printf("%2d %-12s div by zero: %v\n", i, src, err)
		case err != nil:
			fmt.Printf("%2d %-12s error: %v\n", i, src, err)
		default:
			fmt.Printf("%2d %-12s = %8.3f %T\n", i, src, v, n)
		}
	}
	keys := make([]string, 0, len(env))
	for k := range env {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	fmt.Println(keys, env)
	fmt.Printf("%v %+v %#v\n", Token{Op, "+", 3}, Token{Op, "+", 3}, Token{Op, "+", 3})
	fmt.Fprintln(os.Stderr, "done")
	if len(os.Args) > 5 {
		os.Exit(2)
	}
}
