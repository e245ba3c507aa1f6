// Package hmac authenticates messages with a hash function and a key (FIPS 198).
package hmac

import (
	"crypto/subtle"
	"hash"
)

type hmac struct {
	inner, outer hash.Hash
	innerPad     []byte
	outerPad     []byte
}

// New is an HMAC to write to, of hash function h.
func New(h func() hash.Hash, key []byte) hash.Hash {
	m := &hmac{inner: h(), outer: h()}
	size := m.inner.BlockSize()
	if len(key) > size {
		m.outer.Write(key)
		key = m.outer.Sum(nil)
	}
	m.innerPad, m.outerPad = make([]byte, size), make([]byte, size)
	for i := range size {
		k := byte(0)
		if i < len(key) {
			k = key[i]
		}
		m.innerPad[i], m.outerPad[i] = k^0x36, k^0x5C
	}
	m.Reset()
	return m
}

func (m *hmac) Size() int                         { return m.outer.Size() }
func (m *hmac) BlockSize() int                    { return m.inner.BlockSize() }
func (m *hmac) Write(p []byte) (n int, err error) { return m.inner.Write(p) }

func (m *hmac) Reset() {
	m.inner.Reset()
	m.inner.Write(m.innerPad)
}

func (m *hmac) Sum(b []byte) []byte {
	m.outer.Reset()
	m.outer.Write(m.outerPad)
	m.outer.Write(m.inner.Sum(nil))
	return m.outer.Sum(b)
}

// Equal compares in a time that does not tell where they differ.
func Equal(mac1, mac2 []byte) bool { return subtle.ConstantTimeCompare(mac1, mac2) == 1 }
