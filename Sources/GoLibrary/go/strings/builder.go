package strings

import (
	"internal/rt"
	"unicode/utf8"
	"unsafe"
)

// A Builder collects a string piece by piece, without copying it at the end.
// It must not be copied once it is in use.
type Builder struct {
	self *Builder // to notice copies
	buf  []byte
}

// own notes where b is, or finds that it has been copied.
func (b *Builder) own() {
	if b.self == nil {
		// Past the escape analysis: pointing at itself need not send b to the heap.
		address := uintptr(unsafe.Pointer(b))
		b.self = (*Builder)(unsafe.Pointer(address ^ 0))
	} else if b.self != b {
		panic("strings: illegal use of non-zero Builder copied by value")
	}
}

// String is what has been collected so far.
func (b *Builder) String() string { return text(b.buf) }

// Len is the number of bytes collected.
func (b *Builder) Len() int { return len(b.buf) }

// Cap is the number of bytes that there is room for.
func (b *Builder) Cap() int { return cap(b.buf) }

// Reset empties b.
func (b *Builder) Reset() {
	b.self = nil
	b.buf = nil
}

// Grow makes room for n more bytes.
func (b *Builder) Grow(n int) {
	b.own()
	if n < 0 {
		panic("strings.Builder.Grow: negative count")
	}
	if cap(b.buf)-len(b.buf) < n {
		grown := rt.MakeNoZero(2*cap(b.buf) + n)[:len(b.buf)]
		copy(grown, b.buf)
		b.buf = grown
	}
}

// Write appends p.
func (b *Builder) Write(p []byte) (int, error) {
	b.own()
	b.buf = append(b.buf, p...)
	return len(p), nil
}

// WriteByte appends c.
func (b *Builder) WriteByte(c byte) error {
	b.own()
	b.buf = append(b.buf, c)
	return nil
}

// WriteRune appends r and returns its length in bytes.
func (b *Builder) WriteRune(r rune) (int, error) {
	b.own()
	before := len(b.buf)
	b.buf = utf8.AppendRune(b.buf, r)
	return len(b.buf) - before, nil
}

// WriteString appends s.
func (b *Builder) WriteString(s string) (int, error) {
	b.own()
	b.buf = append(b.buf, s...)
	return len(s), nil
}
