package main

import (
	"fmt"
	"unicode"
)

type Kind int

const (
	EOF Kind = iota
	Ident
	Number
	String
	Op
)

var names = [...]string{EOF: "EOF", Ident: "Ident", Number: "Number", String: "String", Op: "Op"}

func (k Kind) String() string { return names[k] }

type Token struct {
	Kind
	Text      string
	Line, Col int
}
type stateFn func(*lexer) stateFn
type lexer struct {
	src              []rune
	start, pos, line int
	lineStart        int
	out              chan Token
}

func (l *lexer) emit(k Kind) {
	l.out <- Token{k, string(l.src[l.start:l.pos]), l.line, l.start - l.lineStart + 1}
	l.start = l.pos
}
func (l *lexer) peek() rune {
	if l.pos >= len(l.src) {
		return 0
	}
	return l.src[l.pos]
}
func (l *lexer) while(f func(rune) bool) {
	for l.pos < len(l.src) && f(l.src[l.pos]) {
		l.pos++
	}
}
func lexAny(l *lexer) stateFn {
	switch c := l.peek(); {
	case c == 0:
		l.emit(EOF)
		return nil
	case c == '\n':
		l.pos++
		l.line++
		l.lineStart = l.pos
		l.start = l.pos
		return lexAny
	case unicode.IsSpace(c):
		l.while(func(r rune) bool { return r == ' ' || r == '\t' })
		l.start = l.pos
		return lexAny
	case unicode.IsLetter(c):
		return lexIdent
	case unicode.IsDigit(c):
		l.while(unicode.IsDigit)
		l.emit(Number)
		return lexAny
	case c == '"':
		return lexString
	default:
		l.pos++
		l.emit(Op)
		return lexAny
	}
}
func lexIdent(l *lexer) stateFn {
	l.while(func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
	l.emit(Ident)
	return lexAny
}
func lexString(l *lexer) stateFn {
	l.pos++
	l.while(func(r rune) bool { return r != '"' })
	l.pos++
	l.emit(String)
	return lexAny
}
func lex(s string) <-chan Token {
	l := &lexer{src: []rune(s), line: 1, out: make(chan Token)}
	go func() {
		for st := stateFn(lexAny); st != nil; {
			st = st(l)
		}
		close(l.out)
	}()
	return l.out
}

func main() {
	for t := range lex("x1 := 42 +\n\ty*\"str\"\nété") {
		fmt.Printf("%d:%d %v %q\n", t.Line, t.Col, t.Kind, t.Text)
	}
}
