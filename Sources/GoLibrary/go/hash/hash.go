// Package hash names what hash functions have in common.
package hash

import "io"

// A Hash takes what is written to it into account.
type Hash interface {
	io.Writer
	// Sum appends the hash of what was written to b; more can be written then.
	Sum(b []byte) []byte
	Reset()
	// Size is the number of bytes of a hash.
	Size() int
	// BlockSize is the number of bytes that are best written at once.
	BlockSize() int
}

type Hash32 interface {
	Hash
	Sum32() uint32
}

type Hash64 interface {
	Hash
	Sum64() uint64
}
