package time

import (
	"errors"
	"strconv"
)

// A Duration is a span of time in nanoseconds.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	leastDuration Duration = -1 << 63
	mostDuration  Duration = 1<<63 - 1
)

// String is like "1h15m30.918s": no leading zero units, and below a second a
// smaller unit, so that the first digit is not zero.
func (d Duration) String() string {
	var room [32]byte
	at := len(room) - 1
	u := uint64(d)
	if d < 0 {
		u = -u
	}
	room[at] = 's'
	if u < uint64(Second) {
		digits := 0
		switch {
		case u == 0:
			return "0s"
		case u < uint64(Microsecond):
			at--
			room[at] = 'n'
		case u < uint64(Millisecond):
			digits = 3
			at -= 2
			copy(room[at:], "µ")
		default:
			digits = 6
			at--
			room[at] = 'm'
		}
		at, u = layFraction(room[:at], u, digits)
		at = layNumber(room[:at], u)
	} else {
		at, u = layFraction(room[:at], u, 9)
		at = layNumber(room[:at], u%60)
		if u /= 60; u > 0 {
			at--
			room[at] = 'm'
			at = layNumber(room[:at], u%60)
			if u /= 60; u > 0 {
				at--
				room[at] = 'h'
				at = layNumber(room[:at], u)
			}
		}
	}
	if d < 0 {
		at--
		room[at] = '-'
	}
	return string(room[at:])
}

// layFraction writes the last digits of u, without zeros at the end, behind a
// point, at the end of room; it returns where they begin and the rest of u.
func layFraction(room []byte, u uint64, digits int) (at int, rest uint64) {
	at = len(room)
	shown := false
	for ; digits > 0; digits-- {
		digit := u % 10
		u /= 10
		shown = shown || digit != 0
		if shown {
			at--
			room[at] = byte('0' + digit)
		}
	}
	if shown {
		at--
		room[at] = '.'
	}
	return at, u
}

func layNumber(room []byte, u uint64) int {
	at := len(room)
	for {
		at--
		room[at] = byte('0' + u%10)
		if u /= 10; u == 0 {
			return at
		}
	}
}

// Nanoseconds and its like are d in other units.

func (d Duration) Nanoseconds() int64  { return int64(d) }
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }
func (d Duration) Seconds() float64    { return d.in(Second) }
func (d Duration) Minutes() float64    { return d.in(Minute) }
func (d Duration) Hours() float64      { return d.in(Hour) }

// in divides in two steps, which keeps the most bits.
func (d Duration) in(unit Duration) float64 {
	return float64(d/unit) + float64(d%unit)/float64(unit)
}

// Truncate rounds d towards zero to a multiple of m.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round rounds d to the nearest multiple of m, halves away from zero.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	r := d % m
	if d < 0 {
		r = -r
		if uint64(r)*2 < uint64(m) {
			return d + r
		}
		if rounded := d - m + r; rounded < d {
			return rounded
		}
		return leastDuration
	}
	if uint64(r)*2 < uint64(m) {
		return d - r
	}
	if rounded := d + m - r; rounded > d {
		return rounded
	}
	return mostDuration
}

// Abs is d without its sign.
func (d Duration) Abs() Duration {
	switch {
	case d >= 0:
		return d
	case d == leastDuration:
		return mostDuration
	}
	return -d
}

func unitOf(name string) uint64 {
	switch name {
	case "ns":
		return uint64(Nanosecond)
	case "us", "µs", "μs":
		return uint64(Microsecond)
	case "ms":
		return uint64(Millisecond)
	case "s":
		return uint64(Second)
	case "m":
		return uint64(Minute)
	case "h":
		return uint64(Hour)
	}
	return 0
}

// ParseDuration reads numbers, with fractions or without, each with a unit: "-1.5h", "2h45m".
func ParseDuration(s string) (Duration, error) {
	rest := s
	negative := false
	if rest != "" && (rest[0] == '-' || rest[0] == '+') {
		negative = rest[0] == '-'
		rest = rest[1:]
	}
	if rest == "0" {
		return 0, nil
	}
	invalid := func() (Duration, error) {
		return 0, errors.New("time: invalid duration " + quote(s))
	}
	if rest == "" {
		return invalid()
	}
	const most = 1 << 63
	total := uint64(0)
	for rest != "" {
		whole, length, ok := leadingNumber(rest)
		if !ok {
			return invalid()
		}
		rest = rest[length:]
		fraction, scale, digits := uint64(0), 1.0, 0
		if rest != "" && rest[0] == '.' {
			fraction, scale, digits = leadingFraction(rest[1:])
			rest = rest[1+digits:]
		}
		if length == 0 && digits == 0 {
			return invalid()
		}
		end := 0
		for end < len(rest) && rest[end] != '.' && (rest[end] < '0' || rest[end] > '9') {
			end++
		}
		if end == 0 {
			return 0, errors.New("time: missing unit in duration " + quote(s))
		}
		unit := unitOf(rest[:end])
		if unit == 0 {
			return 0, errors.New("time: unknown unit " + quote(rest[:end]) + " in duration " + quote(s))
		}
		rest = rest[end:]
		if whole > most/unit {
			return invalid()
		}
		whole *= unit
		if fraction > 0 {
			whole += uint64(float64(fraction) * (float64(unit) / scale))
			if whole > most {
				return invalid()
			}
		}
		total += whole
		if total > most {
			return invalid()
		}
	}
	if negative {
		return -Duration(total), nil
	}
	if total > most-1 {
		return invalid()
	}
	return Duration(total), nil
}

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// leadingNumber reads the digits that s begins with, up to 2**63.
func leadingNumber(s string) (n uint64, length int, ok bool) {
	for ; isDigit(s, length); length++ {
		if n > 1<<63/10 {
			return 0, 0, false
		}
		n = n*10 + uint64(s[length]-'0')
		if n > 1<<63 {
			return 0, 0, false
		}
	}
	return n, length, true
}

// leadingFraction reads digits as n/scale; those that do not fit count for nothing.
func leadingFraction(s string) (n uint64, scale float64, length int) {
	scale = 1
	full := false
	for ; isDigit(s, length); length++ {
		if full || n > (1<<63-1)/10 {
			full = true
			continue
		}
		next := n*10 + uint64(s[length]-'0')
		if next > 1<<63 {
			full = true
			continue
		}
		n = next
		scale *= 10
	}
	return n, scale, length
}

// quote puts s in double quotes for an error.
func quote(s string) string {
	text := []byte{'"'}
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '"' || c == '\\':
			text = append(text, '\\', c)
		case c < ' ' || c >= 0x80:
			const hex = "0123456789abcdef"
			text = append(text, '\\', 'x', hex[c>>4], hex[c&15])
		default:
			text = append(text, c)
		}
	}
	return string(append(text, '"'))
}

func appendNumber(b []byte, n, width int) []byte {
	if n < 0 {
		b = append(b, '-')
		n = -n
	}
	var room [20]byte
	digits := strconv.AppendInt(room[:0], int64(n), 10)
	for i := len(digits); i < width; i++ {
		b = append(b, '0')
	}
	return append(b, digits...)
}
