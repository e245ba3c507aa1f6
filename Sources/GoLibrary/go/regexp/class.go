package regexp

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ranges is a set of characters: pairs of first and last, in order and apart from each other once clean.
type ranges []rune

func (s ranges) has(r rune) bool {
	if len(s) <= 8 {
		for i := 0; i < len(s); i += 2 {
			if r < s[i] {
				return false
			}
			if r <= s[i+1] {
				return true
			}
		}
		return false
	}
	low, high := 0, len(s)/2
	for low < high {
		middle := (low + high) / 2
		switch {
		case r < s[2*middle]:
			high = middle
		case r > s[2*middle+1]:
			low = middle + 1
		default:
			return true
		}
	}
	return false
}

// clean puts the pairs in order and joins those that touch.
func (s ranges) clean() ranges {
	type pair struct{ low, high rune }
	pairs := make([]pair, len(s)/2)
	for i := range pairs {
		pairs[i] = pair{s[2*i], s[2*i+1]}
	}
	slices.SortFunc(pairs, func(a, b pair) int { return int(a.low - b.low) })
	var out ranges
	for _, p := range pairs {
		if n := len(out); n > 0 && p.low <= out[n-1]+1 {
			out[n-1] = max(out[n-1], p.high)
		} else {
			out = append(out, p.low, p.high)
		}
	}
	return out
}

// without is all characters that are not in s, which is clean.
func (s ranges) without() ranges {
	var out ranges
	next := rune(0)
	for i := 0; i < len(s); i += 2 {
		if s[i] > next {
			out = append(out, next, s[i]-1)
		}
		next = s[i+1] + 1
	}
	if next <= unicode.MaxRune {
		out = append(out, next, unicode.MaxRune)
	}
	return out
}

// Beyond these nothing has two cases.
const firstFold, lastFold = 'A', 0x1E943

// folded is s with the other cases of its characters.
func (s ranges) folded() ranges {
	out := slices.Clone(s)
	for i := 0; i < len(s); i += 2 {
		for r := max(s[i], firstFold); r <= min(s[i+1], lastFold); r++ {
			for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
				if f < s[i] || f > s[i+1] {
					out = append(out, f, f)
				}
			}
		}
	}
	return out.clean()
}

var (
	digits = ranges{'0', '9'}
	spaces = ranges{'\t', '\n', '\f', '\r', ' ', ' '}
	words  = ranges{'0', '9', 'A', 'Z', '_', '_', 'a', 'z'}
)

// named is the sets of [[:name:]].
func named(name string) (ranges, bool) {
	switch name {
	case "alnum":
		return ranges{'0', '9', 'A', 'Z', 'a', 'z'}, true
	case "alpha":
		return ranges{'A', 'Z', 'a', 'z'}, true
	case "ascii":
		return ranges{0, 0x7F}, true
	case "blank":
		return ranges{'\t', '\t', ' ', ' '}, true
	case "cntrl":
		return ranges{0, 0x1F, 0x7F, 0x7F}, true
	case "digit":
		return digits, true
	case "graph":
		return ranges{'!', '~'}, true
	case "lower":
		return ranges{'a', 'z'}, true
	case "print":
		return ranges{' ', '~'}, true
	case "punct":
		return ranges{'!', '/', ':', '@', '[', '`', '{', '~'}, true
	case "space":
		return ranges{'\t', '\r', ' ', ' '}, true
	case "upper":
		return ranges{'A', 'Z'}, true
	case "word":
		return words, true
	case "xdigit":
		return ranges{'0', '9', 'A', 'F', 'a', 'f'}, true
	}
	return nil, false
}

// fromTable is the set of a Unicode table.
func fromTable(t *unicode.RangeTable) ranges {
	var out ranges
	add := func(low, high, stride rune) {
		if stride == 1 {
			out = append(out, low, high)
			return
		}
		for r := low; r <= high; r += stride {
			out = append(out, r, r)
		}
	}
	for _, r := range t.R16 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range t.R32 {
		add(rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return out.clean()
}

// classEscape reads \d and its like and \pX, if that is what comes.
func (p *parser) classEscape() (ranges, bool) {
	if len(p.rest) < 2 || p.posix {
		return nil, false
	}
	c := p.rest[1]
	var s ranges
	switch c {
	case 'd', 'D':
		s = digits
	case 's', 'S':
		s = spaces
	case 'w', 'W':
		s = words
	case 'p', 'P':
		return p.unicodeClass(), true
	default:
		return nil, false
	}
	p.rest = p.rest[2:]
	if p.flags.fold {
		s = s.folded()
	}
	if c < 'a' {
		s = s.without()
	}
	return s, true
}

// unicodeClass reads \pL, \p{Greek}, \P{^Lu}.
func (p *parser) unicodeClass() ranges {
	begin := p.rest
	negative := p.rest[1] == 'P'
	p.rest = p.rest[2:]
	if p.rest == "" {
		fail(syntax.ErrInvalidCharRange, begin)
	}
	name := ""
	if r := p.next(); r != '{' {
		name = string(r)
	} else {
		end := strings.IndexByte(p.rest, '}')
		if end < 0 {
			fail(syntax.ErrInvalidCharRange, begin)
		}
		name = p.rest[:end]
		p.rest = p.rest[end+1:]
	}
	if strings.HasPrefix(name, "^") {
		negative = !negative
		name = name[1:]
	}
	var s ranges
	switch {
	case name == "Any":
		s = ranges{0, unicode.MaxRune}
	case unicode.Categories[name] != nil:
		s = fromTable(unicode.Categories[name])
	case unicode.Scripts[name] != nil:
		s = fromTable(unicode.Scripts[name])
	default:
		fail(syntax.ErrInvalidCharRange, p.since(begin))
	}
	if p.flags.fold {
		s = s.folded()
	}
	if negative {
		s = s.without()
	}
	return s
}

// escape reads a backslash and what stands for one character.
func (p *parser) escape() rune {
	begin := p.rest
	p.rest = p.rest[1:]
	if p.rest == "" {
		fail(syntax.ErrTrailingBackslash, "")
	}
	switch r := p.next(); {
	case '1' <= r && r <= '7':
		// One digit refers back, which is not supported; more are an octal number.
		if p.rest == "" || p.rest[0] < '0' || p.rest[0] > '7' {
			break
		}
		return p.octal(r - '0')
	case r == '0':
		return p.octal(0)
	case r == 'x':
		if n, ok := p.hex(); ok {
			return n
		}
	case r == 'a':
		return '\a'
	case r == 'f':
		return '\f'
	case r == 'n':
		return '\n'
	case r == 'r':
		return '\r'
	case r == 't':
		return '\t'
	case r == 'v':
		return '\v'
	case r < utf8.RuneSelf && !('0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'):
		return r
	}
	fail(syntax.ErrInvalidEscape, p.since(begin))
	return 0
}

func (p *parser) octal(n rune) rune {
	for i := 0; i < 2 && p.rest != "" && '0' <= p.rest[0] && p.rest[0] <= '7'; i++ {
		n = n*8 + rune(p.rest[0]-'0')
		p.rest = p.rest[1:]
	}
	return n
}

// hex reads what is behind \x: two digits, or any number in braces.
func (p *parser) hex() (rune, bool) {
	if p.rest == "" {
		return 0, false
	}
	digit := func(r rune) rune {
		switch {
		case '0' <= r && r <= '9':
			return r - '0'
		case 'a' <= r && r <= 'f':
			return r - 'a' + 10
		case 'A' <= r && r <= 'F':
			return r - 'A' + 10
		}
		return -1
	}
	r := p.next()
	if r == '{' {
		n := rune(0)
		for i := 0; p.rest != ""; i++ {
			r = p.next()
			if r == '}' {
				return n, i > 0
			}
			d := digit(r)
			if d < 0 {
				return 0, false
			}
			if n = n*16 + d; n > unicode.MaxRune {
				return 0, false
			}
		}
		return 0, false
	}
	high := digit(r)
	if p.rest == "" {
		return 0, false
	}
	low := digit(p.next())
	return high*16 + low, high >= 0 && low >= 0
}

// class reads a set in brackets, behind the first.
func (p *parser) class(begin string) ranges {
	negative := strings.HasPrefix(p.rest, "^")
	if negative {
		p.rest = p.rest[1:]
	}
	var s ranges
	if negative && p.posix {
		s = append(s, '\n', '\n')
	}
	for first := true; p.rest == "" || p.rest[0] != ']' || first; first = false {
		if p.rest == "" {
			fail(syntax.ErrMissingBracket, begin)
		}
		if p.posix && !first && p.rest[0] == '-' && (len(p.rest) == 1 || p.rest[1] != ']') {
			_, size := utf8.DecodeRuneInString(p.rest[1:])
			fail(syntax.ErrInvalidCharRange, p.rest[:1+size])
		}
		if strings.HasPrefix(p.rest, "[:") {
			if end := strings.Index(p.rest[2:], ":]"); end >= 0 {
				name := p.rest[2 : end+2]
				part, ok := named(strings.TrimPrefix(name, "^"))
				if !ok {
					fail(syntax.ErrInvalidCharRange, p.rest[:end+4])
				}
				if p.flags.fold {
					part = part.folded()
				}
				if strings.HasPrefix(name, "^") {
					part = part.clean().without()
				}
				s = append(s, part...)
				p.rest = p.rest[end+4:]
				continue
			}
		}
		if p.rest[0] == '\\' {
			if part, ok := p.classEscape(); ok {
				s = append(s, part...)
				continue
			}
		}
		start := p.rest
		low := p.classRune(begin)
		high := low
		if len(p.rest) >= 2 && p.rest[0] == '-' && p.rest[1] != ']' {
			p.rest = p.rest[1:]
			high = p.classRune(begin)
			if high < low {
				fail(syntax.ErrInvalidCharRange, p.since(start))
			}
		}
		part := ranges{low, high}
		if p.flags.fold {
			part = part.folded()
		}
		s = append(s, part...)
	}
	p.rest = p.rest[1:]
	s = s.clean()
	if negative {
		s = s.without()
	}
	return s
}

func (p *parser) classRune(begin string) rune {
	if p.rest == "" {
		fail(syntax.ErrMissingBracket, begin)
	}
	if p.rest[0] == '\\' {
		return p.escape()
	}
	return p.next()
}
