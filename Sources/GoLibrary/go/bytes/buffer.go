package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// MinRead is the least room that ReadFrom offers to a Read.
const MinRead = 512

const (
	firstCap = 64
	most     = int(^uint(0) >> 1)
)

var (
	// ErrTooLarge is the panic of a Buffer that cannot get memory.
	ErrTooLarge = errors.New("bytes.Buffer: too large")

	errNegativeRead = errors.New("bytes.Buffer: reader returned negative count from Read")
	errUnreadByte   = errors.New("bytes.Buffer: UnreadByte: previous operation was not a successful read")
	errUnreadRune   = errors.New("bytes.Buffer: UnreadRune: previous operation was not a successful ReadRune")
)

// A Buffer takes bytes at its end and gives them back at its beginning.
type Buffer struct {
	buf  []byte // what is not read yet begins at off
	off  int
	last int8 // what can be unread: a rune's size, -1 for a byte, 0 for nothing
}

// NewBuffer makes buf the contents, and the memory, of a new Buffer.
func NewBuffer(buf []byte) *Buffer { return &Buffer{buf: buf} }

// NewBufferString makes s the contents of a new Buffer.
func NewBufferString(s string) *Buffer { return &Buffer{buf: []byte(s)} }

// Bytes is what is not read yet, until b changes.
func (b *Buffer) Bytes() []byte { return b.buf[b.off:] }

// AvailableBuffer is the empty room at the end.
func (b *Buffer) AvailableBuffer() []byte { return b.buf[len(b.buf):] }

// String is what is not read yet.
func (b *Buffer) String() string {
	if b == nil {
		return "<nil>"
	}
	return string(b.buf[b.off:])
}

// Len is the number of bytes not read yet.
func (b *Buffer) Len() int { return len(b.buf) - b.off }

// Cap is the size of the memory in use.
func (b *Buffer) Cap() int { return cap(b.buf) }

// Available is the room at the end, in bytes.
func (b *Buffer) Available() int { return cap(b.buf) - len(b.buf) }

// Truncate drops all but the first n bytes not read yet.
func (b *Buffer) Truncate(n int) {
	if n == 0 {
		b.Reset()
		return
	}
	b.last = 0
	if n < 0 || n > b.Len() {
		panic("bytes.Buffer: truncation out of range")
	}
	b.buf = b.buf[:b.off+n]
}

// Reset empties b but keeps its memory.
func (b *Buffer) Reset() {
	b.buf = b.buf[:0]
	b.off = 0
	b.last = 0
}

// room extends the contents by n bytes, to be written, and returns where they begin.
func (b *Buffer) room(n int) int {
	if end := len(b.buf); n <= cap(b.buf)-end {
		b.buf = b.buf[:end+n]
		return end
	}
	return b.more(n)
}

// more is room where all that was read may be dropped first.
func (b *Buffer) more(n int) int {
	if len(b.buf) == b.off && b.off != 0 {
		b.Reset()
	}
	if end := len(b.buf); n <= cap(b.buf)-end {
		b.buf = b.buf[:end+n]
		return end
	}
	if b.buf == nil && n <= firstCap {
		b.buf = make([]byte, n, firstCap)
		return 0
	}
	held := b.Len()
	if c := cap(b.buf); n <= c/2-held {
		copy(b.buf, b.buf[b.off:]) // half of the memory is free once the contents move down
	} else if c > most-c-n {
		panic(ErrTooLarge)
	} else {
		size := max(held+b.off+n, 2*(c-b.off))
		grown := append([]byte(nil), make([]byte, size)...)
		copy(grown, b.buf[b.off:])
		b.buf = grown
	}
	b.off = 0
	b.buf = b.buf[:held+n]
	return held
}

// Grow makes room for n more bytes.
func (b *Buffer) Grow(n int) {
	if n < 0 {
		panic("bytes.Buffer.Grow: negative count")
	}
	b.buf = b.buf[:b.more(n)]
}

// Write appends p.
func (b *Buffer) Write(p []byte) (n int, err error) {
	b.last = 0
	at := b.room(len(p))
	return copy(b.buf[at:], p), nil
}

// WriteString appends s.
func (b *Buffer) WriteString(s string) (n int, err error) {
	b.last = 0
	at := b.room(len(s))
	return copy(b.buf[at:], s), nil
}

// WriteByte appends c.
func (b *Buffer) WriteByte(c byte) error {
	b.last = 0
	at := b.room(1)
	b.buf[at] = c
	return nil
}

// WriteRune appends r and returns its length in bytes.
func (b *Buffer) WriteRune(r rune) (n int, err error) {
	if uint32(r) < utf8.RuneSelf {
		b.WriteByte(byte(r))
		return 1, nil
	}
	b.last = 0
	at := b.room(utf8.UTFMax)
	b.buf = utf8.AppendRune(b.buf[:at], r)
	return len(b.buf) - at, nil
}

// ReadFrom appends all that r gives.
func (b *Buffer) ReadFrom(r io.Reader) (n int64, err error) {
	b.last = 0
	for {
		at := b.more(MinRead)
		b.buf = b.buf[:at]
		got, err := r.Read(b.buf[at:cap(b.buf)])
		if got < 0 {
			panic(errNegativeRead)
		}
		b.buf = b.buf[:at+got]
		n += int64(got)
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// WriteTo writes all that is not read yet to w.
func (b *Buffer) WriteTo(w io.Writer) (n int64, err error) {
	b.last = 0
	if held := b.Len(); held > 0 {
		put, err := w.Write(b.buf[b.off:])
		if put > held {
			panic("bytes.Buffer.WriteTo: invalid Write count")
		}
		b.off += put
		if err != nil {
			return int64(put), err
		}
		if put != held {
			return int64(put), io.ErrShortWrite
		}
		n = int64(put)
	}
	b.Reset()
	return n, nil
}

// Read takes up to len(p) bytes.
func (b *Buffer) Read(p []byte) (n int, err error) {
	b.last = 0
	if b.Len() == 0 {
		b.Reset()
		if len(p) == 0 {
			return 0, nil
		}
		return 0, io.EOF
	}
	n = copy(p, b.buf[b.off:])
	b.off += n
	if n > 0 {
		b.last = -1
	}
	return n, nil
}

// Next takes n bytes, or as many as there are; they are valid until b changes.
func (b *Buffer) Next(n int) []byte {
	b.last = 0
	n = min(n, b.Len())
	data := b.buf[b.off : b.off+n]
	b.off += n
	if n > 0 {
		b.last = -1
	}
	return data
}

// ReadByte takes a byte.
func (b *Buffer) ReadByte() (byte, error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, io.EOF
	}
	c := b.buf[b.off]
	b.off++
	b.last = -1
	return c, nil
}

// ReadRune takes a rune; bytes that are not valid come one by one as RuneError.
func (b *Buffer) ReadRune() (r rune, size int, err error) {
	if b.Len() == 0 {
		b.Reset()
		return 0, 0, io.EOF
	}
	r, size = utf8.DecodeRune(b.buf[b.off:])
	b.off += size
	b.last = int8(size)
	return r, size, nil
}

// UnreadRune gives back the rune just read.
func (b *Buffer) UnreadRune() error {
	if b.last <= 0 {
		return errUnreadRune
	}
	if b.off >= int(b.last) {
		b.off -= int(b.last)
	}
	b.last = 0
	return nil
}

// UnreadByte gives back the last byte read.
func (b *Buffer) UnreadByte() error {
	if b.last == 0 {
		return errUnreadByte
	}
	b.last = 0
	if b.off > 0 {
		b.off--
	}
	return nil
}

// until takes bytes up to and with delim; io.EOF where there is none.
func (b *Buffer) until(delim byte) (line []byte, err error) {
	end := len(b.buf)
	if i := IndexByte(b.buf[b.off:], delim); i >= 0 {
		end = b.off + i + 1
	} else {
		err = io.EOF
	}
	line = b.buf[b.off:end]
	b.off = end
	b.last = -1
	return line, err
}

// ReadBytes takes bytes up to and with delim; with io.EOF where there is none.
func (b *Buffer) ReadBytes(delim byte) (line []byte, err error) {
	found, err := b.until(delim)
	return append(line, found...), err
}

// ReadString is ReadBytes to a string.
func (b *Buffer) ReadString(delim byte) (line string, err error) {
	found, err := b.until(delim)
	return string(found), err
}
