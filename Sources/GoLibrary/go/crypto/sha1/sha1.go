// Package sha1 is the hash function SHA-1 (FIPS 180-4), which is broken:
// collisions can be made.
package sha1

import (
	"hash"
	"math/bits"
)

const (
	Size      = 20 // bytes of a hash
	BlockSize = 64
)

type digest struct {
	state  [5]uint32
	room   [BlockSize]byte
	filled int
	length uint64
}

func start() *digest {
	return &digest{state: [5]uint32{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0}}
}

// New is a SHA-1 to write to.
func New() hash.Hash { return start() }

// Sum is the SHA-1 of data.
func Sum(data []byte) (sum [Size]byte) {
	d := start()
	d.Write(data)
	copy(sum[:], d.Sum(nil))
	return sum
}

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return BlockSize }
func (d *digest) Reset()         { *d = *start() }

func (d *digest) Write(p []byte) (n int, err error) {
	n = len(p)
	d.length += uint64(n)
	for len(p) > 0 {
		k := copy(d.room[d.filled:], p)
		d.filled += k
		p = p[k:]
		if d.filled == BlockSize {
			d.take()
			d.filled = 0
		}
	}
	return n, nil
}

func (d *digest) Sum(b []byte) []byte {
	c := *d
	length := c.length * 8
	c.Write([]byte{0x80})
	for c.filled != BlockSize-8 {
		c.Write([]byte{0})
	}
	for shift := 56; shift >= 0; shift -= 8 {
		c.Write([]byte{byte(length >> shift)})
	}
	for _, word := range c.state {
		b = append(b, byte(word>>24), byte(word>>16), byte(word>>8), byte(word))
	}
	return b
}

// take takes the block into account.
func (d *digest) take() {
	var w [80]uint32
	for i := range 16 {
		w[i] = uint32(d.room[4*i])<<24 | uint32(d.room[4*i+1])<<16 | uint32(d.room[4*i+2])<<8 | uint32(d.room[4*i+3])
	}
	for i := 16; i < 80; i++ {
		w[i] = bits.RotateLeft32(w[i-3]^w[i-8]^w[i-14]^w[i-16], 1)
	}
	a, b, c, e, f := d.state[0], d.state[1], d.state[2], d.state[3], d.state[4]
	for i, word := range w {
		var mixed, constant uint32
		switch i / 20 {
		case 0:
			mixed, constant = b&c|^b&e, 0x5A827999
		case 1:
			mixed, constant = b^c^e, 0x6ED9EBA1
		case 2:
			mixed, constant = b&c|b&e|c&e, 0x8F1BBCDC
		default:
			mixed, constant = b^c^e, 0xCA62C1D6
		}
		t := bits.RotateLeft32(a, 5) + mixed + f + constant + word
		a, b, c, e, f = t, a, bits.RotateLeft32(b, 30), c, e
	}
	for i, v := range [...]uint32{a, b, c, e, f} {
		d.state[i] += v
	}
}
