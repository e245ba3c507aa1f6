package bufio

import (
	"io"
	"unicode/utf8"
)

// A Writer collects what is written and hands it on in large pieces. After an
// error it writes no more.
type Writer struct {
	err error
	buf []byte
	n   int // bytes held in buf
	wr  io.Writer
}

// NewWriterSize writes to w through a buffer of at least the given size.
func NewWriterSize(w io.Writer, size int) *Writer {
	if b, ok := w.(*Writer); ok && len(b.buf) >= size {
		return b
	}
	if size <= 0 {
		size = defaultSize
	}
	return &Writer{buf: make([]byte, size), wr: w}
}

// NewWriter writes to w through a buffer of 4096 bytes.
func NewWriter(w io.Writer) *Writer { return NewWriterSize(w, defaultSize) }

// Size is that of the buffer.
func (b *Writer) Size() int { return len(b.buf) }

// Reset drops what is held and writes to w from now on.
func (b *Writer) Reset(w io.Writer) {
	if b == w {
		return
	}
	if b.buf == nil {
		b.buf = make([]byte, defaultSize)
	}
	*b = Writer{buf: b.buf, wr: w}
}

// Flush hands on all that is held.
func (b *Writer) Flush() error {
	if b.err != nil {
		return b.err
	}
	if b.n == 0 {
		return nil
	}
	put, err := b.wr.Write(b.buf[:b.n])
	if put < b.n && err == nil {
		err = io.ErrShortWrite
	}
	if err != nil {
		if put > 0 && put < b.n {
			copy(b.buf, b.buf[put:b.n])
		}
		b.n -= put
		b.err = err
		return err
	}
	b.n = 0
	return nil
}

// Available is the room left in the buffer.
func (b *Writer) Available() int { return len(b.buf) - b.n }

// AvailableBuffer is the empty room, to append to and then Write.
func (b *Writer) AvailableBuffer() []byte { return b.buf[b.n:][:0] }

// Buffered is the number of bytes held.
func (b *Writer) Buffered() int { return b.n }

// Write writes p.
func (b *Writer) Write(p []byte) (nn int, err error) {
	for len(p) > b.Available() && b.err == nil {
		n := 0
		if b.n == 0 {
			n, b.err = b.wr.Write(p) // large, and nothing to wait for
		} else {
			n = copy(b.buf[b.n:], p)
			b.n += n
			b.Flush()
		}
		nn += n
		p = p[n:]
	}
	if b.err != nil {
		return nn, b.err
	}
	n := copy(b.buf[b.n:], p)
	b.n += n
	return nn + n, nil
}

// WriteByte writes c.
func (b *Writer) WriteByte(c byte) error {
	if b.err != nil {
		return b.err
	}
	if b.Available() <= 0 && b.Flush() != nil {
		return b.err
	}
	b.buf[b.n] = c
	b.n++
	return nil
}

// WriteRune writes r and returns its length in bytes.
func (b *Writer) WriteRune(r rune) (size int, err error) {
	if uint32(r) < utf8.RuneSelf {
		if err := b.WriteByte(byte(r)); err != nil {
			return 0, err
		}
		return 1, nil
	}
	if b.err != nil {
		return 0, b.err
	}
	if b.Available() < utf8.UTFMax {
		if b.Flush(); b.err != nil {
			return 0, b.err
		}
		if b.Available() < utf8.UTFMax {
			return b.WriteString(string(r)) // a very small buffer
		}
	}
	size = utf8.EncodeRune(b.buf[b.n:], r)
	b.n += size
	return size, nil
}

// WriteString writes s.
func (b *Writer) WriteString(s string) (int, error) {
	nn := 0
	for len(s) > b.Available() && b.err == nil {
		n := 0
		if sw, ok := b.wr.(io.StringWriter); b.n == 0 && ok {
			n, b.err = sw.WriteString(s)
		} else {
			n = copy(b.buf[b.n:], s)
			b.n += n
			b.Flush()
		}
		nn += n
		s = s[n:]
	}
	if b.err != nil {
		return nn, b.err
	}
	n := copy(b.buf[b.n:], s)
	b.n += n
	return nn + n, nil
}

// ReadFrom writes all that r gives.
func (b *Writer) ReadFrom(r io.Reader) (n int64, err error) {
	if b.err != nil {
		return 0, b.err
	}
	for {
		if b.Available() == 0 {
			if err := b.Flush(); err != nil {
				return n, err
			}
		}
		if rf, ok := b.wr.(io.ReaderFrom); ok && b.n == 0 {
			got, err := rf.ReadFrom(r)
			b.err = err
			return n + got, err
		}
		got, tries := 0, 0
		for ; tries < idleReadMost; tries++ {
			got, err = r.Read(b.buf[b.n:])
			if got != 0 || err != nil {
				break
			}
		}
		if tries == idleReadMost {
			return n, io.ErrNoProgress
		}
		b.n += got
		n += int64(got)
		if err != nil {
			break
		}
	}
	if err == io.EOF {
		err = nil
		if b.Available() == 0 {
			err = b.Flush()
		}
	}
	return n, err
}
