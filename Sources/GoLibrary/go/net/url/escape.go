// Package url reads and writes URLs (RFC 3986) and the parameters in them.
package url

import "strconv"

// Where a text stands, which decides what may stand there as it is.
type place int

const (
	inPath place = iota
	inSegment
	inHost
	inZone
	inUser
	inQueryPart
	inFragment
)

// An EscapeError is a % without two hexadecimal digits behind it.
type EscapeError string

func (e EscapeError) Error() string { return "invalid URL escape " + strconv.Quote(string(e)) }

// An InvalidHostError is a character that no host has.
type InvalidHostError string

func (e InvalidHostError) Error() string {
	return "invalid character " + strconv.Quote(string(e)) + " in host name"
}

func mustEscape(c byte, where place) bool {
	if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' {
		return false
	}
	if where == inHost || where == inZone {
		switch c {
		case '!', '$', '&', '\'', '(', ')', '*', '+', ',', ';', '=', ':', '[', ']', '<', '>', '"':
			return false
		}
	}
	switch c {
	case '-', '_', '.', '~':
		return false
	case '$', '&', '+', ',', '/', ':', ';', '=', '?', '@':
		switch where {
		case inPath:
			return c == '?'
		case inSegment:
			return c == '/' || c == ';' || c == ',' || c == '?'
		case inUser:
			return c == '@' || c == '/' || c == '?' || c == ':'
		case inQueryPart:
			return true
		case inFragment:
			return false
		}
	}
	if where == inFragment {
		switch c {
		case '!', '(', ')', '*':
			return false
		}
	}
	return true
}

func escape(s string, where place) string {
	const digits = "0123456789ABCDEF"
	var out []byte
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && where == inQueryPart:
			out = append(out, '+')
		case mustEscape(c, where):
			out = append(out, '%', digits[c>>4], digits[c&15])
		default:
			out = append(out, c)
		}
	}
	return string(out)
}

func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func unescape(s string, where place) (string, error) {
	var out []byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%':
			if i+2 >= len(s) || hexDigit(s[i+1]) < 0 || hexDigit(s[i+2]) < 0 {
				return "", EscapeError(s[i:min(i+3, len(s))])
			}
			v := byte(hexDigit(s[i+1])<<4 | hexDigit(s[i+2]))
			if where == inHost && v < 0x80 && s[i:i+3] != "%25" {
				return "", EscapeError(s[i : i+3])
			}
			if where == inZone && s[i:i+3] != "%25" && v != ' ' && mustEscape(v, inHost) {
				return "", EscapeError(s[i : i+3])
			}
			out = append(out, v)
			i += 2
			continue
		case c == '+' && where == inQueryPart:
			c = ' '
		case (where == inHost || where == inZone) && c < 0x80 && mustEscape(c, where):
			return "", InvalidHostError(s[i : i+1])
		}
		out = append(out, c)
	}
	return string(out), nil
}

// QueryEscape is s so that it can stand in a query.
func QueryEscape(s string) string { return escape(s, inQueryPart) }

// PathEscape is s so that it can stand in a path, as one element.
func PathEscape(s string) string { return escape(s, inSegment) }

// QueryUnescape undoes QueryEscape.
func QueryUnescape(s string) (string, error) { return unescape(s, inQueryPart) }

// PathUnescape undoes PathEscape.
func PathUnescape(s string) (string, error) { return unescape(s, inSegment) }
