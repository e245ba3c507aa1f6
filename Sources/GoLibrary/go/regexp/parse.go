package regexp

import (
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A kind is what a node of an expression's tree stands for.
type kind uint8

const (
	empty     kind = iota
	set            // one character of a set
	beginLine      // the places between characters, from here
	endLine
	beginText
	endText
	boundary
	noBoundary
	capture
	repeat
	concat
	alternate
)

// A node is a part of an expression.
type node struct {
	kind  kind
	set   ranges
	parts []*node // what is captured, repeated, put together
	index int     // of a capture
	name  string
	min   int // of a repeat
	max   int // -1: any number
	lazy  bool
}

// Flags of an expression, as in (?i).
type flags struct {
	fold      bool // i: upper and lower case are the same
	multiLine bool // m: ^ and $ match at lines
	dotNL     bool // s: . matches line breaks
	lazy      bool // U: the meaning of x* and x*? is swapped
}

const maxDepth = 1000

type parser struct {
	whole string
	rest  string
	flags flags
	names []string // of the captures, the whole's first
	posix bool
	depth int
}

// failure is how parsing ends at an error.
type failure struct {
	err *syntax.Error
}

func fail(code syntax.ErrorCode, expr string) { panic(failure{&syntax.Error{Code: code, Expr: expr}}) }

func parse(expr string, posix bool) (tree *node, names []string, err error) {
	p := &parser{whole: expr, rest: expr, names: []string{""}, posix: posix}
	defer func() {
		if r := recover(); r != nil {
			f, ok := r.(failure)
			if !ok {
				panic(r)
			}
			err = f.err
		}
	}()
	if !utf8.ValidString(expr) {
		fail(syntax.ErrInvalidUTF8, expr)
	}
	if posix {
		p.flags.multiLine = true
	}
	tree = p.alternation()
	if p.rest != "" {
		fail(syntax.ErrUnexpectedParen, p.whole)
	}
	return tree, p.names, nil
}

// alternation reads up to the end or a closing parenthesis.
func (p *parser) alternation() *node {
	if p.depth++; p.depth > maxDepth {
		fail(syntax.ErrNestingDepth, p.whole)
	}
	defer func() { p.depth-- }()
	parts := []*node{p.sequence()}
	for strings.HasPrefix(p.rest, "|") {
		p.rest = p.rest[1:]
		parts = append(parts, p.sequence())
	}
	if len(parts) == 1 {
		return parts[0]
	}
	return &node{kind: alternate, parts: parts}
}

func (p *parser) sequence() *node {
	var parts []*node
	lastRepeat := "" // where the repetition that was read last begins
	for p.rest != "" && p.rest[0] != '|' && p.rest[0] != ')' {
		before := p.rest
		least, most, ok := p.count()
		if !ok {
			if n := p.atom(); n != nil {
				parts = append(parts, n)
			}
			lastRepeat = ""
			continue
		}
		lazy := p.flags.lazy
		if !p.posix && strings.HasPrefix(p.rest, "?") {
			p.rest = p.rest[1:]
			lazy = !lazy
		}
		operator := p.since(before)
		if lastRepeat != "" && !p.posix {
			fail(syntax.ErrInvalidRepeatOp, p.since(lastRepeat))
		}
		if len(parts) == 0 {
			fail(syntax.ErrMissingRepeatArgument, operator)
		}
		lastRepeat = before
		last := len(parts) - 1
		parts[last] = &node{kind: repeat, parts: []*node{parts[last]}, min: least, max: most, lazy: lazy}
		if tooMany(parts[last], 1000) {
			fail(syntax.ErrInvalidRepeatSize, operator)
		}
	}
	switch len(parts) {
	case 0:
		return &node{kind: empty}
	case 1:
		return parts[0]
	}
	return &node{kind: concat, parts: parts}
}

// tooMany reports whether counted repetitions in each other repeat more than limit times.
func tooMany(n *node, limit int) bool {
	if n.kind == repeat {
		m := n.max
		if m < 0 {
			m = n.min
		}
		if m > limit {
			return true
		}
		if m > 0 {
			limit /= m
		}
	}
	for _, part := range n.parts {
		if tooMany(part, limit) {
			return true
		}
	}
	return false
}

// count reads * + ? {n} {n,} {n,m}.
func (p *parser) count() (least, most int, ok bool) {
	switch p.rest[0] {
	case '*':
		least, most = 0, -1
	case '+':
		least, most = 1, -1
	case '?':
		least, most = 0, 1
	case '{':
		end := strings.IndexByte(p.rest, '}')
		if end < 0 {
			return 0, 0, false
		}
		first, second, two := strings.Cut(p.rest[1:end], ",")
		if least, ok = number(first); !ok {
			return 0, 0, false
		}
		most = least
		if two && second == "" {
			most = -1
		} else if two {
			if most, ok = number(second); !ok {
				return 0, 0, false
			}
		}
		if least > 1000 || most > 1000 || most >= 0 && least > most {
			fail(syntax.ErrInvalidRepeatSize, p.rest[:end+1])
		}
		p.rest = p.rest[end+1:]
		return least, most, true
	default:
		return 0, 0, false
	}
	p.rest = p.rest[1:]
	return least, most, true
}

// number is a count without sign and leading zeros; a very large one is 1001.
func number(s string) (int, bool) {
	if s == "" || len(s) > 1 && s[0] == '0' {
		return 0, false
	}
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
	}
	n, err := strconv.Atoi(s)
	if err != nil || n > 1000 {
		n = 1001
	}
	return n, true
}

// next takes a character.
func (p *parser) next() rune {
	r, size := utf8.DecodeRuneInString(p.rest)
	p.rest = p.rest[size:]
	return r
}

// since is what was read since the text left was begin.
func (p *parser) since(begin string) string {
	if n := len(begin) - len(p.rest); n >= 0 {
		return begin[:n]
	}
	return begin // of quoted text more may be left than was there
}

func (p *parser) literal(r rune) *node {
	s := ranges{r, r}
	if p.flags.fold {
		s = s.folded()
	}
	return &node{kind: set, set: s}
}

// atom reads what a repetition can stand behind; nil for flags and the like.
func (p *parser) atom() *node {
	begin := p.rest
	switch r := p.next(); r {
	case '(':
		return p.group(begin)
	case '[':
		return &node{kind: set, set: p.class(begin)}
	case '.':
		if p.flags.dotNL {
			return &node{kind: set, set: ranges{0, unicode.MaxRune}}
		}
		return &node{kind: set, set: ranges{0, '\n' - 1, '\n' + 1, unicode.MaxRune}}
	case '^':
		if p.flags.multiLine {
			return &node{kind: beginLine}
		}
		return &node{kind: beginText}
	case '$':
		if p.flags.multiLine {
			return &node{kind: endLine}
		}
		return &node{kind: endText}
	case '\\':
		return p.backslash(begin)
	default:
		return p.literal(r)
	}
}

func (p *parser) backslash(begin string) *node {
	if p.rest == "" {
		fail(syntax.ErrTrailingBackslash, "")
	}
	if !p.posix {
		switch p.rest[0] {
		case 'A', 'b', 'B', 'z':
			c := p.rest[0]
			p.rest = p.rest[1:]
			return &node{kind: map[byte]kind{'A': beginText, 'b': boundary, 'B': noBoundary, 'z': endText}[c]}
		case 'C':
			fail(syntax.ErrInvalidEscape, `\C`)
		case 'Q':
			text, rest, _ := strings.Cut(p.rest[1:], `\E`)
			p.rest = QuoteMeta(text) + rest
			return nil
		}
	}
	p.rest = begin
	if s, ok := p.classEscape(); ok {
		return &node{kind: set, set: s}
	}
	return p.literal(p.escape())
}

// group reads what is behind an opening parenthesis.
func (p *parser) group(begin string) *node {
	if p.posix || !strings.HasPrefix(p.rest, "?") {
		return p.captured("", begin)
	}
	for _, start := range []string{"?P<", "?<"} {
		if !strings.HasPrefix(p.rest, start) {
			continue
		}
		end := strings.IndexByte(p.rest, '>')
		if end < 0 {
			fail(syntax.ErrInvalidNamedCapture, begin)
		}
		name := p.rest[len(start):end]
		p.rest = p.rest[end+1:]
		if !validName(name) {
			fail(syntax.ErrInvalidNamedCapture, begin[:end+2])
		}
		return p.captured(name, begin)
	}
	p.rest = p.rest[1:]
	flags := p.flags
	negative, some := false, false
	for p.rest != "" {
		switch c := p.next(); c {
		case 'i':
			flags.fold = !negative
		case 'm':
			flags.multiLine = !negative
		case 's':
			flags.dotNL = !negative
		case 'U':
			flags.lazy = !negative
		case '-':
			if negative {
				fail(syntax.ErrInvalidPerlOp, p.since(begin))
			}
			negative, some = true, false
			continue
		case ')', ':':
			if negative && !some {
				fail(syntax.ErrInvalidPerlOp, p.since(begin))
			}
			if c == ')' {
				p.flags = flags
				return nil
			}
			outer := p.flags
			p.flags = flags
			n := p.alternation()
			p.close()
			p.flags = outer
			return n
		default:
			fail(syntax.ErrInvalidPerlOp, p.since(begin))
		}
		some = true
	}
	fail(syntax.ErrInvalidPerlOp, begin)
	return nil
}

func (p *parser) captured(name, begin string) *node {
	n := &node{kind: capture, index: len(p.names), name: name}
	p.names = append(p.names, name)
	outer := p.flags
	n.parts = []*node{p.alternation()}
	p.flags = outer
	p.close()
	return n
}

func (p *parser) close() {
	if !strings.HasPrefix(p.rest, ")") {
		fail(syntax.ErrMissingParen, p.whole)
	}
	p.rest = p.rest[1:]
}

func validName(name string) bool {
	if name == "" {
		return false
	}
	for i := range len(name) {
		c := name[i]
		if c != '_' && !('0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') {
			return false
		}
	}
	return true
}
