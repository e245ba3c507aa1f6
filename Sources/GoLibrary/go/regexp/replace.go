package regexp

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// replace is text with each match replaced by what write appends.
func (re *Regexp) replace(text string, saving int, write func(dst []byte, found []int) []byte) []byte {
	var out []byte
	done := 0
	re.each(text, -1, saving, func(found []int) {
		out = append(out, text[done:found[0]]...)
		out = write(out, found)
		done = found[1]
	})
	if out == nil && done == 0 {
		return []byte(text)
	}
	return append(out, text[done:]...)
}

// ReplaceAllString is src with each match replaced by repl, in which $1 and ${name} stand for captures.
func (re *Regexp) ReplaceAllString(src, repl string) string {
	return string(re.replace(src, re.saving, func(dst []byte, found []int) []byte {
		return re.expand(dst, repl, src, found)
	}))
}

// ReplaceAllLiteralString is src with each match replaced by repl as it is.
func (re *Regexp) ReplaceAllLiteralString(src, repl string) string {
	return string(re.replace(src, 2, func(dst []byte, found []int) []byte { return append(dst, repl...) }))
}

// ReplaceAllStringFunc is src with each match replaced by repl of it.
func (re *Regexp) ReplaceAllStringFunc(src string, repl func(string) string) string {
	return string(re.replace(src, 2, func(dst []byte, found []int) []byte {
		return append(dst, repl(src[found[0]:found[1]])...)
	}))
}

// ReplaceAll is ReplaceAllString for bytes.
func (re *Regexp) ReplaceAll(src, repl []byte) []byte {
	return re.replace(view(src), re.saving, func(dst []byte, found []int) []byte {
		return re.expand(dst, string(repl), view(src), found)
	})
}

// ReplaceAllLiteral is ReplaceAllLiteralString for bytes.
func (re *Regexp) ReplaceAllLiteral(src, repl []byte) []byte {
	return re.replace(view(src), 2, func(dst []byte, found []int) []byte { return append(dst, repl...) })
}

// ReplaceAllFunc is ReplaceAllStringFunc for bytes.
func (re *Regexp) ReplaceAllFunc(src []byte, repl func([]byte) []byte) []byte {
	return re.replace(view(src), 2, func(dst []byte, found []int) []byte {
		return append(dst, repl(src[found[0]:found[1]])...)
	})
}

// Expand appends template to dst, with $1 and ${name} replaced by what match, the places of a match in src, captured.
func (re *Regexp) Expand(dst []byte, template []byte, src []byte, match []int) []byte {
	return re.expand(dst, string(template), view(src), match)
}

// ExpandString is Expand for strings.
func (re *Regexp) ExpandString(dst []byte, template string, src string, match []int) []byte {
	return re.expand(dst, template, src, match)
}

func (re *Regexp) expand(dst []byte, template, src string, found []int) []byte {
	for {
		before, after, ok := strings.Cut(template, "$")
		dst = append(dst, before...)
		if !ok {
			return dst
		}
		if strings.HasPrefix(after, "$") {
			dst = append(dst, '$')
			template = after[1:]
			continue
		}
		name, rest, ok := reference(after)
		if !ok {
			dst = append(dst, '$')
			template = after
			continue
		}
		template = rest
		if number, ok := captureNumber(name); ok {
			if 2*number+1 < len(found) && found[2*number] >= 0 {
				dst = append(dst, src[found[2*number]:found[2*number+1]]...)
			}
			continue
		}
		for i, other := range re.names {
			if other == name && 2*i+1 < len(found) && found[2*i] >= 0 {
				dst = append(dst, src[found[2*i]:found[2*i+1]]...)
				break
			}
		}
	}
}

// reference reads a name or number behind a $, in braces or as long as it can be.
func reference(s string) (name, rest string, ok bool) {
	braces := strings.HasPrefix(s, "{")
	if braces {
		s = s[1:]
	}
	end := 0
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		end += size
	}
	name, rest = s[:end], s[end:]
	if name == "" {
		return "", "", false
	}
	if braces {
		if !strings.HasPrefix(rest, "}") {
			return "", "", false
		}
		rest = rest[1:]
	}
	return name, rest, true
}

// captureNumber is the number that name is, if it is one.
func captureNumber(name string) (int, bool) {
	n := 0
	for i := range len(name) {
		if name[i] < '0' || name[i] > '9' || n >= 1e8 {
			return 0, false
		}
		n = n*10 + int(name[i]-'0')
	}
	return n, len(name) == 1 || name[0] != '0'
}
