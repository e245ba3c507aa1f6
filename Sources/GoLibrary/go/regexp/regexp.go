// Package regexp searches text for regular expressions.
//
// parse.go and class.go read an expression into a tree, compile.go makes code
// of it, match.go runs that code, for all ways to match at once. find.go is the
// many ways to ask, replace.go writes matches anew.
package regexp

import (
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"
)

// A Regexp is a compiled regular expression.
type Regexp struct {
	expr     string
	code     []instruction
	names    []string
	prefix   string // that every match begins with
	complete bool   // the prefix is all
	anchored bool   // a match can only begin at the text's beginning
	longest  bool
	saving   int // numbers of a match
}

// Compile reads an expression.
func Compile(expr string) (*Regexp, error) { return newRegexp(expr, false) }

// CompilePOSIX reads an expression of POSIX's egrep; of the leftmost matches, the longest counts.
func CompilePOSIX(expr string) (*Regexp, error) { return newRegexp(expr, true) }

func newRegexp(expr string, posix bool) (*Regexp, error) {
	tree, names, err := parse(expr, posix)
	if err != nil {
		return nil, err
	}
	re := &Regexp{expr: expr, code: compile(tree), names: names, longest: posix, saving: 2 * len(names)}
	first := &re.code[re.code[0].out]
	re.anchored = first.op == opAssert && first.assert == beginText
	re.prefix, re.complete = prefix(re.code)
	return re, nil
}

// MustCompile is Compile that panics at an error.
func MustCompile(str string) *Regexp {
	re, err := Compile(str)
	if err != nil {
		panic("regexp: Compile(" + inQuotes(str) + "): " + err.Error())
	}
	return re
}

// MustCompilePOSIX is CompilePOSIX that panics at an error.
func MustCompilePOSIX(str string) *Regexp {
	re, err := CompilePOSIX(str)
	if err != nil {
		panic("regexp: CompilePOSIX(" + inQuotes(str) + "): " + err.Error())
	}
	return re
}

func inQuotes(s string) string {
	if strconv.CanBackquote(s) {
		return "`" + s + "`"
	}
	return strconv.Quote(s)
}

// String is the expression's source.
func (re *Regexp) String() string { return re.expr }

// Copy is re.
func (re *Regexp) Copy() *Regexp {
	c := *re
	return &c
}

// Longest has the longest of the leftmost matches count.
func (re *Regexp) Longest() { re.longest = true }

// NumSubexp is the number of captures.
func (re *Regexp) NumSubexp() int { return len(re.names) - 1 }

// SubexpNames are the captures' names, the first, "", for the whole.
func (re *Regexp) SubexpNames() []string { return re.names }

// SubexpIndex is the number of the capture with a name, or -1.
func (re *Regexp) SubexpIndex(name string) int {
	if name != "" {
		for i, n := range re.names {
			if n == name {
				return i
			}
		}
	}
	return -1
}

// LiteralPrefix is the text that every match begins with, and whether it is the whole expression.
func (re *Regexp) LiteralPrefix() (prefix string, complete bool) { return re.prefix, re.complete }

// MarshalText is the expression's source.
func (re *Regexp) MarshalText() ([]byte, error) { return []byte(re.expr), nil }

// UnmarshalText compiles text.
func (re *Regexp) UnmarshalText(text []byte) error {
	compiled, err := Compile(string(text))
	if err == nil {
		*re = *compiled
	}
	return err
}

// view is b as a string, without a copy.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// MatchString reports whether s contains a match.
func (re *Regexp) MatchString(s string) bool { return re.find(s, 0, 0) != nil }

// Match reports whether b contains a match.
func (re *Regexp) Match(b []byte) bool { return re.find(view(b), 0, 0) != nil }

// MatchReader reports whether the text that r gives contains a match.
func (re *Regexp) MatchReader(r io.RuneReader) bool { return re.MatchString(readAll(r)) }

func readAll(r io.RuneReader) string {
	var text []byte
	for {
		c, _, err := r.ReadRune()
		if err != nil {
			return string(text)
		}
		text = utf8.AppendRune(text, c)
	}
}

// MatchString reports whether s contains a match of pattern.
func MatchString(pattern string, s string) (matched bool, err error) {
	re, err := Compile(pattern)
	return err == nil && re.MatchString(s), err
}

// Match reports whether b contains a match of pattern.
func Match(pattern string, b []byte) (matched bool, err error) { return MatchString(pattern, view(b)) }

// MatchReader reports whether the text that r gives contains a match of pattern.
func MatchReader(pattern string, r io.RuneReader) (matched bool, err error) {
	re, err := Compile(pattern)
	return err == nil && re.MatchReader(r), err
}

// QuoteMeta is an expression that matches just s.
func QuoteMeta(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if strings.IndexByte(`\.+*?()|[]{}^$`, s[i]) >= 0 {
			b.WriteByte('\\')
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// Split is the parts of s between matches, at most n; all if n is below 0.
func (re *Regexp) Split(s string, n int) []string {
	if n == 0 {
		return nil
	}
	if re.expr != "" && s == "" {
		return []string{""}
	}
	var parts []string
	begin, end := 0, 0
	re.each(s, n, 2, func(found []int) {
		if n > 0 && len(parts) == n-1 {
			return
		}
		end = found[0]
		if found[1] != 0 {
			parts = append(parts, s[begin:end])
		}
		begin = found[1]
	})
	if end != len(s) {
		parts = append(parts, s[begin:])
	}
	return parts
}
