package big

import (
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// MaxBase is the largest base of texts.
const MaxBase = 62

const letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// chunk is the largest power of base that fits a word, and its exponent.
func chunk(base uint64) (power uint64, digits int) {
	power, digits = base, 1
	for power <= math.MaxUint64/base {
		power *= base
		digits++
	}
	return power, digits
}

func (x nat) text(base int) string {
	if len(x) == 0 {
		return "0"
	}
	power, digits := chunk(uint64(base))
	var out []byte // the lowest digit first
	for len(x) > 0 {
		var r uint64
		x, r = x.byWord(power)
		for i := 0; i < digits && (len(x) > 0 || r > 0); i++ {
			out = append(out, letters[r%uint64(base)])
			r /= uint64(base)
		}
	}
	for i, k := 0, len(out)-1; i < k; i, k = i+1, k-1 {
		out[i], out[k] = out[k], out[i]
	}
	return string(out)
}

// Text is x in a base from 2 to 62.
func (x *Int) Text(base int) string {
	if x == nil {
		return "<nil>"
	}
	text := x.abs.text(base)
	if x.neg {
		return "-" + text
	}
	return text
}

// String is x in base 10.
func (x *Int) String() string { return x.Text(10) }

// Append appends x in a base to buf.
func (x *Int) Append(buf []byte, base int) []byte { return append(buf, x.Text(base)...) }

func digitOf(c byte, base int) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c && c <= 'z':
		return int(c-'a') + 10
	case 'A' <= c && c <= 'Z' && base <= 36:
		return int(c-'A') + 10
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 36
	}
	return MaxBase
}

// SetString sets z to a number in a base; with base 0 a prefix tells it, and _
// may stand between digits. It is false, and z undefined, for other text.
func (z *Int) SetString(s string, base int) (*Int, bool) {
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	underscores := base == 0
	if base == 0 {
		base = 10
		if len(s) > 1 && s[0] == '0' {
			switch s[1] {
			case 'x', 'X':
				base, s = 16, s[2:]
			case 'b', 'B':
				base, s = 2, s[2:]
			case 'o', 'O':
				base, s = 8, s[2:]
			default:
				base, s = 8, s[1:]
			}
			s = strings.TrimPrefix(s, "_")
		}
	}
	if underscores {
		if strings.HasPrefix(s, "_") || strings.HasSuffix(s, "_") || strings.Contains(s, "__") {
			return nil, false
		}
		s = strings.ReplaceAll(s, "_", "")
	}
	if s == "" {
		return nil, false
	}
	_, digits := chunk(uint64(base))
	var abs nat
	for s != "" {
		part := s[:min(digits, len(s))]
		s = s[len(part):]
		value, power := uint64(0), uint64(1)
		for i := range len(part) {
			d := digitOf(part[i], base)
			if d >= base {
				return nil, false
			}
			value = value*uint64(base) + uint64(d)
			power *= uint64(base)
		}
		abs = abs.mul(nat{power}).add(natOf(uint64(value)))
	}
	return z.set(neg, abs), true
}

// Format writes x by the verbs b o d x X O v s.
func (x *Int) Format(s fmt.State, verb rune) {
	base := 10
	switch verb {
	case 'b':
		base = 2
	case 'o', 'O':
		base = 8
	case 'x', 'X':
		base = 16
	case 'd', 's', 'v':
	default:
		fmt.Fprintf(s, "%%!%c(big.Int=%s)", verb, x.String())
		return
	}
	if x == nil {
		fmt.Fprint(s, "<nil>")
		return
	}
	sign := ""
	switch {
	case x.neg:
		sign = "-"
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	prefix := ""
	if s.Flag('#') {
		prefix = map[rune]string{'b': "0b", 'o': "0", 'x': "0x", 'X': "0X"}[verb]
	}
	if verb == 'O' {
		prefix = "0o"
	}
	digits := x.abs.text(base)
	if verb == 'X' {
		digits = strings.ToUpper(digits)
	}
	zeros := 0
	precision, precise := s.Precision()
	if precise {
		if precision == 0 && digits == "0" {
			return
		}
		zeros = max(0, precision-len(digits))
	}
	left, right := 0, 0
	if width, ok := s.Width(); ok {
		fill := max(0, width-len(sign)-len(prefix)-zeros-len(digits))
		switch {
		case s.Flag('-'):
			right = fill
		case s.Flag('0') && !precise:
			zeros = fill
		default:
			left = fill
		}
	}
	io.WriteString(s, strings.Repeat(" ", left)+sign+prefix+strings.Repeat("0", zeros)+digits+strings.Repeat(" ", right))
}

// Scan reads x for package fmt.
func (z *Int) Scan(s fmt.ScanState, ch rune) error {
	base, ok := map[rune]int{'b': 2, 'o': 8, 'd': 10, 'x': 16, 'X': 16, 's': 0, 'v': 0}[ch]
	if !ok {
		return errors.New("Int.Scan: invalid verb")
	}
	s.SkipSpace()
	token, err := s.Token(false, func(r rune) bool {
		return r == '+' || r == '-' || r == '_' || r < 128 && digitOf(byte(r), 36) < 36
	})
	if err != nil {
		return err
	}
	if _, ok := z.SetString(string(token), base); !ok {
		return errors.New("Int.Scan: syntax error scanning number")
	}
	return nil
}

// MarshalText is x in base 10.
func (x *Int) MarshalText() ([]byte, error) { return []byte(x.String()), nil }

// UnmarshalText reads a number.
func (z *Int) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text), 0); !ok {
		return errors.New("math/big: cannot unmarshal " + strconv.Quote(string(text)) + " into a *big.Int")
	}
	return nil
}

// MarshalJSON is x in base 10.
func (x *Int) MarshalJSON() ([]byte, error) {
	if x == nil {
		return []byte("null"), nil
	}
	return []byte(x.String()), nil
}

// UnmarshalJSON reads a number.
func (z *Int) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	return z.UnmarshalText(text)
}

// Float64 is the nearest float64, and how it lies to x.
func (x *Int) Float64() (float64, Accuracy) {
	f, _ := strconv.ParseFloat(x.String(), 64)
	if math.IsInf(f, 0) {
		if f > 0 {
			return f, Above
		}
		return f, Below
	}
	return f, Accuracy(exactly(f).Cmp(x))
}

// exactly is a float64 without fraction as an Int.
func exactly(f float64) *Int {
	fraction, exp := math.Frexp(f)
	z := NewInt(int64(fraction * (1 << 53)))
	if exp >= 53 {
		return z.Lsh(z, uint(exp-53))
	}
	return z.Quo(z, new(Int).Lsh(NewInt(1), uint(53-exp)))
}
