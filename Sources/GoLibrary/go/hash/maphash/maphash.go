// Package maphash is hash functions for hash tables: other ones with each Seed.
package maphash

import "internal/rt"

// A Seed chooses a hash function.
type Seed struct {
	s uint64
}

// MakeSeed is a new seed, from the generator of the run.
func MakeSeed() Seed { return Seed{rt.Random() | 1} }

const factor = 0x9E3779B97F4A7C15

func step(h uint64, b byte) uint64 {
	h = (h ^ uint64(b)) * factor
	return h ^ h>>29
}

// Bytes is the hash of b.
func Bytes(seed Seed, b []byte) uint64 {
	var h Hash
	h.SetSeed(seed)
	h.Write(b)
	return h.Sum64()
}

// String is the hash of s.
func String(seed Seed, s string) uint64 {
	var h Hash
	h.SetSeed(seed)
	h.WriteString(s)
	return h.Sum64()
}

// A Hash takes what is written to it into account.
type Hash struct {
	seed  Seed
	state uint64
}

func (h *Hash) start() {
	if h.seed.s == 0 {
		h.SetSeed(MakeSeed())
	}
}

// Seed is the hash's seed.
func (h *Hash) Seed() Seed {
	h.start()
	return h.seed
}

// SetSeed starts anew with a seed.
func (h *Hash) SetSeed(seed Seed) {
	if seed.s == 0 {
		panic("maphash: use of uninitialized Seed")
	}
	h.seed, h.state = seed, seed.s
}

// Reset starts anew.
func (h *Hash) Reset() {
	h.start()
	h.state = h.seed.s
}

func (h *Hash) Write(b []byte) (int, error) {
	h.start()
	for _, c := range b {
		h.state = step(h.state, c)
	}
	return len(b), nil
}

func (h *Hash) WriteString(s string) (int, error) {
	h.start()
	for i := range len(s) {
		h.state = step(h.state, s[i])
	}
	return len(s), nil
}

func (h *Hash) WriteByte(b byte) error {
	h.start()
	h.state = step(h.state, b)
	return nil
}

// Sum64 is the hash of what was written.
func (h *Hash) Sum64() uint64 {
	h.start()
	s := h.state * factor
	return s ^ s>>32
}

func (h *Hash) Sum(b []byte) []byte {
	s := h.Sum64()
	for shift := 56; shift >= 0; shift -= 8 {
		b = append(b, byte(s>>shift))
	}
	return b
}

func (h *Hash) Size() int      { return 8 }
func (h *Hash) BlockSize() int { return 128 }
