// Package utf8 encodes and decodes UTF-8.
package utf8

import "unsafe"

const (
	RuneError = '\uFFFD'     // stands for text that is not valid
	RuneSelf  = 0x80         // runes below are one byte with the same value
	MaxRune   = '\U0010FFFF' // the last code point
	UTFMax    = 4            // the most bytes that one rune takes
)

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// shape tells what a leading byte promises: how many bytes, and between which
// bounds the second must lie (that is where overlong forms, surrogates and
// numbers past the last code point are kept out). A count of 0 means that no
// rune starts so.
func shape(lead byte) (count int, low, high byte) {
	switch {
	case lead < 0xC2:
		return 0, 0, 0
	case lead < 0xE0:
		return 2, 0x80, 0xBF
	case lead == 0xE0:
		return 3, 0xA0, 0xBF
	case lead == 0xED:
		return 3, 0x80, 0x9F
	case lead < 0xF0:
		return 3, 0x80, 0xBF
	case lead == 0xF0:
		return 4, 0x90, 0xBF
	case lead < 0xF4:
		return 4, 0x80, 0xBF
	case lead == 0xF4:
		return 4, 0x80, 0x8F
	}
	return 0, 0, 0
}

func isTail(b byte) bool { return b&0xC0 == 0x80 }

// DecodeRune returns the first rune of p and its width in bytes:
// (RuneError, 0) for empty p, (RuneError, 1) where p is not valid.
func DecodeRune(p []byte) (rune, int) {
	if len(p) == 0 {
		return RuneError, 0
	}
	lead := p[0]
	if lead < RuneSelf {
		return rune(lead), 1
	}
	count, low, high := shape(lead)
	if count == 0 || len(p) < count || p[1] < low || p[1] > high {
		return RuneError, 1
	}
	switch count {
	case 2:
		return rune(lead&0x1F)<<6 | rune(p[1]&0x3F), 2
	case 3:
		if isTail(p[2]) {
			return rune(lead&0x0F)<<12 | rune(p[1]&0x3F)<<6 | rune(p[2]&0x3F), 3
		}
	case 4:
		if isTail(p[2]) && isTail(p[3]) {
			return rune(lead&7)<<18 | rune(p[1]&0x3F)<<12 | rune(p[2]&0x3F)<<6 | rune(p[3]&0x3F), 4
		}
	}
	return RuneError, 1
}

// bytesOf views a string's bytes without copying them; nobody writes to the view.
func bytesOf(s string) []byte {
	return unsafe.Slice(unsafe.StringData(s), len(s))
}

// DecodeRuneInString is DecodeRune for a string.
func DecodeRuneInString(s string) (rune, int) { return DecodeRune(bytesOf(s)) }

// DecodeLastRune returns the last rune of p and its width in bytes, with the
// error results of DecodeRune.
func DecodeLastRune(p []byte) (rune, int) {
	end := len(p)
	if end == 0 {
		return RuneError, 0
	}
	if p[end-1] < RuneSelf {
		return rune(p[end-1]), 1
	}
	for width := 2; width <= UTFMax && width <= end; width++ {
		if RuneStart(p[end-width]) {
			if r, size := DecodeRune(p[end-width:]); size == width {
				return r, size
			}
			break
		}
	}
	return RuneError, 1
}

// DecodeLastRuneInString is DecodeLastRune for a string.
func DecodeLastRuneInString(s string) (rune, int) { return DecodeLastRune(bytesOf(s)) }

// FullRune reports whether p begins with a whole rune; an encoding that is
// already wrong counts as a whole rune of width 1.
func FullRune(p []byte) bool {
	if len(p) == 0 {
		return false
	}
	count, low, high := shape(p[0])
	if len(p) >= count {
		return true
	}
	if len(p) > 1 && (p[1] < low || p[1] > high) {
		return true
	}
	return len(p) > 2 && !isTail(p[2])
}

// FullRuneInString is FullRune for a string.
func FullRuneInString(s string) bool { return FullRune(bytesOf(s)) }

// RuneLen is the number of bytes that r takes, or -1 if it cannot be encoded.
func RuneLen(r rune) int {
	switch {
	case r < 0:
		return -1
	case r < 0x80:
		return 1
	case r < 0x800:
		return 2
	case surrogateMin <= r && r <= surrogateMax:
		return -1
	case r < 0x10000:
		return 3
	case r <= MaxRune:
		return 4
	}
	return -1
}

// EncodeRune writes r, or RuneError in place of an invalid one, into p and
// returns the number of bytes. It panics if p is too short.
func EncodeRune(p []byte, r rune) int {
	switch RuneLen(r) {
	case 1:
		p[0] = byte(r)
		return 1
	case 2:
		_ = p[1]
		p[0] = 0xC0 | byte(r>>6)
		p[1] = 0x80 | byte(r)&0x3F
		return 2
	case 4:
		_ = p[3]
		p[0] = 0xF0 | byte(r>>18)
		p[1] = 0x80 | byte(r>>12)&0x3F
		p[2] = 0x80 | byte(r>>6)&0x3F
		p[3] = 0x80 | byte(r)&0x3F
		return 4
	case -1:
		r = RuneError
	}
	_ = p[2]
	p[0] = 0xE0 | byte(r>>12)
	p[1] = 0x80 | byte(r>>6)&0x3F
	p[2] = 0x80 | byte(r)&0x3F
	return 3
}

// AppendRune appends r's encoding to p.
func AppendRune(p []byte, r rune) []byte {
	if 0 <= r && r < RuneSelf {
		return append(p, byte(r))
	}
	var room [UTFMax]byte
	n := EncodeRune(room[:], r)
	return append(p, room[:n]...)
}

// RuneCount is the number of runes in p; each byte that is not valid counts as one.
func RuneCount(p []byte) int {
	count := 0
	for i := 0; i < len(p); count++ {
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, size := DecodeRune(p[i:])
		i += size
	}
	return count
}

// RuneCountInString is RuneCount for a string.
func RuneCountInString(s string) (n int) {
	for range s {
		n++
	}
	return n
}

// RuneStart reports whether b can be the first byte of a rune.
func RuneStart(b byte) bool { return !isTail(b) }

// Valid reports whether p is UTF-8 throughout.
func Valid(p []byte) bool {
	for i := 0; i < len(p); {
		if p[i] < RuneSelf {
			i++
			continue
		}
		_, size := DecodeRune(p[i:])
		if size == 1 {
			return false
		}
		i += size
	}
	return true
}

// ValidString is Valid for a string.
func ValidString(s string) bool { return Valid(bytesOf(s)) }

// ValidRune reports whether r is a code point that UTF-8 can encode.
func ValidRune(r rune) bool { return RuneLen(r) > 0 }
