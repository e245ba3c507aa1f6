package bytes

import (
	"internal/ucd"
	"strings"
	"unicode/utf8"
)

// Split divides s at each sep, or into its runes where sep is empty. The pieces share s's memory.
func Split(s, sep []byte) [][]byte { return split(s, sep, 0, -1) }

// SplitN is Split into n pieces at most, the last with all the rest; n < 0 sets no limit.
func SplitN(s, sep []byte, n int) [][]byte { return split(s, sep, 0, n) }

// SplitAfter divides s behind each sep.
func SplitAfter(s, sep []byte) [][]byte { return split(s, sep, len(sep), -1) }

// SplitAfterN is SplitAfter into n pieces at most, the last with all the rest.
func SplitAfterN(s, sep []byte, n int) [][]byte { return split(s, sep, len(sep), n) }

func split(s, sep []byte, keep, n int) [][]byte {
	if n == 0 {
		return nil
	}
	if len(sep) == 0 {
		return runes(s, n)
	}
	if n < 0 {
		n = Count(s, sep) + 1
	}
	pieces := make([][]byte, 0, min(n, len(s)+1))
	for len(pieces) < n-1 {
		at := Index(s, sep)
		if at < 0 {
			break
		}
		pieces = append(pieces, s[:at+keep:at+keep])
		s = s[at+len(sep):]
	}
	return append(pieces, s)
}

func runes(s []byte, n int) [][]byte {
	if n <= 0 || n > len(s) {
		n = len(s)
	}
	pieces := make([][]byte, 0, n)
	for len(s) > 0 {
		if len(pieces) == n-1 {
			return append(pieces, s)
		}
		_, size := utf8.DecodeRune(s)
		pieces = append(pieces, s[:size:size])
		s = s[size:]
	}
	return pieces
}

// Fields are the stretches of s without white space.
func Fields(s []byte) [][]byte {
	count, inside := 0, false
	for _, r := range view(s) {
		blank := ucd.IsSpace(r)
		if !blank && !inside {
			count++
		}
		inside = !blank
	}
	return collect(make([][]byte, 0, count), s, ucd.IsSpace)
}

// FieldsFunc are the stretches of s without runes for which f holds.
func FieldsFunc(s []byte, f func(rune) bool) [][]byte {
	fields := collect(make([][]byte, 0, 32), s, f)
	return append(make([][]byte, 0, len(fields)), fields...)
}

func collect(fields [][]byte, s []byte, f func(rune) bool) [][]byte {
	start := -1
	for i, r := range view(s) {
		if f(r) {
			if start >= 0 {
				fields = append(fields, s[start:i:i])
				start = -1
			}
		} else if start < 0 {
			start = i
		}
	}
	if start >= 0 {
		fields = append(fields, s[start:len(s):len(s)])
	}
	return fields
}

// Trim takes runes in cutset away from both ends.
func Trim(s []byte, cutset string) []byte {
	if len(s) == 0 {
		return nil
	}
	return TrimLeft(TrimRight(s, cutset), cutset)
}

// TrimLeft takes runes in cutset away from the beginning; nil if nothing is left.
func TrimLeft(s []byte, cutset string) []byte {
	if cutset == "" && len(s) > 0 {
		return s
	}
	left := len(strings.TrimLeft(view(s), cutset))
	if left == 0 {
		return nil
	}
	return s[len(s)-left:]
}

// TrimRight takes runes in cutset away from the end.
func TrimRight(s []byte, cutset string) []byte {
	return s[:len(strings.TrimRight(view(s), cutset))]
}

// TrimFunc takes runes for which f holds away from both ends.
func TrimFunc(s []byte, f func(r rune) bool) []byte { return TrimRightFunc(TrimLeftFunc(s, f), f) }

// TrimLeftFunc takes runes for which f holds away from the beginning; nil if nothing is left.
func TrimLeftFunc(s []byte, f func(r rune) bool) []byte {
	left := len(strings.TrimLeftFunc(view(s), f))
	if left == 0 {
		return nil
	}
	return s[len(s)-left:]
}

// TrimRightFunc takes runes for which f holds away from the end.
func TrimRightFunc(s []byte, f func(r rune) bool) []byte {
	return s[:len(strings.TrimRightFunc(view(s), f))]
}

// TrimSpace takes white space away from both ends; nil if nothing is left.
func TrimSpace(s []byte) []byte { return TrimFunc(s, ucd.IsSpace) }

// TrimPrefix is s without prefix.
func TrimPrefix(s, prefix []byte) []byte {
	if HasPrefix(s, prefix) {
		return s[len(prefix):]
	}
	return s
}

// TrimSuffix is s without suffix.
func TrimSuffix(s, suffix []byte) []byte {
	if HasSuffix(s, suffix) {
		return s[:len(s)-len(suffix)]
	}
	return s
}
