// Package rand gives random bytes. On this machine they come from the
// generator that the seed of the run starts: runs are alike, secrets are none.
package rand

import (
	"errors"
	"internal/rt"
	"io"
	"math/big"
)

type reader struct{}

func (reader) Read(b []byte) (n int, err error) {
	var bits uint64
	for i := range b {
		if i%8 == 0 {
			bits = rt.Random()
		}
		b[i] = byte(bits)
		bits >>= 8
	}
	return len(b), nil
}

// Reader gives random bytes without end.
var Reader io.Reader = reader{}

// Int is a random number from 0 up to max.
func Int(rand io.Reader, max *big.Int) (n *big.Int, err error) {
	if max.Sign() <= 0 {
		panic("crypto/rand: argument to Int is <= 0")
	}
	less := new(big.Int).Sub(max, big.NewInt(1))
	bits := less.BitLen()
	buf := make([]byte, (bits+7)/8)
	for {
		if _, err = io.ReadFull(rand, buf); err != nil {
			return nil, err
		}
		if extra := bits % 8; extra > 0 {
			buf[0] &= 1<<extra - 1
		}
		if n = new(big.Int).SetBytes(buf); n.Cmp(max) < 0 {
			return n, nil
		}
	}
}

// Prime is a random prime with the given number of bits.
func Prime(rand io.Reader, bits int) (*big.Int, error) {
	if bits < 2 {
		return nil, errors.New("crypto/rand: prime size must be at least 2-bit")
	}
	limit := new(big.Int).Lsh(big.NewInt(1), uint(bits-1))
	for {
		n, err := Int(rand, limit)
		if err != nil {
			return nil, err
		}
		n.SetBit(n, bits-1, 1)
		if n.ProbablyPrime(20) {
			return n, nil
		}
	}
}

// Read fills b.
func Read(b []byte) (n int, err error) { return io.ReadFull(Reader, b) }
