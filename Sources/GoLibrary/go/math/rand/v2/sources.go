package rand

import "math/bits"

// A PCG is a permuted congruential generator with 128 bits of state (PCG-DXSM).
type PCG struct {
	hi, lo uint64
}

// NewPCG starts with the given seeds.
func NewPCG(seed1, seed2 uint64) *PCG { return &PCG{seed1, seed2} }

// Seed starts again with the given seeds.
func (p *PCG) Seed(seed1, seed2 uint64) { p.hi, p.lo = seed1, seed2 }

// Uint64 is the next number.
func (p *PCG) Uint64() uint64 {
	const (
		factorHigh, factorLow = 2549297995355413924, 4865540595714422341
		addHigh, addLow       = 6364136223846793005, 1442695040888963407
	)
	hi, lo := bits.Mul64(p.lo, factorLow)
	hi += p.hi*factorLow + p.lo*factorHigh
	lo, carry := bits.Add64(lo, addLow, 0)
	hi += addHigh + carry
	p.hi, p.lo = hi, lo
	hi ^= hi >> 32
	hi *= 0xda942042e4dd58b5
	hi ^= hi >> 48
	return hi * (lo | 1)
}

// A ChaCha8 makes numbers with the cipher ChaCha8, four blocks at a time, and
// takes a new key out of every sixteenth block.
type ChaCha8 struct {
	key     [4]uint64
	numbers [32]uint64
	next    int
	end     int // numbers that may be used
	counter uint32
	rest    [8]byte // of a number that Read has used in part
	resting int
}

// NewChaCha8 starts with the given seed.
func NewChaCha8(seed [32]byte) *ChaCha8 {
	c := new(ChaCha8)
	c.Seed(seed)
	return c
}

// Seed starts again with the given seed.
func (c *ChaCha8) Seed(seed [32]byte) {
	*c = ChaCha8{end: len(c.numbers)}
	for i := range c.key {
		for k := 7; k >= 0; k-- {
			c.key[i] = c.key[i]<<8 | uint64(seed[8*i+k])
		}
	}
	c.blocks()
}

// Uint64 is the next number.
func (c *ChaCha8) Uint64() uint64 {
	if c.next >= c.end {
		c.counter += 4
		if c.counter == 16 {
			copy(c.key[:], c.numbers[28:])
			c.counter = 0
		}
		c.blocks()
		c.next, c.end = 0, len(c.numbers)
		if c.counter == 12 {
			c.end -= len(c.key)
		}
	}
	c.next++
	return c.numbers[c.next-1]
}

// Read fills p; err is always nil.
func (c *ChaCha8) Read(p []byte) (n int, err error) {
	for i := range p {
		if c.resting == 0 {
			u := c.Uint64()
			for k := range c.rest {
				c.rest[k] = byte(u >> uint(8*k))
			}
			c.resting = 8
		}
		p[i] = c.rest[8-c.resting]
		c.resting--
	}
	return len(p), nil
}

// blocks computes four blocks; word w of block b goes to place 4w+b.
func (c *ChaCha8) blocks() {
	for b := 0; b < 4; b++ {
		var s [16]uint32
		s[0], s[1], s[2], s[3] = 0x61707865, 0x3320646e, 0x79622d32, 0x6b206574
		for i, k := range c.key {
			s[4+2*i], s[5+2*i] = uint32(k), uint32(k>>32)
		}
		s[12] = c.counter + uint32(b)
		for round := 0; round < 4; round++ {
			for i := 0; i < 4; i++ {
				mix(&s, i, 4+i, 8+i, 12+i)
			}
			for i := 0; i < 4; i++ {
				mix(&s, i, 4+(i+1)%4, 8+(i+2)%4, 12+(i+3)%4)
			}
		}
		for i, k := range c.key {
			s[4+2*i] += uint32(k)
			s[5+2*i] += uint32(k >> 32)
		}
		for w, v := range s {
			place := 4*w + b
			shift := uint(place&1) * 32
			at := &c.numbers[place/2]
			*at = *at&^(0xFFFFFFFF<<shift) | uint64(v)<<shift
		}
	}
}

// mix is a quarter of a round.
func mix(s *[16]uint32, a, b, c, d int) {
	s[a] += s[b]
	s[d] = bits.RotateLeft32(s[d]^s[a], 16)
	s[c] += s[d]
	s[b] = bits.RotateLeft32(s[b]^s[c], 12)
	s[a] += s[b]
	s[d] = bits.RotateLeft32(s[d]^s[a], 8)
	s[c] += s[d]
	s[b] = bits.RotateLeft32(s[b]^s[c], 7)
}
