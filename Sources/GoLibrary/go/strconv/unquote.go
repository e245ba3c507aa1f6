package strconv

import "unicode/utf8"

// Unquote reads a Go string literal, in double or back quotes, or a character literal.
func Unquote(s string) (string, error) {
	value, rest, err := literal(s, true)
	if err == nil && rest != "" {
		err = ErrSyntax
	}
	if err != nil {
		return "", ErrSyntax
	}
	return value, nil
}

// QuotedPrefix returns the literal, still quoted, that s begins with.
func QuotedPrefix(s string) (string, error) {
	_, rest, err := literal(s, false)
	if err != nil {
		return "", ErrSyntax
	}
	return s[:len(s)-len(rest)], nil
}

// literal reads the literal that s begins with; its value only if wanted.
func literal(s string, wanted bool) (value, rest string, err error) {
	if len(s) < 2 {
		return "", "", ErrSyntax
	}
	quote := s[0]
	switch quote {
	case '`':
		return rawLiteral(s, wanted)
	case '"', '\'':
	default:
		return "", "", ErrSyntax
	}
	// Most literals have nothing to escape; their value is a piece of s.
	if end := indexByte(s[1:], quote); end >= 0 {
		body := s[1 : 1+end]
		if indexByte(body, '\\') < 0 && indexByte(body, '\n') < 0 {
			valid := utf8.ValidString(body)
			if quote == '\'' {
				r, size := utf8.DecodeRuneInString(body)
				valid = size == len(body) && (r != utf8.RuneError || size != 1)
			}
			if valid {
				return body, s[end+2:], nil
			}
		}
	}
	rest = s[1:]
	var room []byte
	if wanted {
		room = make([]byte, 0, 3*len(s)/2)
	}
	for count := 0; ; count++ {
		if rest == "" || rest[0] == '\n' {
			return "", "", ErrSyntax
		}
		if rest[0] == quote {
			if quote == '\'' && count != 1 {
				return "", "", ErrSyntax
			}
			return string(room), rest[1:], nil
		}
		if quote == '\'' && count == 1 {
			return "", "", ErrSyntax
		}
		r, multibyte, tail, err := UnquoteChar(rest, quote)
		if err != nil {
			return "", "", err
		}
		rest = tail
		if wanted {
			if r < utf8.RuneSelf || !multibyte {
				room = append(room, byte(r))
			} else {
				room = utf8.AppendRune(room, r)
			}
		}
	}
}

func rawLiteral(s string, wanted bool) (value, rest string, err error) {
	end := indexByte(s[1:], '`')
	if end < 0 {
		return "", "", ErrSyntax
	}
	body, rest := s[1:1+end], s[end+2:]
	if !wanted || indexByte(body, '\r') < 0 {
		return body, rest, nil
	}
	room := make([]byte, 0, len(body))
	for i := 0; i < len(body); i++ {
		if body[i] != '\r' {
			room = append(room, body[i])
		}
	}
	return string(room), rest, nil
}

func indexByte(s string, c byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

// UnquoteChar reads the first character, escaped or not, of a literal's body;
// quote is the quote that must be escaped (0: none may be). multibyte tells
// whether the value takes more than one byte in UTF-8.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	switch {
	case c == quote && (quote == '\'' || quote == '"'):
		return 0, false, "", ErrSyntax
	case c >= utf8.RuneSelf:
		r, size := utf8.DecodeRuneInString(s)
		return r, true, s[size:], nil
	case c != '\\':
		return rune(c), false, s[1:], nil
	}
	if len(s) < 2 {
		return 0, false, "", ErrSyntax
	}
	c, s = s[1], s[2:]
	switch c {
	case 'a':
		return '\a', false, s, nil
	case 'b':
		return '\b', false, s, nil
	case 'f':
		return '\f', false, s, nil
	case 'n':
		return '\n', false, s, nil
	case 'r':
		return '\r', false, s, nil
	case 't':
		return '\t', false, s, nil
	case 'v':
		return '\v', false, s, nil
	case '\\':
		return '\\', false, s, nil
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		return rune(c), false, s, nil
	case 'x':
		return escapeDigits(s, 2, 16, 0xFF, false)
	case 'u':
		return escapeDigits(s, 4, 16, utf8.MaxRune, true)
	case 'U':
		return escapeDigits(s, 8, 16, utf8.MaxRune, true)
	case '0', '1', '2', '3', '4', '5', '6', '7':
		value, _, tail, err = escapeDigits(s, 2, 8, 0o77, false)
		value += rune(c-'0') << 6
		if err != nil || value > 0xFF {
			return 0, false, "", ErrSyntax
		}
		return value, false, tail, nil
	}
	return 0, false, "", ErrSyntax
}

// escapeDigits reads count digits; character tells whether they name a code
// point, which must then be a valid one, or a byte.
func escapeDigits(s string, count int, base, most rune, character bool) (rune, bool, string, error) {
	if len(s) < count {
		return 0, false, "", ErrSyntax
	}
	var v rune
	for i := 0; i < count; i++ {
		d := rune(digitValue(s[i]))
		if d >= base {
			return 0, false, "", ErrSyntax
		}
		v = v*base + d
	}
	if v < 0 || v > most || character && !utf8.ValidRune(v) {
		return 0, false, "", ErrSyntax
	}
	return v, character, s[count:], nil
}
