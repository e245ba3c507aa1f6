package json

import "strconv"

// maxDepth is how deep objects and arrays may be in each other.
const maxDepth = 10000

// A checker reads through text.
type checker struct {
	data  []byte
	at    int
	depth int
}

// errEnd is the error of text that ends too early.
func (c *checker) errEnd() *SyntaxError {
	return &SyntaxError{"unexpected end of JSON input", int64(len(c.data))}
}

// bad is the error that the next byte does not belong there.
func (c *checker) bad(context string) *SyntaxError {
	if c.at >= len(c.data) {
		return c.errEnd()
	}
	return &SyntaxError{"invalid character " + quoted(c.data[c.at]) + " " + context, int64(c.at) + 1}
}

// broken is bad inside of something that space would break off: text that ends
// here is told as if space followed.
func (c *checker) broken(context string) *SyntaxError {
	if c.at >= len(c.data) {
		return &SyntaxError{"invalid character ' ' " + context, int64(len(c.data))}
	}
	return c.bad(context)
}

func quoted(b byte) string {
	switch b {
	case '\'':
		return `'\''`
	case '"':
		return `'"'`
	}
	s := strconv.Quote(string(rune(b)))
	return "'" + s[1:len(s)-1] + "'"
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func (c *checker) space() {
	for c.at < len(c.data) && isSpace(c.data[c.at]) {
		c.at++
	}
}

// next is the next byte, 0 at the end.
func (c *checker) next() byte {
	if c.at < len(c.data) {
		return c.data[c.at]
	}
	return 0
}

// value reads a value and the space before it.
func (c *checker) value() *SyntaxError {
	c.space()
	switch b := c.next(); {
	case b == '{':
		return c.object()
	case b == '[':
		return c.array()
	case b == '"':
		return c.string()
	case b == '-' || isDigit(b):
		return c.number()
	case b == 't':
		return c.literal("true")
	case b == 'f':
		return c.literal("false")
	case b == 'n':
		return c.literal("null")
	}
	return c.bad("looking for beginning of value")
}

func (c *checker) enter() *SyntaxError {
	if c.depth++; c.depth > maxDepth {
		return c.bad("exceeded max depth")
	}
	c.at++
	c.space()
	return nil
}

func (c *checker) leave() {
	c.at++
	c.depth--
}

func (c *checker) object() *SyntaxError {
	if err := c.enter(); err != nil {
		return err
	}
	if c.next() == '}' {
		c.leave()
		return nil
	}
	for {
		c.space()
		if c.next() != '"' {
			return c.bad("looking for beginning of object key string")
		}
		if err := c.string(); err != nil {
			return err
		}
		c.space()
		if c.next() != ':' {
			return c.bad("after object key")
		}
		c.at++
		if err := c.value(); err != nil {
			return err
		}
		c.space()
		switch c.next() {
		case ',':
			c.at++
		case '}':
			c.leave()
			return nil
		default:
			return c.bad("after object key:value pair")
		}
	}
}

func (c *checker) array() *SyntaxError {
	if err := c.enter(); err != nil {
		return err
	}
	if c.next() == ']' {
		c.leave()
		return nil
	}
	for {
		if err := c.value(); err != nil {
			return err
		}
		c.space()
		switch c.next() {
		case ',':
			c.at++
		case ']':
			c.leave()
			return nil
		default:
			return c.bad("after array element")
		}
	}
}

func (c *checker) string() *SyntaxError {
	for c.at++; c.at < len(c.data); c.at++ {
		switch b := c.data[c.at]; {
		case b == '"':
			c.at++
			return nil
		case b < ' ':
			return c.bad("in string literal")
		case b == '\\':
			c.at++
			switch c.next() {
			case 'b', 'f', 'n', 'r', 't', '\\', '/', '"':
			case 'u':
				for range 4 {
					c.at++
					if _, ok := hexValue(c.next()); !ok {
						return c.broken(`in \u hexadecimal character escape`)
					}
				}
			default:
				return c.broken("in string escape code")
			}
		}
	}
	return c.errEnd()
}

func hexValue(b byte) (rune, bool) {
	switch {
	case isDigit(b):
		return rune(b - '0'), true
	case 'a' <= b && b <= 'f':
		return rune(b - 'a' + 10), true
	case 'A' <= b && b <= 'F':
		return rune(b - 'A' + 10), true
	}
	return 0, false
}

// digits reads at least one digit.
func (c *checker) digits(context string) *SyntaxError {
	if !isDigit(c.next()) {
		return c.broken(context)
	}
	for isDigit(c.next()) {
		c.at++
	}
	return nil
}

func (c *checker) number() *SyntaxError {
	if c.next() == '-' {
		c.at++
	}
	if c.next() == '0' {
		c.at++
	} else if err := c.digits("in numeric literal"); err != nil {
		return err
	}
	if c.next() == '.' {
		c.at++
		if err := c.digits("after decimal point in numeric literal"); err != nil {
			return err
		}
	}
	if b := c.next(); b == 'e' || b == 'E' {
		c.at++
		if b := c.next(); b == '+' || b == '-' {
			c.at++
		}
		return c.digits("in exponent of numeric literal")
	}
	return nil
}

func (c *checker) literal(word string) *SyntaxError {
	for i := range len(word) {
		if c.next() != word[i] {
			return c.broken("in literal " + word + " (expecting " + quoted(word[i]) + ")")
		}
		c.at++
	}
	return nil
}

// check is the error of text that is not one value.
func check(data []byte) error {
	c := &checker{data: data}
	if err := c.value(); err != nil {
		return err
	}
	c.space()
	if c.at < len(data) {
		return c.bad("after top-level value")
	}
	return nil
}

// Valid reports whether data is a JSON value.
func Valid(data []byte) bool { return check(data) == nil }

// isNumber reports whether s is a JSON number.
func isNumber(s string) bool {
	c := &checker{data: []byte(s)}
	return s != "" && (s[0] == '-' || isDigit(s[0])) && c.number() == nil && c.at == len(s)
}
