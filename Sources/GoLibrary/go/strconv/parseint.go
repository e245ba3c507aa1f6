package strconv

import "errors"

// ParseUint reads an unsigned number in the given base (0: as a Go literal, by
// its prefix and with underscores) that fits bitSize bits (0: a uint).
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	return parseUint(s, base, bitSize, "ParseUint", s)
}

// parseUint is ParseUint with the names for its error.
func parseUint(s string, base, bitSize int, fn, whole string) (uint64, error) {
	if s == "" {
		return 0, failure(fn, whole, ErrSyntax)
	}
	literal := base == 0
	rest := s
	switch {
	case literal:
		base = 10
		if s[0] == '0' {
			base = 8
			rest = s[1:]
			if len(s) >= 3 {
				switch s[1] | 0x20 {
				case 'b':
					base, rest = 2, s[2:]
				case 'o':
					base, rest = 8, s[2:]
				case 'x':
					base, rest = 16, s[2:]
				}
			}
		}
	case base < 2 || base > 36:
		return 0, failure(fn, whole, errors.New("invalid base "+Itoa(base)))
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, failure(fn, whole, errors.New("invalid bit size "+Itoa(bitSize)))
	}
	most := uint64(1)<<uint(bitSize) - 1
	b := uint64(base)
	// Beyond this, one more digit cannot fit in 64 bits.
	brink := (1<<64-1)/b + 1
	var n uint64
	underscores := false
	for i := 0; i < len(rest); i++ {
		c := rest[i]
		if c == '_' && literal {
			underscores = true
			continue
		}
		d := uint64(digitValue(c))
		if d >= b {
			return 0, failure(fn, whole, ErrSyntax)
		}
		if n >= brink {
			return most, failure(fn, whole, ErrRange)
		}
		n *= b
		if n+d < n || n+d > most {
			return most, failure(fn, whole, ErrRange)
		}
		n += d
	}
	if underscores && !underscoresFit(s) {
		return 0, failure(fn, whole, ErrSyntax)
	}
	return n, nil
}

// digitValue is 0 to 35, or 99 for what is not a digit in any base.
func digitValue(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'z':
		return int(c|0x20-'a') + 10
	}
	return 99
}

// ParseInt reads a number with an optional sign; see ParseUint for base and bitSize.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	return parseInt(s, base, bitSize, "ParseInt")
}

func parseInt(s string, base, bitSize int, fn string) (int64, error) {
	if s == "" {
		return 0, failure(fn, s, ErrSyntax)
	}
	magnitude := s
	negative := s[0] == '-'
	if negative || s[0] == '+' {
		magnitude = s[1:]
	}
	u, err := parseUint(magnitude, base, bitSize, fn, s)
	if err != nil && err.(*NumError).Err != ErrRange {
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	limit := uint64(1) << uint(bitSize-1) // the least value's magnitude
	switch {
	case !negative && u >= limit:
		return int64(limit - 1), failure(fn, s, ErrRange)
	case negative && u > limit:
		return -int64(limit), failure(fn, s, ErrRange)
	case negative:
		return -int64(u), nil
	}
	return int64(u), nil
}

// Atoi is ParseInt in base 10 for an int.
func Atoi(s string) (int, error) {
	i, err := parseInt(s, 10, 0, "Atoi")
	return int(i), err
}

// underscoresFit reports whether each underscore of s stands between two
// digits, or between a base prefix and a digit.
func underscoresFit(s string) bool {
	const (
		start = iota
		digit
		underscore
		other
	)
	if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	last := start
	hex := false
	if len(s) >= 2 && s[0] == '0' {
		switch s[1] | 0x20 {
		case 'b', 'o', 'x':
			hex = s[1]|0x20 == 'x'
			last = digit // a prefix counts as a digit here
			s = s[2:]
		}
	}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case '0' <= c && c <= '9' || hex && 'a' <= c|0x20 && c|0x20 <= 'f':
			last = digit
		case c == '_':
			if last != digit {
				return false
			}
			last = underscore
		default:
			if last == underscore {
				return false
			}
			last = other
		}
	}
	return last != underscore
}
