// Package adler32 is Adler's checksum: two sums modulo the largest prime below 2^16.
package adler32

import "hash"

// Size is the number of bytes of a checksum.
const Size = 4

const prime = 65521

type digest uint32

// New is a checksum to write to.
func New() hash.Hash32 {
	d := digest(1)
	return &d
}

func update(d digest, p []byte) digest {
	a, b := d&0xFFFF, d>>16
	for _, c := range p {
		a = (a + digest(c)) % prime
		b = (b + a) % prime
	}
	return b<<16 | a
}

// Checksum is the checksum of data.
func Checksum(data []byte) uint32 { return uint32(update(1, data)) }

func (d *digest) Size() int      { return Size }
func (d *digest) BlockSize() int { return 4 }
func (d *digest) Reset()         { *d = 1 }
func (d *digest) Sum32() uint32  { return uint32(*d) }

func (d *digest) Write(p []byte) (n int, err error) {
	*d = update(*d, p)
	return len(p), nil
}

func (d *digest) Sum(b []byte) []byte {
	s := uint32(*d)
	return append(b, byte(s>>24), byte(s>>16), byte(s>>8), byte(s))
}
