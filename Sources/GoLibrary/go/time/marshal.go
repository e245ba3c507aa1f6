package time

import "errors"

// Times as text in other formats: RFC 3339 with as many digits as needed.

func (t Time) strict() ([]byte, error) {
	b := t.AppendFormat(nil, RFC3339Nano)
	if y := t.Year(); y < 0 || y > 9999 {
		return nil, errors.New("year outside of range [0,9999]")
	}
	if _, offset := t.Zone(); offset/3600 > 23 || offset/3600 < -23 {
		return nil, errors.New("timezone hour outside of range [0,23]")
	}
	return b, nil
}

// MarshalJSON is the time as a JSON string.
func (t Time) MarshalJSON() ([]byte, error) {
	b, err := t.strict()
	if err != nil {
		return nil, errors.New("Time.MarshalJSON: " + err.Error())
	}
	return append(append([]byte{'"'}, b...), '"'), nil
}

// UnmarshalJSON reads a JSON string.
func (t *Time) UnmarshalJSON(data []byte) error {
	if string(data) == "null" {
		return nil
	}
	if len(data) < 2 || data[0] != '"' || data[len(data)-1] != '"' {
		return errors.New("Time.UnmarshalJSON: input is not a JSON string")
	}
	return t.UnmarshalText(data[1 : len(data)-1])
}

// MarshalText is the time as text.
func (t Time) MarshalText() ([]byte, error) {
	b, err := t.strict()
	if err != nil {
		return nil, errors.New("Time.MarshalText: " + err.Error())
	}
	return b, nil
}

// UnmarshalText reads text.
func (t *Time) UnmarshalText(data []byte) error {
	parsed, err := Parse(RFC3339, string(data))
	*t = parsed
	return err
}

// binaryVersion begins times as bytes; then come seconds since year 1 (8
// bytes), nanoseconds (4) and minutes east of UTC (2, -1 for UTC itself).
const binaryVersion = 1

// MarshalBinary is the time as bytes.
func (t Time) MarshalBinary() ([]byte, error) {
	minutes := -1
	if t.Location() != UTC {
		_, offset := t.Zone()
		if offset%60 != 0 {
			return nil, errors.New("not supported yet: Time.MarshalBinary of a zone with seconds")
		}
		minutes = offset / 60
		if minutes < -32768 || minutes == -1 || minutes > 32767 {
			return nil, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
	}
	b := []byte{binaryVersion}
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(t.sec()>>shift))
	}
	for shift := 24; shift >= 0; shift -= 8 {
		b = append(b, byte(t.nsec()>>shift))
	}
	return append(b, byte(minutes>>8), byte(minutes)), nil
}

// UnmarshalBinary reads bytes.
func (t *Time) UnmarshalBinary(data []byte) error {
	switch {
	case len(data) == 0:
		return errors.New("Time.UnmarshalBinary: no data")
	case data[0] != binaryVersion:
		return errors.New("Time.UnmarshalBinary: unsupported version")
	case len(data) != 15:
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	number := func(b []byte) int64 {
		n := int64(0)
		for _, c := range b {
			n = n<<8 | int64(c)
		}
		return n
	}
	seconds := number(data[1:9])
	minutes := int(int16(number(data[13:15])))
	*t = Unix(seconds-unixOffset, number(data[9:13]))
	if minutes == -1 {
		*t = t.UTC()
	} else if _, local := t.Local().Zone(); local == minutes*60 {
		*t = t.Local()
	} else {
		*t = t.In(FixedZone("", minutes*60))
	}
	return nil
}

// GobEncode is MarshalBinary.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode is UnmarshalBinary.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
