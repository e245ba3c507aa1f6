package time

// Layouts: how the moment 2 January 2006 15:04:05 (01/02 03:04:05PM '06 -0700) is to look.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// The elements of layouts; an offset's has flags in element.kind above it.
const (
	none = iota
	longMonth
	shortMonth
	numMonth
	zeroMonth
	longWeekday
	shortWeekday
	numDay
	blankDay
	zeroDay
	blankYearDay
	zeroYearDay
	hour24
	hour12
	zeroHour12
	numMinute
	zeroMinute
	numSecond
	zeroSecond
	longYear
	shortYear
	upperPM
	lowerPM
	zoneName
	zoneOffset
	fractionZeros // .000: all digits
	fractionNines // .999: without zeros at the end
)

// An element is a piece of a layout that stands for a part of a time.
type element struct {
	kind   int
	digits int  // of a fraction
	point  byte // before it
	// Of an offset: Z for 0; hours only; with seconds; with colons.
	z, short, seconds, colons bool
}

// plain are the elements that are just words; an earlier one wins.
var plain = [...]struct {
	text string
	kind int
}{
	{"January", longMonth}, {"Jan", shortMonth}, {"Monday", longWeekday}, {"Mon", shortWeekday}, {"MST", zoneName},
	{"01", zeroMonth}, {"002", zeroYearDay}, {"02", zeroDay}, {"03", zeroHour12}, {"04", zeroMinute}, {"05", zeroSecond},
	{"06", shortYear}, {"15", hour24}, {"1", numMonth}, {"2006", longYear}, {"2", numDay}, {"_2006", none},
	{"__2", blankYearDay}, {"_2", blankDay}, {"3", hour12}, {"4", numMinute}, {"5", numSecond}, {"PM", upperPM}, {"pm", lowerPM},
}

// offsets are the forms of an offset, after Z or '-'; an earlier one wins.
var offsets = [...]struct {
	text                   string
	short, seconds, colons bool
}{
	{"070000", false, true, false}, {"07:00:00", false, true, true}, {"0700", false, false, false},
	{"07:00", false, false, true}, {"07", true, false, false},
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

// next divides a layout before and after its first element.
func next(layout string) (prefix string, e element, suffix string) {
	for i := 0; i < len(layout); i++ {
		if e, length := elementAt(layout[i:]); length > 0 {
			if e.kind == none {
				// "_2006" is an underscore and a year.
				return layout[:i+1], element{kind: longYear}, layout[i+length:]
			}
			return layout[:i], e, layout[i+length:]
		}
	}
	return layout, element{}, ""
}

// elementAt reads the element that s begins with; its length is 0 if there is none.
func elementAt(s string) (e element, length int) {
	switch c := s[0]; c {
	case 'J', 'M', '0', '1', '2', '_', '3', '4', '5', 'P', 'p':
		for i := range plain {
			p := &plain[i]
			if !hasPrefix(s, p.text) {
				continue
			}
			// "Jan" and "Mon" are not elements inside of a word.
			if n := len(p.text); (p.kind == shortMonth || p.kind == shortWeekday) && n < len(s) && 'a' <= s[n] && s[n] <= 'z' {
				continue
			}
			return element{kind: p.kind}, len(p.text)
		}
	case 'Z', '-':
		for i := range offsets {
			if o := &offsets[i]; hasPrefix(s[1:], o.text) {
				return element{zoneOffset, 0, 0, c == 'Z', o.short, o.seconds, o.colons}, 1 + len(o.text)
			}
		}
	case '.', ',':
		if len(s) < 2 || s[1] != '0' && s[1] != '9' {
			break
		}
		end := 1
		for end < len(s) && s[end] == s[1] {
			end++
		}
		if isDigit(s, end) {
			break
		}
		kind := fractionZeros
		if s[1] == '9' {
			kind = fractionNines
		}
		return element{kind: kind, digits: end - 1, point: c}, end
	}
	return element{}, 0
}
