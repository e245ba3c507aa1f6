package time

// String is like "2009-11-10 23:00:00 +0000 UTC", with the reading of the
// monotonic clock, in seconds, if there is one.
func (t Time) String() string {
	text := t.AppendFormat(make([]byte, 0, 64), "2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&monotonic != 0 {
		ext, sign := uint64(t.ext), byte('+')
		if t.ext < 0 {
			ext, sign = -ext, '-'
		}
		text = append(text, " m="...)
		text = append(text, sign)
		text = appendNumber(text, int(ext/1e9), 0)
		text = append(text, '.')
		text = appendNumber(text, int(ext%1e9), 9)
	}
	return string(text)
}

// GoString is t as Go source.
func (t Time) GoString() string {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	text := append([]byte(nil), "time.Date("...)
	text = appendNumber(text, year, 0)
	text = append(text, ", time."...)
	text = append(text, month.String()...)
	for _, n := range [...]int{day, hour, min, sec, int(t.nsec())} {
		text = append(text, ", "...)
		text = appendNumber(text, n, 0)
	}
	text = append(text, ", "...)
	switch loc := t.Location(); loc {
	case UTC:
		text = append(text, "time.UTC"...)
	case Local:
		text = append(text, "time.Local"...)
	default:
		text = append(text, "time.Location("...)
		text = append(text, quote(loc.name)...)
		text = append(text, ')')
	}
	return string(append(text, ')'))
}

// Format shows t as the layout shows 2 January 2006 15:04:05.
func (t Time) Format(layout string) string {
	return string(t.AppendFormat(make([]byte, 0, max(64, len(layout)+10)), layout))
}

// AppendFormat appends Format's text to b.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	year, month, day, yday := t.split()
	hour, min, sec := t.Clock()
	for layout != "" {
		prefix, e, suffix := next(layout)
		b = append(b, prefix...)
		if e.kind == none {
			break
		}
		layout = suffix
		twelve := (hour+11)%12 + 1
		half := "am"
		if hour >= 12 {
			half = "pm"
		}
		switch e.kind {
		case shortYear:
			y := year % 100
			if y < 0 {
				y = -y
			}
			b = appendNumber(b, y, 2)
		case longYear:
			b = appendNumber(b, year, 4)
		case shortMonth:
			b = append(b, month.String()[:3]...)
		case longMonth:
			b = append(b, month.String()...)
		case numMonth:
			b = appendNumber(b, int(month), 0)
		case zeroMonth:
			b = appendNumber(b, int(month), 2)
		case shortWeekday:
			b = append(b, t.Weekday().String()[:3]...)
		case longWeekday:
			b = append(b, t.Weekday().String()...)
		case numDay:
			b = appendNumber(b, day, 0)
		case blankDay:
			b = appendBlank(b, day, 2)
		case zeroDay:
			b = appendNumber(b, day, 2)
		case blankYearDay:
			b = appendBlank(b, yday+1, 3)
		case zeroYearDay:
			b = appendNumber(b, yday+1, 3)
		case hour24:
			b = appendNumber(b, hour, 2)
		case hour12:
			b = appendNumber(b, twelve, 0)
		case zeroHour12:
			b = appendNumber(b, twelve, 2)
		case numMinute:
			b = appendNumber(b, min, 0)
		case zeroMinute:
			b = appendNumber(b, min, 2)
		case numSecond:
			b = appendNumber(b, sec, 0)
		case zeroSecond:
			b = appendNumber(b, sec, 2)
		case lowerPM:
			b = append(b, half...)
		case upperPM:
			b = append(b, half[0]-'a'+'A', 'M')
		case zoneOffset:
			b = appendOffset(b, e, t.Location().offset)
		case zoneName:
			if loc := t.Location(); loc.zone != "" {
				b = append(b, loc.zone...)
			} else {
				b = appendOffset(b, element{}, loc.offset)
			}
		case fractionZeros, fractionNines:
			b = appendFraction(b, t.Nanosecond(), e)
		}
	}
	return b
}

func appendBlank(b []byte, n, width int) []byte {
	for limit := 10; width > 1; width-- {
		if n < limit {
			b = append(b, ' ')
		}
		limit *= 10
	}
	return appendNumber(b, n, 0)
}

func appendOffset(b []byte, e element, offset int) []byte {
	if e.z && offset == 0 {
		return append(b, 'Z')
	}
	minutes := offset / 60
	if minutes < 0 {
		b = append(b, '-')
		minutes, offset = -minutes, -offset
	} else {
		b = append(b, '+')
	}
	b = appendNumber(b, minutes/60, 2)
	if e.short {
		return b
	}
	if e.colons {
		b = append(b, ':')
	}
	b = appendNumber(b, minutes%60, 2)
	if e.seconds {
		if e.colons {
			b = append(b, ':')
		}
		b = appendNumber(b, offset%60, 2)
	}
	return b
}

func appendFraction(b []byte, nsec int, e element) []byte {
	digits := appendNumber(make([]byte, 0, 9), nsec, 9)
	digits = digits[:min(e.digits, 9)]
	if e.kind == fractionNines {
		for len(digits) > 0 && digits[len(digits)-1] == '0' {
			digits = digits[:len(digits)-1]
		}
		if len(digits) == 0 {
			return b
		}
	}
	b = append(b, e.point)
	return append(b, digits...)
}
