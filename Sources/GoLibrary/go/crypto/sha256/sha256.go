// Package sha256 is the hash functions SHA-256 and SHA-224 (FIPS 180-4).
package sha256

import (
	"hash"
	"math/bits"
)

const (
	Size      = 32 // bytes of a SHA-256
	Size224   = 28
	BlockSize = 64
)

// constants are the first 32 bits of the fractions of the cube roots of the first 64 primes.
var constants = [64]uint32{
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
	0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
	0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
	0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
	0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
	0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
	0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
}

type state [8]uint32

// The first 32 bits of the fractions of the square roots of the first eight primes, and the second of the next eight.
var (
	start256 = state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}
	start224 = state{0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4}
)

type digest struct {
	state  state
	start  state
	size   int
	room   [BlockSize]byte
	filled int
	length uint64
}

func start(from state, size int) *digest { return &digest{state: from, start: from, size: size} }

// New is a SHA-256 to write to.
func New() hash.Hash { return start(start256, Size) }

// New224 is a SHA-224 to write to.
func New224() hash.Hash { return start(start224, Size224) }

// Sum256 is the SHA-256 of data.
func Sum256(data []byte) (sum [Size]byte) {
	d := start(start256, Size)
	d.Write(data)
	copy(sum[:], d.Sum(nil))
	return sum
}

// Sum224 is the SHA-224 of data.
func Sum224(data []byte) (sum [Size224]byte) {
	d := start(start224, Size224)
	d.Write(data)
	copy(sum[:], d.Sum(nil))
	return sum
}

func (d *digest) Size() int      { return d.size }
func (d *digest) BlockSize() int { return BlockSize }
func (d *digest) Reset()         { *d = *start(d.start, d.size) }

func (d *digest) Write(p []byte) (n int, err error) {
	n = len(p)
	d.length += uint64(n)
	for len(p) > 0 {
		k := copy(d.room[d.filled:], p)
		d.filled += k
		p = p[k:]
		if d.filled == BlockSize {
			d.state.take(&d.room)
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
	for _, word := range c.state[:c.size/4] {
		b = append(b, byte(word>>24), byte(word>>16), byte(word>>8), byte(word))
	}
	return b
}

// take takes a block into account.
func (s *state) take(block *[BlockSize]byte) {
	var w [64]uint32
	for i := range 16 {
		w[i] = uint32(block[4*i])<<24 | uint32(block[4*i+1])<<16 | uint32(block[4*i+2])<<8 | uint32(block[4*i+3])
	}
	for i := 16; i < 64; i++ {
		x, y := w[i-15], w[i-2]
		s0 := bits.RotateLeft32(x, -7) ^ bits.RotateLeft32(x, -18) ^ x>>3
		s1 := bits.RotateLeft32(y, -17) ^ bits.RotateLeft32(y, -19) ^ y>>10
		w[i] = w[i-16] + s0 + w[i-7] + s1
	}
	a, b, c, d, e, f, g, h := s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7]
	for i := range 64 {
		s1 := bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25)
		t1 := h + s1 + (e&f ^ ^e&g) + constants[i] + w[i]
		s0 := bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)
		t2 := s0 + (a&b ^ a&c ^ b&c)
		a, b, c, d, e, f, g, h = t1+t2, a, b, c, d+t1, e, f, g
	}
	for i, v := range [...]uint32{a, b, c, d, e, f, g, h} {
		s[i] += v
	}
}
