package strings

import (
	"internal/rt"
	"unicode/utf8"
)

// Contains reports whether substr is in s.
func Contains(s, substr string) bool { return Index(s, substr) >= 0 }

// ContainsAny reports whether any rune of chars is in s.
func ContainsAny(s, chars string) bool { return IndexAny(s, chars) >= 0 }

// ContainsRune reports whether r is in s.
func ContainsRune(s string, r rune) bool { return IndexRune(s, r) >= 0 }

// ContainsFunc reports whether f holds for a rune of s.
func ContainsFunc(s string, f func(rune) bool) bool { return IndexFunc(s, f) >= 0 }

// Count is the number of substr in s that do not overlap; for an empty substr
// one more than the runes of s.
func Count(s, substr string) int {
	if len(substr) == 0 {
		return utf8.RuneCountInString(s) + 1
	}
	n := 0
	for {
		i := Index(s, substr)
		if i < 0 {
			return n
		}
		n++
		s = s[i+len(substr):]
	}
}

// Index is where the first substr in s begins, or -1.
func Index(s, substr string) int {
	n := len(substr)
	if n == 0 {
		return 0
	}
	last := len(s) - n // where substr can begin at the latest
	for at := 0; at <= last; at++ {
		i := rt.IndexByte(s[at:last+1], substr[0])
		if i < 0 {
			return -1
		}
		at += i
		if s[at:at+n] == substr {
			return at
		}
	}
	return -1
}

// IndexByte is where the first c in s is, or -1.
func IndexByte(s string, c byte) int { return rt.IndexByte(s, c) }

// IndexRune is where the first r in s begins, or -1; RuneError matches invalid bytes too.
func IndexRune(s string, r rune) int {
	switch {
	case 0 <= r && r < utf8.RuneSelf:
		return rt.IndexByte(s, byte(r))
	case r == utf8.RuneError:
		for i, c := range s {
			if c == utf8.RuneError {
				return i
			}
		}
		return -1
	case !utf8.ValidRune(r):
		return -1
	}
	return Index(s, string(r))
}

// IndexAny is where the first rune of s that is in chars begins, or -1.
func IndexAny(s, chars string) int {
	for i, c := range s {
		if IndexRune(chars, c) >= 0 {
			return i
		}
	}
	return -1
}

// IndexFunc is where the first rune of s for which f holds begins, or -1.
func IndexFunc(s string, f func(rune) bool) int {
	for i, c := range s {
		if f(c) {
			return i
		}
	}
	return -1
}

// LastIndex is where the last substr in s begins, or -1.
func LastIndex(s, substr string) int {
	n := len(substr)
	for at := len(s) - n; at >= 0; at-- {
		if s[at:at+n] == substr {
			return at
		}
	}
	return -1
}

// LastIndexByte is where the last c in s is, or -1.
func LastIndexByte(s string, c byte) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// LastIndexAny is where the last rune of s that is in chars begins, or -1.
func LastIndexAny(s, chars string) int {
	for end := len(s); end > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
		if IndexRune(chars, r) >= 0 {
			return end
		}
	}
	return -1
}

// LastIndexFunc is where the last rune of s for which f holds begins, or -1.
func LastIndexFunc(s string, f func(rune) bool) int {
	for end := len(s); end > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:end])
		end -= size
		if f(r) {
			return end
		}
	}
	return -1
}
