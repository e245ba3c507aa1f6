// Package hex writes bytes as hexadecimal digits and reads them back.
package hex

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

const digits = "0123456789abcdef"

// ErrLength says that a digit is missing at the end.
var ErrLength = errors.New("encoding/hex: odd length hex string")

// An InvalidByteError is a byte that is no digit.
type InvalidByteError byte

func (e InvalidByteError) Error() string {
	return fmt.Sprintf("encoding/hex: invalid byte: %#U", rune(e))
}

// EncodedLen is how many digits n bytes take.
func EncodedLen(n int) int { return n * 2 }

// DecodedLen is how many bytes n digits make.
func DecodedLen(n int) int { return n / 2 }

// Encode writes src as digits to dst and returns how many.
func Encode(dst, src []byte) int {
	for i, b := range src {
		dst[2*i], dst[2*i+1] = digits[b>>4], digits[b&15]
	}
	return len(src) * 2
}

// AppendEncode appends src as digits to dst.
func AppendEncode(dst, src []byte) []byte {
	for _, b := range src {
		dst = append(dst, digits[b>>4], digits[b&15])
	}
	return dst
}

// EncodeToString is src as digits.
func EncodeToString(src []byte) string { return string(AppendEncode(nil, src)) }

func value(c byte) (byte, bool) {
	switch {
	case '0' <= c && c <= '9':
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// Decode reads the digits in src into dst and returns how many bytes it wrote.
func Decode(dst, src []byte) (int, error) {
	n := 0
	for ; 2*n+1 < len(src); n++ {
		high, ok := value(src[2*n])
		if !ok {
			return n, InvalidByteError(src[2*n])
		}
		low, ok := value(src[2*n+1])
		if !ok {
			return n, InvalidByteError(src[2*n+1])
		}
		dst[n] = high<<4 | low
	}
	if len(src)%2 == 1 {
		if _, ok := value(src[len(src)-1]); !ok {
			return n, InvalidByteError(src[len(src)-1])
		}
		return n, ErrLength
	}
	return n, nil
}

// AppendDecode appends the bytes that src is digits of to dst.
func AppendDecode(dst, src []byte) ([]byte, error) {
	b := make([]byte, len(src)/2)
	n, err := Decode(b, src)
	return append(dst, b[:n]...), err
}

// DecodeString is the bytes that s is digits of.
func DecodeString(s string) ([]byte, error) {
	b := make([]byte, len(s)/2)
	n, err := Decode(b, []byte(s))
	return b[:n], err
}

type encoder struct {
	w io.Writer
}

// NewEncoder writes digits of what is written to it.
func NewEncoder(w io.Writer) io.Writer { return encoder{w} }

func (e encoder) Write(p []byte) (n int, err error) {
	written, err := e.w.Write(AppendEncode(nil, p))
	return written / 2, err
}

type decoder struct {
	r    io.Reader
	odd  []byte // a digit that waits for the next
	err  error
	room [1024]byte
}

// NewDecoder reads digits and gives the bytes.
func NewDecoder(r io.Reader) io.Reader { return &decoder{r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	for n == 0 && d.err == nil && len(p) > 0 {
		k := copy(d.room[:], d.odd)
		m, err := d.r.Read(d.room[k:min(len(d.room), 2*len(p)+k)])
		text := d.room[:k+m]
		even := text[:len(text)/2*2]
		if len(even) > 2*len(p) {
			even = even[:2*len(p)]
		}
		var bad error
		n, bad = Decode(p, even)
		d.odd = append([]byte(nil), text[len(even):]...)
		d.err = err
		if bad != nil {
			d.err = bad
		} else if err == io.EOF && len(d.odd) > 0 {
			if _, ok := value(d.odd[0]); !ok {
				d.err = InvalidByteError(d.odd[0])
			} else {
				d.err = io.ErrUnexpectedEOF
			}
		}
	}
	if n > 0 {
		return n, nil
	}
	return 0, d.err
}

// Dump is data as a table: offset, digits, text.
func Dump(data []byte) string {
	if len(data) == 0 {
		return ""
	}
	var b strings.Builder
	d := Dumper(&b)
	d.Write(data)
	d.Close()
	return b.String()
}

type dumper struct {
	w      io.Writer
	line   []byte
	offset int
	closed bool
}

// Dumper writes what Dump gives of what is written to it.
func Dumper(w io.Writer) io.WriteCloser { return &dumper{w: w} }

func (d *dumper) Write(data []byte) (n int, err error) {
	if d.closed {
		return 0, errors.New("encoding/hex: dumper closed")
	}
	for _, b := range data {
		d.line = append(d.line, b)
		if len(d.line) == 16 {
			if err = d.flush(); err != nil {
				return n, err
			}
		}
		n++
	}
	return n, nil
}

func (d *dumper) flush() error {
	text := fmt.Appendf(nil, "%08x", d.offset)
	for i := range 16 {
		if i%8 == 0 {
			text = append(text, ' ')
		}
		if i < len(d.line) {
			text = fmt.Appendf(text, " %02x", d.line[i])
		} else {
			text = append(text, "   "...)
		}
	}
	text = append(text, "  |"...)
	for _, b := range d.line {
		if b < 32 || b > 126 {
			b = '.'
		}
		text = append(text, b)
	}
	d.offset += len(d.line)
	d.line = d.line[:0]
	_, err := d.w.Write(append(text, "|\n"...))
	return err
}

func (d *dumper) Close() error {
	if d.closed {
		return nil
	}
	d.closed = true
	if len(d.line) == 0 {
		return nil
	}
	return d.flush()
}
