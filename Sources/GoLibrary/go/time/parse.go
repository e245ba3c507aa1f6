package time

// A ParseError tells where a text does not fit a layout.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " +
		quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

// Parse reads a text that looks as the layout shows 2 January 2006 15:04:05.
// What the layout lacks is 0, or 1; without a zone it is UTC.
func Parse(layout, value string) (Time, error) {
	return parse(layout, value, UTC, Local)
}

// ParseInLocation is Parse where a text without a zone is for loc.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// reading is a text on its way to being a Time.
type reading struct {
	rest string // what is left

	year, month, day, yday int // the last three are -1 until known
	hour, min, sec, nsec   int
	am, pm                 bool
	zone                   *Location
	offset                 int
	hasOffset              bool
	zoneName               string

	wrong string // which part is out of its range
}

func parse(layout, value string, missing, home *Location) (Time, error) {
	r := reading{rest: value, month: -1, day: -1, yday: -1}
	wholeLayout := layout
	failed := func(elem, at, message string) (Time, error) {
		return Time{}, &ParseError{wholeLayout, value, elem, at, message}
	}
	for {
		prefix, e, suffix := next(layout)
		text := layout[len(prefix) : len(layout)-len(suffix)]
		if !r.skip(prefix) {
			return failed(prefix, r.rest, "")
		}
		if e.kind == none {
			if r.rest != "" {
				return failed("", r.rest, ": extra text: "+quote(r.rest))
			}
			break
		}
		layout = suffix
		start := r.rest
		ok := r.element(e, layout)
		if r.wrong != "" {
			return failed(text, r.rest, ": "+r.wrong+" out of range")
		}
		if !ok {
			return failed(text, start, "")
		}
	}
	if message := r.settle(); message != "" {
		return failed("", r.rest, message)
	}
	at := func(loc *Location) Time {
		return Date(r.year, Month(r.month), r.day, r.hour, r.min, r.sec, r.nsec, loc)
	}
	switch {
	case r.zone != nil:
		return at(r.zone), nil
	case r.hasOffset:
		if home.offset == r.offset && (r.zoneName == "" || r.zoneName == home.zone) {
			return at(home), nil
		}
		return at(FixedZone(r.zoneName, r.offset)), nil
	case r.zoneName != "" && r.zoneName == home.zone:
		return at(home), nil
	case r.zoneName != "":
		// An unknown abbreviation counts as an offset of 0, unless it is like GMT+3.
		offset := 0
		if len(r.zoneName) > 3 && r.zoneName[:3] == "GMT" {
			n, _, _ := leadingNumber(r.zoneName[4:])
			offset = int(n) * 3600
			if r.zoneName[3] == '-' {
				offset = -offset
			}
		}
		t := at(UTC)
		t.setLocation(FixedZone(r.zoneName, offset))
		return t, nil
	}
	return at(missing), nil
}

// skip takes prefix, in which any number of blanks matches any number of them.
func (r *reading) skip(prefix string) bool {
	blanks := func(s string) string {
		for s != "" && s[0] == ' ' {
			s = s[1:]
		}
		return s
	}
	for prefix != "" {
		if prefix[0] == ' ' {
			if r.rest != "" && r.rest[0] != ' ' {
				return false
			}
			prefix, r.rest = blanks(prefix), blanks(r.rest)
			continue
		}
		if r.rest == "" || r.rest[0] != prefix[0] {
			return false
		}
		prefix, r.rest = prefix[1:], r.rest[1:]
	}
	return true
}

// number takes one or two digits, two if told so.
func (r *reading) number(n *int, two bool) bool {
	s := r.rest
	*n = 0
	if !isDigit(s, 0) || two && !isDigit(s, 1) {
		return false
	}
	*n = int(s[0] - '0')
	r.rest = s[1:]
	if isDigit(s, 1) {
		*n = *n*10 + int(s[1]-'0')
		r.rest = s[2:]
	}
	return true
}

// digits takes exactly count digits.
func (r *reading) digits(n *int, count int) bool {
	*n = 0
	for i := 0; i < count; i++ {
		if !isDigit(r.rest, i) {
			return false
		}
		*n = *n*10 + int(r.rest[i]-'0')
	}
	r.rest = r.rest[count:]
	return true
}

// word takes one of a list's names, or its first three letters, in any case, and tells which.
func (r *reading) word(list string, short bool) int {
	for i := 0; i*nameWidth < len(list); i++ {
		s := name(list, i)
		if short {
			s = s[:3]
		}
		if len(r.rest) >= len(s) && sameLetters(r.rest[:len(s)], s) {
			r.rest = r.rest[len(s):]
			return i
		}
	}
	return -1
}

func sameLetters(a, b string) bool {
	for i := 0; i < len(a); i++ {
		x, y := a[i]|0x20, b[i]|0x20
		if a[i] != b[i] && (x != y || x < 'a' || x > 'z') {
			return false
		}
	}
	return true
}

// check notes that n is not in [low, high].
func (r *reading) check(n, low, high int, what string) {
	if n < low || n > high {
		r.wrong = what
	}
}

// element takes the part of the text that e stands for; layout is what follows it.
func (r *reading) element(e element, layout string) bool {
	ok := true
	switch e.kind {
	case shortYear:
		if len(r.rest) > 1 && (r.rest[0] == '+' || r.rest[0] == '-') {
			// A quirk of Go's: a sign and a digit count as two digits.
			sign := r.rest[0]
			r.rest = r.rest[1:]
			ok = r.digits(&r.year, 1)
			if sign == '-' {
				r.year = -r.year
			}
		} else {
			ok = r.digits(&r.year, 2)
		}
		if ok {
			if r.year >= 69 {
				r.year += 1900
			} else {
				r.year += 2000
			}
		}
	case longYear:
		ok = r.digits(&r.year, 4)
	case longMonth, shortMonth:
		i := r.word(monthNames, e.kind == shortMonth)
		r.month = i + 1
		ok = i >= 0
	case numMonth, zeroMonth:
		if ok = r.number(&r.month, e.kind == zeroMonth); ok {
			r.check(r.month, 1, 12, "month")
		}
	case longWeekday, shortWeekday:
		ok = r.word(dayNames, e.kind == shortWeekday) >= 0
	case numDay, blankDay, zeroDay:
		if e.kind == blankDay && hasPrefix(r.rest, " ") {
			r.rest = r.rest[1:]
		}
		ok = r.number(&r.day, e.kind == zeroDay)
	case blankYearDay, zeroYearDay:
		ok = r.dayOfYear(e.kind == zeroYearDay)
	case hour24:
		ok = r.number(&r.hour, false)
		r.check(r.hour, 0, 23, "hour")
	case hour12, zeroHour12:
		ok = r.number(&r.hour, e.kind == zeroHour12)
		r.check(r.hour, 0, 12, "hour")
	case numMinute, zeroMinute:
		ok = r.number(&r.min, e.kind == zeroMinute)
		r.check(r.min, 0, 59, "minute")
	case numSecond, zeroSecond:
		if ok = r.number(&r.sec, e.kind == zeroSecond); !ok {
			break
		}
		r.check(r.sec, 0, 59, "second")
		// A fraction may follow even if the layout has none.
		if r.wrong == "" && r.atFraction() {
			if _, e, _ := next(layout); e.kind != fractionZeros && e.kind != fractionNines {
				ok = r.fraction(r.fractionLength())
			}
		}
	case upperPM, lowerPM:
		if len(r.rest) < 2 {
			return false
		}
		half := r.rest[:2]
		r.rest = r.rest[2:]
		r.pm = r.pm || half == "PM" && e.kind == upperPM || half == "pm" && e.kind == lowerPM
		r.am = r.am || half == "AM" && e.kind == upperPM || half == "am" && e.kind == lowerPM
		ok = e.kind == upperPM && (half == "AM" || half == "PM") || e.kind == lowerPM && (half == "am" || half == "pm")
	case zoneOffset:
		ok = r.zoneOffset(e)
	case zoneName:
		ok = r.abbreviation()
	case fractionZeros:
		if ok = len(r.rest) > e.digits; ok {
			ok = r.fraction(e.digits)
		}
	case fractionNines:
		if r.atFraction() {
			ok = r.fraction(r.fractionLength())
		}
	}
	return ok
}

func (r *reading) dayOfYear(three bool) bool {
	for i := 0; i < 2 && !three && hasPrefix(r.rest, " "); i++ {
		r.rest = r.rest[1:]
	}
	n, count := 0, 0
	for count < 3 && isDigit(r.rest, count) {
		n = n*10 + int(r.rest[count]-'0')
		count++
	}
	if count == 0 || three && count != 3 {
		return false
	}
	r.yday = n
	r.rest = r.rest[count:]
	return true
}

func (r *reading) atFraction() bool {
	return len(r.rest) >= 2 && (r.rest[0] == '.' || r.rest[0] == ',') && isDigit(r.rest, 1)
}

// fractionLength is the number of digits behind the point.
func (r *reading) fractionLength() int {
	n := 0
	for isDigit(r.rest, n+1) {
		n++
	}
	return n
}

// fraction takes a point and digits; those beyond the ninth do not count.
func (r *reading) fraction(digits int) bool {
	if r.rest[0] != '.' && r.rest[0] != ',' {
		return false
	}
	nsec := 0
	negative := r.rest[1] == '-'
	for i := 1; i <= 9; i++ {
		nsec *= 10
		if i <= digits {
			if i == 1 && digits > 1 && (negative || r.rest[1] == '+') {
				continue // a quirk of Go's: a sign may stand for a digit
			}
			if !isDigit(r.rest, i) {
				return false
			}
			nsec += int(r.rest[i] - '0')
		}
	}
	if negative && nsec > 0 {
		r.wrong = "fractional second"
	}
	r.nsec = nsec
	r.rest = r.rest[digits+1:]
	return true
}

func (r *reading) zoneOffset(e element) bool {
	if e.z && hasPrefix(r.rest, "Z") {
		r.rest = r.rest[1:]
		r.zone = UTC
		return true
	}
	parts := 2
	if e.short {
		parts = 1
	} else if e.seconds {
		parts = 3
	}
	length := 1 + 2*parts
	if e.colons {
		length += parts - 1
	}
	if len(r.rest) < length {
		return false
	}
	text := r.rest[:length]
	if e.colons {
		for i := 3; i < length; i += 3 {
			if text[i] != ':' {
				return false
			}
		}
	}
	r.rest = r.rest[length:]
	var n [3]int
	ok := true
	for i, at := 0, 1; i < parts && ok; i++ {
		if ok = isDigit(text, at) && isDigit(text, at+1); ok {
			n[i] = int(text[at]-'0')*10 + int(text[at+1]-'0')
		}
		at += 2
		if e.colons {
			at++
		}
	}
	r.check(n[0], 0, 24, "time zone offset hour")
	r.check(n[1], 0, 60, "time zone offset minute")
	r.check(n[2], 0, 60, "time zone offset second")
	r.offset, r.hasOffset = (n[0]*60+n[1])*60+n[2], true
	switch text[0] {
	case '+':
	case '-':
		r.offset = -r.offset
	default:
		ok = false
	}
	return ok
}

// abbreviation takes a zone's name: three or four capitals (four only with a T
// at the end), five with a T, GMT with an offset, an offset alone, or a few that
// are unlike all others.
func (r *reading) abbreviation() bool {
	s := r.rest
	length := 0
	switch {
	case hasPrefix(s, "UTC"):
		r.rest = s[3:]
		r.zone = UTC
		return true
	case len(s) < 3:
	case hasPrefix(s, "ChST"), hasPrefix(s, "MeST"):
		length = 4
	case hasPrefix(s, "GMT"):
		length = 3 + signedHours(s[3:])
	case s[0] == '+' || s[0] == '-':
		length = signedHours(s)
	default:
		capitals := 0
		for capitals < 6 && capitals < len(s) && 'A' <= s[capitals] && s[capitals] <= 'Z' {
			capitals++
		}
		if capitals == 3 || capitals == 4 && (s[3] == 'T' || hasPrefix(s, "WITA")) || capitals == 5 && s[4] == 'T' {
			length = capitals
		}
	}
	if length == 0 {
		return false
	}
	r.zoneName = string([]byte(s[:length]))
	r.rest = s[length:]
	return true
}

// signedHours is the length of a sign with a number up to 23, or 0.
func signedHours(s string) int {
	if s == "" || s[0] != '+' && s[0] != '-' {
		return 0
	}
	n, length, ok := leadingNumber(s[1:])
	if !ok || length == 0 || n > 23 {
		return 0
	}
	return 1 + length
}

// settle puts the parts together; it returns what is wrong with them, if anything.
func (r *reading) settle() (message string) {
	if r.pm && r.hour < 12 {
		r.hour += 12
	} else if r.am && r.hour == 12 {
		r.hour = 0
	}
	if r.yday >= 0 {
		days := 365
		if isLeap(r.year) {
			days = 366
		}
		if r.yday < 1 || r.yday > days {
			return ": day-of-year out of range"
		}
		month := December
		for daysBefore(month, r.year) >= r.yday {
			month--
		}
		day := r.yday - daysBefore(month, r.year)
		if r.month >= 0 && r.month != int(month) {
			return ": day-of-year does not match month"
		}
		if r.day >= 0 && r.day != day {
			return ": day-of-year does not match day"
		}
		r.month, r.day = int(month), day
	}
	if r.month < 0 {
		r.month = 1
	}
	if r.day < 0 {
		r.day = 1
	}
	if r.day < 1 || r.day > daysIn(Month(r.month), r.year) {
		return ": day out of range"
	}
	return ""
}
