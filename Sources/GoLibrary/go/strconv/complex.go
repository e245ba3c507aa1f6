package strconv

// FormatComplex writes c as (a+bi), each part as FormatFloat does; bitSize is 64 or 128.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	bitSize /= 2
	text := append([]byte(nil), '(')
	text = AppendFloat(text, real(c), fmt, prec, bitSize)
	imaginary := FormatFloat(imag(c), fmt, prec, bitSize)
	if imaginary[0] != '+' && imaginary[0] != '-' {
		text = append(text, '+')
	}
	text = append(text, imaginary...)
	return string(append(text, 'i', ')'))
}

// ParseComplex reads N, Ni or N±Ni, in parentheses or not, without spaces.
func ParseComplex(s string, bitSize int) (complex128, error) {
	size := 64
	if bitSize == 64 {
		size = 32
	}
	rest := s
	if len(s) >= 2 && s[0] == '(' && s[len(s)-1] == ')' {
		rest = s[1 : len(s)-1]
	}
	first, n, err := parseFloat(rest, size)
	if err != nil && err.Err == ErrSyntax {
		return 0, failure("ParseComplex", s, ErrSyntax)
	}
	tooLarge := err != nil
	rest = rest[n:]
	var value complex128
	switch {
	case rest == "":
		value = complex(first, 0)
	case rest == "i":
		value = complex(0, first)
	case rest[0] == '+' || rest[0] == '-':
		if rest[0] == '+' && len(rest) > 1 && rest[1] != '+' {
			rest = rest[1:] // so that "+NaNi" is read; a NaN takes no sign
		}
		second, n, err := parseFloat(rest, size)
		if err != nil && err.Err == ErrSyntax || rest[n:] != "i" {
			return 0, failure("ParseComplex", s, ErrSyntax)
		}
		tooLarge = tooLarge || err != nil
		value = complex(first, second)
	default:
		return 0, failure("ParseComplex", s, ErrSyntax)
	}
	if tooLarge {
		return value, failure("ParseComplex", s, ErrRange)
	}
	return value, nil
}
