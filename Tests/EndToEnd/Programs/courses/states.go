package main

import (
	"fmt"
	"os"
	"strings"
)

type State uint8

const (
	Idle State = iota
	Coin
	Choosing
	Vending
	_
	Broken
)

var names = map[State]string{Idle: "idle", Coin: "coin", Choosing: "choosing", Vending: "vending", Broken: "broken"}

func (s State) String() string {
	if n, ok := names[s]; ok {
		return n
	}
	return fmt.Sprintf("State(%d)", uint8(s))
}

type Event struct {
	Name  string
	Value int
}

type Handler func(m *Machine, e Event) (State, error)

type Machine struct {
	State
	credit int
	stock  map[string]int
	table  map[State]map[string]Handler
	trace  []string
	hooks  []func(from, to State)
}

type TransitionError struct {
	From  State
	Event string
}

func (e *TransitionError) Error() string { return "no " + e.Event + " in " + e.From.String() }

func (m *Machine) On(s State, event string, h Handler) {
	if m.table[s] == nil {
		m.table[s] = make(map[string]Handler)
	}
	m.table[s][event] = h
}

func (m *Machine) Fire(e Event) error {
	h, ok := m.table[m.State][e.Name]
	if !ok {
		return &TransitionError{m.State, e.Name}
	}
	next, err := h(m, e)
	if err != nil {
		return err
	}
	for _, hook := range m.hooks {
		hook(m.State, next)
	}
	m.State = next
	return nil
}

func NewMachine() *Machine {
	m := &Machine{stock: map[string]int{"tea": 1, "cola": 2}, table: map[State]map[string]Handler{}}
	price := func(item string) int { return 10 * len(item) }
	insert := func(m *Machine, e Event) (State, error) {
		m.credit += e.Value
		return Coin, nil
	}
	m.On(Idle, "coin", insert)
	m.On(Coin, "coin", insert)
	m.On(Coin, "refund", func(m *Machine, _ Event) (State, error) {
		defer func(c int) { m.trace = append(m.trace, fmt.Sprint("refund ", c)) }(m.credit)
		m.credit = 0
		return Idle, nil
	})
	for item := range m.stock {
		m.On(Coin, item, func(m *Machine, e Event) (State, error) {
			switch p := price(item); {
			case m.stock[item] == 0:
				return m.State, fmt.Errorf("sold out: %s", item)
			case m.credit < p:
				return m.State, fmt.Errorf("%s costs %d, have %d", item, p, m.credit)
			default:
				m.credit -= p
				m.stock[item]--
				if m.credit > 0 {
					return Coin, nil
				}
				return Idle, nil
			}
		})
	}
	m.On(Idle, "kick", func(*Machine, Event) (State, error) { return Broken, nil })
	m.hooks = append(m.hooks, func(from, to State) {
		m.trace = append(m.trace, fmt.Sprintf("%v>%v", from, to))
	})
	return m
}

type lexFn func(*lexer) lexFn

type lexer struct {
	in   string
	pos  int
	toks []string
}

func lexStart(l *lexer) lexFn {
	for l.pos < len(l.in) {
		switch c := l.in[l.pos]; {
		case c == ' ':
			l.pos++
			continue
		case c >= '0' && c <= '9':
			return lexWhile("num", func(c byte) bool { return c >= '0' && c <= '9' || c == '_' })
		case c == '"':
			return lexString
		case strings.IndexByte("+-*/", c) >= 0:
			l.toks = append(l.toks, "op:"+string(c))
			l.pos++
		default:
			return lexWhile("id", func(c byte) bool { return c > ' ' && c != '"' })
		}
	}
	return nil
}

func lexWhile(kind string, ok func(byte) bool) lexFn {
	return func(l *lexer) lexFn {
		start := l.pos
		for l.pos < len(l.in) && ok(l.in[l.pos]) {
			l.pos++
		}
		l.toks = append(l.toks, kind+":"+l.in[start:l.pos])
		return lexStart
	}
}

func lexString(l *lexer) lexFn {
	end := strings.IndexByte(l.in[l.pos+1:], '"')
	if end < 0 {
		l.toks = append(l.toks, "error:unterminated")
		return nil
	}
	l.toks = append(l.toks, "str:"+l.in[l.pos+1:l.pos+1+end])
	l.pos += end + 2
	return lexStart
}

func main() {
	m := NewMachine()
	events := []Event{{"tea", 0}, {"coin", 20}, {"tea", 0}, {"coin", 20}, {"tea", 0}, {"tea", 0}, {"refund", 0}, {"coin", 100}, {"cola", 0}, {"cola", 0}, {"cola", 0}, {"refund", 0}, {"kick", 1}, {"coin", 1}}
	for _, e := range events {
		err := m.Fire(e)
		if te, ok := err.(*TransitionError); ok {
			fmt.Print("[", te.From, "] ")
		}
		fmt.Println(e.Name, m.State, m.credit, err)
	}
	fmt.Println(strings.Join(m.trace, " "))
	fmt.Println(State(4), State(200), Broken, m.stock)
	l := &lexer{in: `x1 + 42*"hi there" - 1_000 y "oops`}
	for f := lexFn(lexStart); f != nil; {
		f = f(l)
	}
	fmt.Printf("%q\n", l.toks)
	if m.State == Broken {
		fmt.Fprintln(os.Stderr, "machine is broken")
		os.Exit(3)
	}
}
