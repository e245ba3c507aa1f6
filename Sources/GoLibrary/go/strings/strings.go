// Package strings looks into strings and makes new ones from them.
package strings

import (
	"unicode/utf8"
	"unsafe"
)

// text is b as a string, without a copy; b must not change any more.
func text(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// Clone copies s, so that the copy does not keep a larger string in memory.
func Clone(s string) string {
	if len(s) == 0 {
		return ""
	}
	b := make([]byte, len(s))
	copy(b, s)
	return text(b)
}

// Compare is -1, 0 or 1 as a comes before, equals or comes after b.
func Compare(a, b string) int {
	switch {
	case a == b:
		return 0
	case a < b:
		return -1
	}
	return 1
}

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix string) bool {
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// Cut divides s around the first sep.
func Cut(s, sep string) (before, after string, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// CutPrefix is s without prefix and whether it began with it.
func CutPrefix(s, prefix string) (after string, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix is s without suffix and whether it ended with it.
func CutSuffix(s, suffix string) (before string, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// Join puts elements in a row with sep between them.
func Join(elems []string, sep string) string {
	switch len(elems) {
	case 0:
		return ""
	case 1:
		return elems[0]
	}
	const most = int(^uint(0) >> 1)
	total := 0
	if len(sep) > 0 {
		if len(sep) >= most/(len(elems)-1) {
			panic("strings: Join output length overflow")
		}
		total = len(sep) * (len(elems) - 1)
	}
	for _, e := range elems {
		if len(e) > most-total {
			panic("strings: Join output length overflow")
		}
		total += len(e)
	}
	var b Builder
	b.Grow(total)
	b.WriteString(elems[0])
	for _, e := range elems[1:] {
		b.WriteString(sep)
		b.WriteString(e)
	}
	return b.String()
}

// Repeat puts count copies of s in a row.
func Repeat(s string, count int) string {
	switch {
	case count == 0:
		return ""
	case count == 1:
		return s
	case count < 0:
		panic("strings: negative Repeat count")
	case len(s) > int(^uint(0)>>1)/count:
		panic("strings: Repeat output length overflow")
	case len(s) == 0:
		return ""
	}
	total := len(s) * count
	var b Builder
	b.Grow(total)
	b.WriteString(s)
	for b.Len() < total {
		b.WriteString(b.String()[:min(b.Len(), total-b.Len())])
	}
	return b.String()
}

// Replace replaces the first n old by new, all of them where n is negative. An
// empty old matches at the beginning and after each rune.
func Replace(s, old, new string, n int) string {
	if old == new || n == 0 {
		return s
	}
	if matches := Count(s, old); matches == 0 {
		return s
	} else if n < 0 || matches < n {
		n = matches
	}
	var b Builder
	b.Grow(len(s) + n*(len(new)-len(old)))
	start := 0
	for i := 0; i < n; i++ {
		at := start
		if len(old) > 0 {
			at += Index(s[start:], old)
		} else if i > 0 {
			_, size := utf8.DecodeRuneInString(s[start:])
			at += size
		}
		b.WriteString(s[start:at])
		b.WriteString(new)
		start = at + len(old)
	}
	b.WriteString(s[start:])
	return b.String()
}

// ReplaceAll replaces every old by new.
func ReplaceAll(s, old, new string) string { return Replace(s, old, new, -1) }
