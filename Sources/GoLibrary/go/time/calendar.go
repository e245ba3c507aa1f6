package time

// A Month is a month of the year, January = 1.
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

// A Weekday is a day of the week, Sunday = 0.
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

const (
	monthNames = "January  February March    April    May      June     July     August   SeptemberOctober  November December "
	dayNames   = "Sunday   Monday   Tuesday  WednesdayThursday Friday   Saturday "
	nameWidth  = 9
)

// name is the i-th name of a list in which each takes nameWidth characters.
func name(list string, i int) string {
	s := list[i*nameWidth : (i+1)*nameWidth]
	for s[len(s)-1] == ' ' {
		s = s[:len(s)-1]
	}
	return s
}

// String is the English name.
func (m Month) String() string {
	if January <= m && m <= December {
		return name(monthNames, int(m-1))
	}
	return "%!Month(" + string(appendNumber(nil, int(uint(m)), 0)) + ")"
}

// String is the English name.
func (d Weekday) String() string {
	if Sunday <= d && d <= Saturday {
		return name(dayNames, int(d))
	}
	return "%!Weekday(" + string(appendNumber(nil, int(uint(d)), 0)) + ")"
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// daysIn is the number of days of a month.
func daysIn(m Month, year int) int {
	switch m {
	case February:
		if isLeap(year) {
			return 29
		}
		return 28
	case April, June, September, November:
		return 30
	}
	return 31
}

// daysBefore is the number of days of a year before a month.
func daysBefore(m Month, year int) int {
	days := (int(m)*367 - 362) / 12 // as if February had 30 days
	if m > February {
		days -= 2
		if isLeap(year) {
			days++
		}
	}
	return days
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// daysTo is the number of days from the year 1 to the beginning of a year.
func daysTo(year int) int64 {
	y := int64(year) - 1
	return 365*y + floorDiv(y, 4) - floorDiv(y, 100) + floorDiv(y, 400)
}

// yearOf finds the year of a day, counted from the year 1, and the day of that year from 0.
func yearOf(day int64) (year, yday int) {
	const (
		per400 = 146097
		per100 = 36524
		per4   = 1461
	)
	cycles := floorDiv(day, per400)
	day -= cycles * per400
	centuries := min(day/per100, 3)
	day -= centuries * per100
	fours := day / per4
	day -= fours * per4
	years := min(day/365, 3)
	day -= years * 365
	return int(cycles*400+centuries*100+fours*4+years) + 1, int(day)
}

// local is the seconds since the year 1 that clocks at t's place show.
func (t *Time) local() int64 {
	sec := t.sec()
	if t.loc != nil {
		sec += int64(t.loc.offset)
	}
	return sec
}

func (t *Time) day() int64 { return floorDiv(t.local(), secondsPerDay) }

// split is t's date; yday counts from 0.
func (t *Time) split() (year int, month Month, day, yday int) {
	year, yday = yearOf(t.day())
	month = Month(yday/31) + 1
	if month < December && yday >= daysBefore(month+1, year) {
		month++
	}
	return year, month, yday - daysBefore(month, year) + 1, yday
}

// Date is t's date.
func (t Time) Date() (year int, month Month, day int) {
	year, month, day, _ = t.split()
	return year, month, day
}

func (t Time) Year() int {
	year, _ := yearOf(t.day())
	return year
}

func (t Time) Month() Month {
	_, month, _, _ := t.split()
	return month
}

func (t Time) Day() int {
	_, _, day, _ := t.split()
	return day
}

// YearDay is the day of the year, the first is 1.
func (t Time) YearDay() int {
	_, yday := yearOf(t.day())
	return yday + 1
}

// Weekday is the day of the week.
func (t Time) Weekday() Weekday {
	day := (t.day() + 1) % 7 // the year 1 began on a Monday
	if day < 0 {
		day += 7
	}
	return Weekday(day)
}

// ISOWeek is the year and week by ISO 8601: weeks begin on Monday and belong to
// the year of their Thursday.
func (t Time) ISOWeek() (year, week int) {
	weekday := int64(t.Weekday()+6) % 7
	year, yday := yearOf(t.day() - weekday + 3)
	return year, yday/7 + 1
}

func (t *Time) secondOfDay() int {
	sec := t.local() % secondsPerDay
	if sec < 0 {
		sec += secondsPerDay
	}
	return int(sec)
}

// Clock is t's time of day.
func (t Time) Clock() (hour, min, sec int) {
	s := t.secondOfDay()
	return s / 3600, s / 60 % 60, s % 60
}

func (t Time) Hour() int { return t.secondOfDay() / 3600 }

func (t Time) Minute() int { return t.secondOfDay() / 60 % 60 }

func (t Time) Second() int { return t.secondOfDay() % 60 }

func (t Time) Nanosecond() int { return int(t.nsec()) }

// carry brings low into [0, base) and what is over into high.
func carry(high, low *int, base int) {
	n := int(floorDiv(int64(*low), int64(base)))
	*high += n
	*low -= n * base
}

// Date is the moment that clocks at a place show so; values beyond their
// ranges carry over: 32 October is 1 November.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	m := int(month) - 1
	carry(&year, &m, 12)
	carry(&sec, &nsec, 1e9)
	carry(&min, &sec, 60)
	carry(&hour, &min, 60)
	carry(&day, &hour, 24)
	days := daysTo(year) + int64(daysBefore(Month(m+1), year)) + int64(day-1)
	t := Time{uint64(nsec), days*secondsPerDay + int64(hour*3600+min*60+sec) - int64(loc.offset), nil}
	t.setLocation(loc)
	return t
}

// AddDate is t with years, months and days added, as Date would carry them over.
func (t Time) AddDate(years int, months int, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}
