// Package utf16 writes code points as units of 16 bits and reads them back.
package utf16

const (
	replacement = '\uFFFD'
	high        = 0xD800
	low         = 0xDC00
	end         = 0xE000
	base        = 0x10000
)

// IsSurrogate reports whether r is half of a pair.
func IsSurrogate(r rune) bool { return high <= r && r < end }

// DecodeRune is the code point of a pair, U+FFFD if it is none.
func DecodeRune(r1, r2 rune) rune {
	if high <= r1 && r1 < low && low <= r2 && r2 < end {
		return (r1-high)<<10 | (r2 - low) + base
	}
	return replacement
}

// EncodeRune is r as a pair, twice U+FFFD if it takes none.
func EncodeRune(r rune) (r1, r2 rune) {
	if r < base || r > 0x10FFFF {
		return replacement, replacement
	}
	r -= base
	return high + r>>10, low + r&0x3FF
}

// RuneLen is the number of units that r takes, -1 if it is no code point.
func RuneLen(r rune) int {
	switch {
	case 0 <= r && r < high, end <= r && r < base:
		return 1
	case base <= r && r <= 0x10FFFF:
		return 2
	}
	return -1
}

// AppendRune appends r to a.
func AppendRune(a []uint16, r rune) []uint16 {
	switch RuneLen(r) {
	case 1:
		return append(a, uint16(r))
	case 2:
		r1, r2 := EncodeRune(r)
		return append(a, uint16(r1), uint16(r2))
	}
	return append(a, replacement)
}

// Encode is s in units.
func Encode(s []rune) []uint16 {
	a := make([]uint16, 0, len(s))
	for _, r := range s {
		a = AppendRune(a, r)
	}
	return a
}

// Decode is the code points of s.
func Decode(s []uint16) []rune {
	a := make([]rune, 0, len(s))
	for i := 0; i < len(s); i++ {
		r := rune(s[i])
		if IsSurrogate(r) {
			pair := rune(replacement)
			if i+1 < len(s) {
				pair = DecodeRune(r, rune(s[i+1]))
			}
			if pair != replacement {
				i++
			}
			r = pair
		}
		a = append(a, r)
	}
	return a
}
