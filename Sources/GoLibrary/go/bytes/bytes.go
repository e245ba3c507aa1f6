// Package bytes looks into byte slices and makes new ones from them. What it
// has in common with package strings it leaves to that.
package bytes

import (
	"internal/rt"
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"
)

// view is b as a string, without a copy, for the time of a call.
func view(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

// Equal reports whether a and b hold the same bytes.
func Equal(a, b []byte) bool { return view(a) == view(b) }

// Compare is -1, 0 or 1 as a comes before, equals or comes after b.
func Compare(a, b []byte) int { return strings.Compare(view(a), view(b)) }

// Clone is a copy of b, nil for nil.
func Clone(b []byte) []byte {
	if b == nil {
		return nil
	}
	return append([]byte{}, b...)
}

// Count is the number of sep in s that do not overlap.
func Count(s, sep []byte) int { return strings.Count(view(s), view(sep)) }

// Contains reports whether subslice is in b.
func Contains(b, subslice []byte) bool { return Index(b, subslice) >= 0 }

// ContainsAny reports whether any rune of chars is in b.
func ContainsAny(b []byte, chars string) bool { return IndexAny(b, chars) >= 0 }

// ContainsRune reports whether r is in b.
func ContainsRune(b []byte, r rune) bool { return IndexRune(b, r) >= 0 }

// ContainsFunc reports whether f holds for a rune of b.
func ContainsFunc(b []byte, f func(rune) bool) bool { return IndexFunc(b, f) >= 0 }

// Index is where the first sep in s begins, or -1.
func Index(s, sep []byte) int { return strings.Index(view(s), view(sep)) }

// IndexByte is where the first c in b is, or -1.
func IndexByte(b []byte, c byte) int { return rt.IndexByte(view(b), c) }

// IndexRune is where the first r in s begins, or -1.
func IndexRune(s []byte, r rune) int { return strings.IndexRune(view(s), r) }

// IndexAny is where the first rune of s that is in chars begins, or -1.
func IndexAny(s []byte, chars string) int { return strings.IndexAny(view(s), chars) }

// IndexFunc is where the first rune of s for which f holds begins, or -1.
func IndexFunc(s []byte, f func(r rune) bool) int { return strings.IndexFunc(view(s), f) }

// LastIndex is where the last sep in s begins, or -1.
func LastIndex(s, sep []byte) int { return strings.LastIndex(view(s), view(sep)) }

// LastIndexByte is where the last c in s is, or -1.
func LastIndexByte(s []byte, c byte) int { return strings.LastIndexByte(view(s), c) }

// LastIndexAny is where the last rune of s that is in chars begins, or -1.
func LastIndexAny(s []byte, chars string) int { return strings.LastIndexAny(view(s), chars) }

// LastIndexFunc is where the last rune of s for which f holds begins, or -1.
func LastIndexFunc(s []byte, f func(r rune) bool) int { return strings.LastIndexFunc(view(s), f) }

// HasPrefix reports whether s begins with prefix.
func HasPrefix(s, prefix []byte) bool { return strings.HasPrefix(view(s), view(prefix)) }

// HasSuffix reports whether s ends with suffix.
func HasSuffix(s, suffix []byte) bool { return strings.HasSuffix(view(s), view(suffix)) }

// EqualFold reports whether s and t differ in case at most.
func EqualFold(s, t []byte) bool { return strings.EqualFold(view(s), view(t)) }

// Cut divides s around the first sep.
func Cut(s, sep []byte) (before, after []byte, found bool) {
	if i := Index(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, nil, false
}

// CutPrefix is s without prefix and whether it began with it.
func CutPrefix(s, prefix []byte) (after []byte, found bool) {
	if !HasPrefix(s, prefix) {
		return s, false
	}
	return s[len(prefix):], true
}

// CutSuffix is s without suffix and whether it ended with it.
func CutSuffix(s, suffix []byte) (before []byte, found bool) {
	if !HasSuffix(s, suffix) {
		return s, false
	}
	return s[:len(s)-len(suffix)], true
}

// Join puts slices in a row with sep between them.
func Join(s [][]byte, sep []byte) []byte {
	switch len(s) {
	case 0:
		return []byte{}
	case 1:
		return append([]byte(nil), s[0]...)
	}
	const most = int(^uint(0) >> 1)
	total := 0
	if len(sep) > 0 {
		if len(sep) >= most/(len(s)-1) {
			panic("bytes: Join output length overflow")
		}
		total = len(sep) * (len(s) - 1)
	}
	for _, b := range s {
		if len(b) > most-total {
			panic("bytes: Join output length overflow")
		}
		total += len(b)
	}
	all := append(rt.MakeNoZero(total)[:0:total], s[0]...)
	for _, b := range s[1:] {
		all = append(all, sep...)
		all = append(all, b...)
	}
	return all
}

// Repeat puts count copies of b in a row.
func Repeat(b []byte, count int) []byte {
	switch {
	case count == 0:
		return []byte{}
	case count < 0:
		panic("bytes: negative Repeat count")
	case len(b) > int(^uint(0)>>1)/count:
		panic("bytes: Repeat output length overflow")
	case len(b) == 0:
		return []byte{}
	}
	total := len(b) * count
	all := rt.MakeNoZero(total)[:total:total]
	for at := copy(all, b); at < total; at *= 2 {
		copy(all[at:], all[:at])
	}
	return all
}

// Replace is a copy of s with the first n old replaced by new, all where n is negative.
func Replace(s, old, new []byte, n int) []byte {
	matches := 0
	if n != 0 {
		matches = Count(s, old)
	}
	if matches == 0 {
		return append([]byte(nil), s...)
	}
	if n < 0 || matches < n {
		n = matches
	}
	result := make([]byte, 0, len(s)+n*(len(new)-len(old)))
	for i := 0; i < n; i++ {
		at := 0
		if len(old) > 0 {
			at = Index(s, old)
		} else if i > 0 {
			_, at = utf8.DecodeRune(s)
		}
		result = append(result, s[:at]...)
		result = append(result, new...)
		s = s[at+len(old):]
	}
	return append(result, s...)
}

// ReplaceAll is a copy of s with every old replaced by new.
func ReplaceAll(s, old, new []byte) []byte { return Replace(s, old, new, -1) }

// Runes is s as code points.
func Runes(s []byte) []rune {
	runes := make([]rune, 0, utf8.RuneCount(s))
	for _, r := range view(s) {
		runes = append(runes, r)
	}
	return runes
}

// Map is a copy of s with each rune replaced by what mapping says, dropped where that is negative.
func Map(mapping func(r rune) rune, s []byte) []byte {
	mapped := make([]byte, 0, len(s))
	for _, c := range view(s) {
		if r := mapping(c); r >= 0 {
			mapped = utf8.AppendRune(mapped, r)
		}
	}
	return mapped
}

// ToUpper is a copy of s in capital letters.
func ToUpper(s []byte) []byte { return turned(s, unicode.ToUpper) }

// ToLower is a copy of s in small letters.
func ToLower(s []byte) []byte { return turned(s, unicode.ToLower) }

func turned(s []byte, mapping func(r rune) rune) []byte {
	for i := range s {
		if s[i] >= utf8.RuneSelf {
			return Map(mapping, s)
		}
	}
	copied := append([]byte(""), s...)
	for i, c := range copied {
		copied[i] = byte(mapping(rune(c)))
	}
	return copied
}

// ToTitle is a copy of s with every letter in title case.
func ToTitle(s []byte) []byte { return Map(unicode.ToTitle, s) }

// ToUpperSpecial is ToUpper by a language's own rules.
func ToUpperSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToUpper, s) }

// ToLowerSpecial is ToLower by a language's own rules.
func ToLowerSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToLower, s) }

// ToTitleSpecial is ToTitle by a language's own rules.
func ToTitleSpecial(c unicode.SpecialCase, s []byte) []byte { return Map(c.ToTitle, s) }

// Title is a copy of s with the first letter of each word in title case.
//
// Deprecated: it knows too little of what a word is.
func Title(s []byte) []byte { return append([]byte{}, strings.Title(view(s))...) }

// ToValidUTF8 is a copy of s with replacement in place of each stretch of invalid bytes.
func ToValidUTF8(s, replacement []byte) []byte {
	valid := make([]byte, 0, len(s)+len(replacement))
	invalid := false
	for len(s) > 0 {
		r, size := utf8.DecodeRune(s)
		if r == utf8.RuneError && size == 1 {
			if !invalid {
				valid = append(valid, replacement...)
			}
			invalid = true
		} else {
			valid = append(valid, s[:size]...)
			invalid = false
		}
		s = s[size:]
	}
	return valid
}
