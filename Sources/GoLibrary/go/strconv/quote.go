package strconv

import (
	"internal/ucd"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// How far quoting may leave runes as they are.
const (
	asciiOnly   = 1 << iota // escape everything beyond ASCII
	graphicsToo             // leave what IsGraphic, not only what IsPrint
)

// Quote writes s as a Go string literal, with escapes for what does not print.
func Quote(s string) string { return quoted(s, '"', 0) }

// AppendQuote appends Quote(s) to dst.
func AppendQuote(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', 0) }

// QuoteToASCII is Quote with escapes for everything beyond ASCII.
func QuoteToASCII(s string) string { return quoted(s, '"', asciiOnly) }

// AppendQuoteToASCII appends QuoteToASCII(s) to dst.
func AppendQuoteToASCII(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', asciiOnly) }

// QuoteToGraphic is Quote that leaves graphic characters alone.
func QuoteToGraphic(s string) string { return quoted(s, '"', graphicsToo) }

// AppendQuoteToGraphic appends QuoteToGraphic(s) to dst.
func AppendQuoteToGraphic(dst []byte, s string) []byte { return appendQuoted(dst, s, '"', graphicsToo) }

// QuoteRune writes r as a Go character literal.
func QuoteRune(r rune) string { return string(appendQuotedRune(nil, r, 0)) }

// AppendQuoteRune appends QuoteRune(r) to dst.
func AppendQuoteRune(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, 0) }

// QuoteRuneToASCII is QuoteRune with an escape for anything beyond ASCII.
func QuoteRuneToASCII(r rune) string { return string(appendQuotedRune(nil, r, asciiOnly)) }

// AppendQuoteRuneToASCII appends QuoteRuneToASCII(r) to dst.
func AppendQuoteRuneToASCII(dst []byte, r rune) []byte { return appendQuotedRune(dst, r, asciiOnly) }

// QuoteRuneToGraphic is QuoteRune that leaves graphic characters alone.
func QuoteRuneToGraphic(r rune) string { return string(appendQuotedRune(nil, r, graphicsToo)) }

// AppendQuoteRuneToGraphic appends QuoteRuneToGraphic(r) to dst.
func AppendQuoteRuneToGraphic(dst []byte, r rune) []byte {
	return appendQuotedRune(dst, r, graphicsToo)
}

func quoted(s string, quote byte, mode int) string {
	return string(appendQuoted(make([]byte, 0, 3*len(s)/2), s, quote, mode))
}

func appendQuoted(dst []byte, s string, quote byte, mode int) []byte {
	if cap(dst)-len(dst) < len(s) {
		grown := make([]byte, len(dst), len(dst)+1+len(s)+1)
		copy(grown, dst)
		dst = grown
	}
	dst = append(dst, quote)
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if size == 1 && r == utf8.RuneError {
			dst = append(dst, '\\', 'x', hexDigits[s[i]>>4], hexDigits[s[i]&15])
		} else {
			dst = appendEscaped(dst, r, quote, mode)
		}
		i += size
	}
	return append(dst, quote)
}

func appendQuotedRune(dst []byte, r rune, mode int) []byte {
	if !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	dst = append(dst, '\'')
	dst = appendEscaped(dst, r, '\'', mode)
	return append(dst, '\'')
}

// appendEscaped appends r, as it is or as an escape.
func appendEscaped(dst []byte, r rune, quote byte, mode int) []byte {
	if r == rune(quote) || r == '\\' {
		return append(dst, '\\', byte(r))
	}
	if r < utf8.RuneSelf {
		if ' ' <= r && r < 0x7F {
			return append(dst, byte(r))
		}
	} else if mode&asciiOnly == 0 && (IsPrint(r) || mode&graphicsToo != 0 && IsGraphic(r)) {
		return utf8.AppendRune(dst, r)
	}
	switch r {
	case '\a':
		return append(dst, `\a`...)
	case '\b':
		return append(dst, `\b`...)
	case '\f':
		return append(dst, `\f`...)
	case '\n':
		return append(dst, `\n`...)
	case '\r':
		return append(dst, `\r`...)
	case '\t':
		return append(dst, `\t`...)
	case '\v':
		return append(dst, `\v`...)
	}
	letter, width := byte('U'), 8
	switch {
	case r < ' ' || r == 0x7F:
		letter, width = 'x', 2
	case !utf8.ValidRune(r):
		r = utf8.RuneError
		letter, width = 'u', 4
	case r < 0x10000:
		letter, width = 'u', 4
	}
	dst = append(dst, '\\', letter)
	for shift := 4 * (width - 1); shift >= 0; shift -= 4 {
		dst = append(dst, hexDigits[r>>uint(shift)&15])
	}
	return dst
}

// CanBackquote reports whether s can stand between back quotes unchanged.
func CanBackquote(s string) bool {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case size > 1:
			if r == 0xFEFF {
				return false // a byte order mark is dropped from source
			}
		case r == utf8.RuneError, r < ' ' && r != '\t', r == '`', r == 0x7F:
			return false
		}
	}
	return true
}

// IsPrint reports whether Go's quoting leaves r as it is; the same as unicode.IsPrint.
func IsPrint(r rune) bool {
	if r < utf8.RuneSelf {
		return ' ' <= r && r < 0x7F
	}
	return ucd.IsPrint(r)
}

// IsGraphic reports whether r is a graphic character; the same as unicode.IsGraphic.
func IsGraphic(r rune) bool {
	return IsPrint(r) || ucd.Category(r) == ucd.Zs
}
