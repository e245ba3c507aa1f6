package bytes

import (
	"errors"
	"io"
	"unicode/utf8"
)

// A Reader reads a byte slice.
type Reader struct {
	s    []byte
	at   int64
	rune int // where the rune read last began, or negative
}

// NewReader reads b.
func NewReader(b []byte) *Reader { return &Reader{b, 0, -1} }

// Reset makes r read b from its beginning.
func (r *Reader) Reset(b []byte) { *r = Reader{b, 0, -1} }

// Len is the number of bytes not read yet.
func (r *Reader) Len() int {
	if r.at >= int64(len(r.s)) {
		return 0
	}
	return len(r.s) - int(r.at)
}

// Size is the length of the whole slice.
func (r *Reader) Size() int64 { return int64(len(r.s)) }

func (r *Reader) Read(b []byte) (n int, err error) {
	if r.Len() == 0 {
		return 0, io.EOF
	}
	r.rune = -1
	n = copy(b, r.s[r.at:])
	r.at += int64(n)
	return n, nil
}

func (r *Reader) ReadAt(b []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errors.New("bytes.Reader.ReadAt: negative offset")
	}
	if off >= int64(len(r.s)) {
		return 0, io.EOF
	}
	n = copy(b, r.s[off:])
	if n < len(b) {
		err = io.EOF
	}
	return n, err
}

func (r *Reader) ReadByte() (byte, error) {
	r.rune = -1
	if r.Len() == 0 {
		return 0, io.EOF
	}
	c := r.s[r.at]
	r.at++
	return c, nil
}

func (r *Reader) UnreadByte() error {
	if r.at <= 0 {
		return errors.New("bytes.Reader.UnreadByte: at beginning of slice")
	}
	r.rune = -1
	r.at--
	return nil
}

func (r *Reader) ReadRune() (ch rune, size int, err error) {
	if r.Len() == 0 {
		r.rune = -1
		return 0, 0, io.EOF
	}
	r.rune = int(r.at)
	ch, size = utf8.DecodeRune(r.s[r.at:])
	r.at += int64(size)
	return ch, size, nil
}

func (r *Reader) UnreadRune() error {
	if r.at <= 0 {
		return errors.New("bytes.Reader.UnreadRune: at beginning of slice")
	}
	if r.rune < 0 {
		return errors.New("bytes.Reader.UnreadRune: previous operation was not ReadRune")
	}
	r.at = int64(r.rune)
	r.rune = -1
	return nil
}

func (r *Reader) Seek(offset int64, whence int) (int64, error) {
	r.rune = -1
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += r.at
	case io.SeekEnd:
		offset += int64(len(r.s))
	default:
		return 0, errors.New("bytes.Reader.Seek: invalid whence")
	}
	if offset < 0 {
		return 0, errors.New("bytes.Reader.Seek: negative position")
	}
	r.at = offset
	return offset, nil
}

func (r *Reader) WriteTo(w io.Writer) (n int64, err error) {
	r.rune = -1
	if r.Len() == 0 {
		return 0, nil
	}
	rest := r.s[r.at:]
	m, err := w.Write(rest)
	if m > len(rest) {
		panic("bytes.Reader.WriteTo: invalid Write count")
	}
	r.at += int64(m)
	if m != len(rest) && err == nil {
		err = io.ErrShortWrite
	}
	return int64(m), err
}
