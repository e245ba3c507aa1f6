package rand

import "errors"

// Generators as bytes: a name, then the state.

func appendHigh(b []byte, u uint64) []byte {
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(u>>shift))
	}
	return b
}

func high(b []byte) (u uint64) {
	for _, c := range b[:8] {
		u = u<<8 | uint64(c)
	}
	return u
}

// MarshalBinary is the generator as bytes.
func (p *PCG) MarshalBinary() ([]byte, error) {
	return appendHigh(appendHigh([]byte("pcg:"), p.hi), p.lo), nil
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (p *PCG) UnmarshalBinary(data []byte) error {
	if len(data) != 20 || string(data[:4]) != "pcg:" {
		return errors.New("invalid PCG encoding")
	}
	p.hi, p.lo = high(data[4:]), high(data[12:])
	return nil
}
