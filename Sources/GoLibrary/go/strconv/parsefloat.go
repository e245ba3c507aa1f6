package strconv

import (
	"internal/rt"
	"unsafe"
)

// ParseFloat reads a decimal or hexadecimal floating-point number, "inf",
// "infinity" or "nan" (in any case) and rounds it to the nearest number of
// bitSize 32 or 64. What is too large gives infinity and ErrRange.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, n, err := parseFloat(s, bitSize)
	if n != len(s) && (err == nil || err.Err != ErrSyntax) {
		return 0, failure("ParseFloat", s, ErrSyntax)
	}
	if err != nil {
		return f, err
	}
	return f, nil
}

// parseFloat reads a number at the beginning of s and tells its length.
func parseFloat(s string, bitSize int) (f float64, n int, err *NumError) {
	if bitSize != 32 {
		bitSize = 64
	}
	if f, n := specialFloat(s); n > 0 {
		return f, n, nil
	}
	n = floatLength(s)
	if n < 0 {
		return 0, 0, failure("ParseFloat", s, ErrSyntax)
	}
	text := s[:n]
	negative := text[0] == '-'
	if negative || text[0] == '+' {
		text = text[1:]
	}
	if indexByte(text, '_') >= 0 {
		kept := make([]byte, 0, len(text))
		for i := 0; i < len(text); i++ {
			if text[i] != '_' {
				kept = append(kept, text[i])
			}
		}
		text = string(kept)
	}
	f = rt.ParseFloat(text, bitSize)
	tooLarge := f > 1.79769313486231570814527423731704356798070e+308
	if negative {
		f = -f
	}
	if tooLarge {
		return f, n, failure("ParseFloat", s, ErrRange)
	}
	return f, n, nil
}

// specialFloat reads an infinity or a NaN; its length is 0 if there is none.
func specialFloat(s string) (f float64, n int) {
	rest := s
	signed := s != "" && (s[0] == '+' || s[0] == '-')
	if signed {
		rest = s[1:]
	}
	bits := uint64(0x7FF) << 52
	switch {
	case hasFold(rest, "infinity"):
		n = 8
	case hasFold(rest, "inf"):
		n = 3
	case !signed && hasFold(rest, "nan"):
		bits |= 1<<51 | 1
		n = 3
	default:
		return 0, 0
	}
	if signed {
		n++
		if s[0] == '-' {
			bits |= 1 << 63
		}
	}
	return *(*float64)(unsafe.Pointer(&bits)), n
}

// hasFold reports whether s begins with prefix, a lower-case word, in any case.
func hasFold(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := 0; i < len(prefix); i++ {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != prefix[i] {
			return false
		}
	}
	return true
}

// floatLength is the length of the number that s begins with, or -1.
func floatLength(s string) int {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	hex := i+2 < len(s) && s[i] == '0' && s[i+1]|0x20 == 'x'
	base, letter := 10, byte('e')
	if hex {
		base, letter = 16, 'p'
		i += 2
	}
	digits, point, underscores := false, false, false
	for ; i < len(s); i++ {
		c := s[i]
		if c == '_' {
			underscores = true
		} else if c == '.' && !point {
			point = true
		} else if digitValue(c) < base {
			digits = true
		} else {
			break
		}
	}
	if !digits {
		return -1
	}
	if i < len(s) && s[i]|0x20 == letter {
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		if i >= len(s) || s[i] < '0' || s[i] > '9' {
			return -1
		}
		for ; i < len(s) && ('0' <= s[i] && s[i] <= '9' || s[i] == '_'); i++ {
			underscores = underscores || s[i] == '_'
		}
	} else if hex {
		return -1
	}
	if underscores && !underscoresFit(s[:i]) {
		return -1
	}
	return i
}
