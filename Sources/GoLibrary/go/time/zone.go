package time

import "errors"

// A Location is a place's offset from UTC. There is no data base of places
// here: a Location has one offset all year.
type Location struct {
	name   string
	zone   string // the offset's abbreviation
	offset int    // seconds east of UTC
}

var (
	utc   = Location{"UTC", "UTC", 0}
	local = Location{"Local", "UTC", 0}

	// UTC is Universal Coordinated Time.
	UTC *Location = &utc
	// Local is the machine's own place; its clocks show UTC.
	Local *Location = &local
)

// String is the name that the Location was made with.
func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

// FixedZone is a place with the given offset in seconds east of UTC.
func FixedZone(name string, offset int) *Location { return &Location{name, name, offset} }

// LoadLocation knows "", "UTC" and "Local".
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	return nil, errors.New("unknown time zone " + name)
}

// UTC is the same moment at the place UTC.
func (t Time) UTC() Time {
	t.setLocation(&utc)
	return t
}

// Local is the same moment at the place Local.
func (t Time) Local() Time {
	t.setLocation(Local)
	return t
}

// In is the same moment at another place.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLocation(loc)
	return t
}

// Location is t's place.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone is the abbreviation and the offset, in seconds east of UTC, that hold at t.
func (t Time) Zone() (name string, offset int) {
	loc := t.Location()
	return loc.zone, loc.offset
}

// IsDST is always false: no place here has summer time.
func (t Time) IsDST() bool { return false }
