package json

import "bytes"

// appendCompact appends src, which is valid, without space between its parts.
func appendCompact(dst, src []byte, html bool) []byte {
	inString := false
	for i := 0; i < len(src); i++ {
		b := src[i]
		switch {
		case html && (b == '<' || b == '>' || b == '&'):
			dst = append(dst, '\\', 'u', '0', '0', hexDigits[b>>4], hexDigits[b&15])
			continue
		case html && b == 0xE2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xA8: // U+2028, U+2029
			dst = append(dst, `\u202`...)
			dst = append(dst, hexDigits[src[i+2]&15])
			i += 2
			continue
		case inString && b == '\\':
			dst = append(dst, b)
			i++
			b = src[i]
		case b == '"':
			inString = !inString
		case !inString && isSpace(b):
			continue
		}
		dst = append(dst, b)
	}
	return dst
}

// Compact appends src without space to dst.
func Compact(dst *bytes.Buffer, src []byte) error {
	if err := check(src); err != nil {
		return err
	}
	dst.Write(appendCompact(nil, src, false))
	return nil
}

// HTMLEscape appends src to dst so that it can stand in HTML.
func HTMLEscape(dst *bytes.Buffer, src []byte) {
	var text []byte
	for i := 0; i < len(src); i++ {
		b := src[i]
		switch {
		case b == '<' || b == '>' || b == '&':
			text = append(text, '\\', 'u', '0', '0', hexDigits[b>>4], hexDigits[b&15])
		case b == 0xE2 && i+2 < len(src) && src[i+1] == 0x80 && src[i+2]&^1 == 0xA8:
			text = append(text, `\u202`...)
			text = append(text, hexDigits[src[i+2]&15])
			i += 2
		default:
			text = append(text, b)
		}
	}
	dst.Write(text)
}

// Indent appends src to dst, each element on a line of its own behind prefix
// and one indent for each level.
func Indent(dst *bytes.Buffer, src []byte, prefix, indent string) error {
	if err := check(src); err != nil {
		return err
	}
	dst.Write(appendIndented(nil, src, prefix, indent))
	return nil
}

func appendIndented(dst, src []byte, prefix, indent string) []byte {
	depth := 0
	newLine := func() {
		dst = append(append(dst, '\n'), prefix...)
		for range depth {
			dst = append(dst, indent...)
		}
	}
	opened := false // something was opened just now, and has no element yet
	inString := false
	end := len(src)
	for end > 0 && isSpace(src[end-1]) {
		end--
	}
	for i := 0; i < end; i++ {
		b := src[i]
		if inString {
			dst = append(dst, b)
			if b == '\\' {
				i++
				dst = append(dst, src[i])
			} else if b == '"' {
				inString = false
			}
			continue
		}
		if isSpace(b) {
			continue
		}
		if opened && b != '}' && b != ']' {
			opened = false
			depth++
			newLine()
		}
		switch b {
		case '{', '[':
			opened = true
			dst = append(dst, b)
		case ',':
			dst = append(dst, b)
			newLine()
		case ':':
			dst = append(dst, b, ' ')
		case '}', ']':
			if !opened {
				depth--
				newLine()
			}
			opened = false
			dst = append(dst, b)
		default:
			inString = b == '"'
			dst = append(dst, b)
		}
	}
	// Space at the end is kept.
	return append(dst, src[end:]...)
}
