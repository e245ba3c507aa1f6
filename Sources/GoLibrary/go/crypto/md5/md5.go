// Package md5 is the hash function MD5 (RFC 1321), which is broken: collisions
// can be made.
package md5

import (
	"hash"
	"math"
	"math/bits"
)

const (
	Size      = 16 // bytes of a hash
	BlockSize = 64
)

type digest struct {
	state  [4]uint32
	room   [BlockSize]byte
	filled int
	length uint64
}

func start() *digest {
	return &digest{state: [4]uint32{0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476}}
}

// New is an MD5 to write to.
func New() hash.Hash { return start() }

// Sum is the MD5 of data.
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
	for shift := 0; shift < 64; shift += 8 {
		c.Write([]byte{byte(length >> shift)})
	}
	for _, word := range c.state {
		b = append(b, byte(word), byte(word>>8), byte(word>>16), byte(word>>24))
	}
	return b
}

// shifts are the rotations of the four rounds.
var shifts = [4][4]int{{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}

// sines holds, of |sin 1|, |sin 2| and so on, the first 32 bits of the fraction.
var sines = func() (t [64]uint32) {
	for i := range t {
		t[i] = uint32(math.Abs(math.Sin(float64(i+1))) * (1 << 32))
	}
	return t
}()

// take takes the block into account.
func (d *digest) take() {
	var w [16]uint32
	for i := range w {
		w[i] = uint32(d.room[4*i]) | uint32(d.room[4*i+1])<<8 | uint32(d.room[4*i+2])<<16 | uint32(d.room[4*i+3])<<24
	}
	a, b, c, e := d.state[0], d.state[1], d.state[2], d.state[3]
	for i := range 64 {
		var mixed uint32
		var k int
		switch i / 16 {
		case 0:
			mixed, k = b&c|^b&e, i
		case 1:
			mixed, k = b&e|c&^e, 5*i+1
		case 2:
			mixed, k = b^c^e, 3*i+5
		default:
			mixed, k = c^(b|^e), 7*i
		}
		t := bits.RotateLeft32(a+mixed+w[k%16]+sines[i], shifts[i/16][i%4])
		a, b, c, e = e, b+t, b, c
	}
	for i, v := range [...]uint32{a, b, c, e} {
		d.state[i] += v
	}
}
