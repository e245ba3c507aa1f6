// Package time measures and shows time, on the machine's virtual clock: it
// begins on 10 November 2009 at 23:00 UTC, goes on as the program runs, and
// jumps ahead when all goroutines sleep.
package time

import "internal/rt"

// epoch is the clock's beginning in seconds since 1970.
const epoch = 1257894000

// A Time is a moment, to the nanosecond, and the place whose clocks show it.
// Its zero value is the first of January of the year 1, UTC.
//
// The lower 30 bits of wall are nanoseconds. With its highest bit set, the 33
// between are seconds since 1885 and ext is the reading of the clock that never
// goes back, in nanoseconds; otherwise these are 0 and ext is seconds since the
// year 1.
type Time struct {
	wall uint64
	ext  int64
	loc  *Location // nil for UTC
}

const (
	monotonic = 1 << 63
	nsecBits  = 30
	nsecMask  = 1<<nsecBits - 1

	secondsPerDay = 86400
	// Days from the first of January of the year 1 to that of 1970, and of 1885.
	daysTo1970 = 719162
	daysTo1885 = 688115
	unixOffset = daysTo1970 * secondsPerDay
	wallOffset = daysTo1885 * secondsPerDay
)

func (t *Time) nsec() int64 { return int64(t.wall & nsecMask) }

// sec is the seconds since the year 1.
func (t *Time) sec() int64 {
	if t.wall&monotonic != 0 {
		return wallOffset + int64(t.wall<<1>>(nsecBits+1))
	}
	return t.ext
}

// strip drops the reading of the monotonic clock.
func (t *Time) strip() {
	if t.wall&monotonic != 0 {
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

func (t *Time) setLocation(loc *Location) {
	if loc == &utc {
		loc = nil
	}
	t.strip()
	t.loc = loc
}

func fromUnix(sec int64, nsec int64, loc *Location) Time {
	return Time{uint64(nsec), sec + unixOffset, loc}
}

// started is what the monotonic clock counts from; it is never 0.
const started = -1

// Now is the present moment.
func Now() Time {
	now := rt.Now()
	sec := epoch + now/1e9 + unixOffset - wallOffset
	return Time{monotonic | uint64(sec)<<nsecBits | uint64(now%1e9), now - started, Local}
}

// Since is the time that has passed since t.
func Since(t Time) Duration { return Now().Sub(t) }

// Until is the time that has to pass until t.
func Until(t Time) Duration { return t.Sub(Now()) }

// Unix is the moment sec seconds and nsec nanoseconds after the beginning of 1970, UTC.
func Unix(sec int64, nsec int64) Time {
	if nsec < 0 || nsec >= 1e9 {
		n := nsec / 1e9
		sec += n
		nsec -= n * 1e9
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	return fromUnix(sec, nsec, Local)
}

// UnixMilli is Unix for milliseconds.
func UnixMilli(msec int64) Time { return Unix(msec/1e3, msec%1e3*1e6) }

// UnixMicro is Unix for microseconds.
func UnixMicro(usec int64) Time { return Unix(usec/1e6, usec%1e6*1e3) }

// Unix is t in seconds since 1970.
func (t Time) Unix() int64 { return t.sec() - unixOffset }

// UnixMilli is t in milliseconds since 1970.
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.nsec()/1e6 }

// UnixMicro is t in microseconds since 1970.
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.nsec()/1e3 }

// UnixNano is t in nanoseconds since 1970.
func (t Time) UnixNano() int64 { return t.Unix()*1e9 + t.nsec() }

// IsZero reports whether t is the zero Time.
func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

// After reports whether t is later than u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is earlier than u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal reports whether t and u are the same moment.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Compare is -1, 0 or 1 as t is before, at or after u.
func (t Time) Compare(u Time) int {
	x, y := t.ext, u.ext
	if t.wall&u.wall&monotonic == 0 {
		x, y = t.sec(), u.sec()
		if x == y {
			x, y = t.nsec(), u.nsec()
		}
	}
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// Add is the moment d after t.
func (t Time) Add(d Duration) Time {
	sec, nsec := int64(d/1e9), t.nsec()+int64(d%1e9)
	if nsec >= 1e9 {
		sec++
		nsec -= 1e9
	} else if nsec < 0 {
		sec--
		nsec += 1e9
	}
	if t.wall&monotonic != 0 {
		wall := t.wall<<1>>(nsecBits+1) + uint64(sec)
		ext := t.ext + int64(d)
		if wall < 1<<33 && (ext < t.ext) == (d < 0) {
			return Time{monotonic | wall<<nsecBits | uint64(nsec), ext, t.loc}
		}
		t.strip()
	}
	t.wall = uint64(nsec)
	if sum := t.ext + sec; (sum > t.ext) == (sec > 0) {
		t.ext = sum
	} else if sec > 0 {
		t.ext = 1<<63 - 1
	} else {
		t.ext = -(1<<63 - 1)
	}
	return t
}

// Sub is the time from u to t, or the longest Duration if it is longer.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&monotonic != 0 {
		d := Duration(t.ext - u.ext)
		switch {
		case d < 0 && t.ext > u.ext:
			return mostDuration
		case d > 0 && t.ext < u.ext:
			return leastDuration
		}
		return d
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return leastDuration
	}
	return mostDuration
}

// Truncate rounds t down to a multiple of d since the zero Time.
func (t Time) Truncate(d Duration) Time {
	t.strip()
	if d <= 0 {
		return t
	}
	return t.Add(-t.over(d))
}

// Round rounds t to the nearest multiple of d since the zero Time, halves up.
func (t Time) Round(d Duration) Time {
	t.strip()
	if d <= 0 {
		return t
	}
	r := t.over(d)
	if uint64(r)*2 < uint64(d) {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// over is t modulo d.
func (t *Time) over(d Duration) Duration {
	// (sec·10⁹ + nsec) mod d, without overflow: add up the bits of 10⁹.
	m := uint64(d)
	sec := t.sec() % int64(d)
	if sec < 0 {
		sec += int64(d)
	}
	r := uint64(0)
	for bit := uint64(1 << 29); bit > 0; bit >>= 1 {
		r = r * 2 % m // both are below 2**63
		if 1e9&bit != 0 {
			r = (r + uint64(sec)) % m
		}
	}
	return Duration((r + uint64(t.nsec())) % m)
}
