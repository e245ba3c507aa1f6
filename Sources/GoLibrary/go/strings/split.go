package strings

import (
	"internal/ucd"
	"unicode/utf8"
)

// Split divides s at each sep, or into its runes where sep is empty.
func Split(s, sep string) []string { return split(s, sep, 0, -1) }

// SplitN is Split into n pieces at most, the last with all the rest; n < 0 sets no limit.
func SplitN(s, sep string, n int) []string { return split(s, sep, 0, n) }

// SplitAfter divides s behind each sep.
func SplitAfter(s, sep string) []string { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitAfter into n pieces at most, the last with all the rest.
func SplitAfterN(s, sep string, n int) []string { return split(s, sep, len(sep), n) }

// split cuts s at each sep, of which every piece keeps as many bytes as told.
func split(s, sep string, keep, n int) []string {
	if n == 0 {
		return nil
	}
	if sep == "" {
		return runes(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	pieces := make([]string, 0, min(n, len(s)+1))
	for len(pieces) < n-1 {
		at := Index(s, sep)
		if at < 0 {
			break
		}
		pieces = append(pieces, s[:at+keep])
		s = s[at+len(sep):]
	}
	return append(pieces, s)
}

// runes divides s into its runes, n pieces at most.
func runes(s string, n int) []string {
	count := utf8.RuneCountInString(s)
	if n < 0 || n > count {
		n = count
	}
	pieces := make([]string, n)
	for i := range pieces {
		if i == n-1 {
			pieces[i] = s
			break
		}
		_, size := utf8.DecodeRuneInString(s)
		pieces[i] = s[:size]
		s = s[size:]
	}
	return pieces
}

// Fields are the stretches of s without white space.
func Fields(s string) []string {
	count, inside := 0, false
	for _, r := range s {
		blank := ucd.IsSpace(r)
		if !blank && !inside {
			count++
		}
		inside = !blank
	}
	return collect(make([]string, 0, count), s, ucd.IsSpace)
}

// FieldsFunc are the stretches of s without runes for which f holds.
func FieldsFunc(s string, f func(rune) bool) []string {
	fields := collect(make([]string, 0, 32), s, f)
	return append(make([]string, 0, len(fields)), fields...)
}

func collect(fields []string, s string, f func(rune) bool) []string {
	start := -1
	for i, r := range s {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:])
	}
	return fields
}
