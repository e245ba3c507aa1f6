// Package rand gives random bytes. On this machine they come from the
// generator that the seed of the run starts: runs are alike, secrets are none.
package rand

import (
	"internal/rt"
	"io"
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

// Read fills b.
func Read(b []byte) (n int, err error) { return io.ReadFull(Reader, b) }
