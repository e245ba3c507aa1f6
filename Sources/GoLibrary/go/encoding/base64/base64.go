// Package base64 writes bytes with 64 letters, six bits each, and reads them back.
package base64

import (
	"io"
	"strconv"
)

// An Encoding is an alphabet and how incomplete groups are filled up.
type Encoding struct {
	letters string
	values  [256]uint8
	pad     rune
	strict  bool
}

const (
	StdPadding rune = '='
	NoPadding  rune = -1
)

const invalid = 0xFF

// NewEncoding is an encoding with an alphabet of 64 letters and with padding.
func NewEncoding(encoder string) *Encoding {
	if len(encoder) != 64 {
		panic("encoding alphabet is not 64-bytes long")
	}
	e := &Encoding{letters: encoder, pad: StdPadding}
	for i := range e.values {
		e.values[i] = invalid
	}
	for i := range len(encoder) {
		c := encoder[i]
		switch {
		case c == '\n' || c == '\r':
			panic("encoding alphabet contains newline character")
		case e.values[c] != invalid:
			panic("encoding alphabet includes duplicate symbols")
		}
		e.values[c] = uint8(i)
	}
	return e
}

// WithPadding is the encoding with another padding character.
func (enc Encoding) WithPadding(padding rune) *Encoding {
	switch {
	case padding < NoPadding || padding == '\r' || padding == '\n' || padding > 0xFF:
		panic("invalid padding")
	case padding != NoPadding && enc.values[byte(padding)] != invalid:
		panic("padding contained in alphabet")
	}
	enc.pad = padding
	return &enc
}

// Strict is the encoding with bits that are left over having to be 0.
func (enc Encoding) Strict() *Encoding {
	enc.strict = true
	return &enc
}

const common = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

var (
	StdEncoding    = NewEncoding(common + "+/")
	URLEncoding    = NewEncoding(common + "-_")
	RawStdEncoding = StdEncoding.WithPadding(NoPadding)
	RawURLEncoding = URLEncoding.WithPadding(NoPadding)
)

// EncodedLen is how many letters n bytes take.
func (enc *Encoding) EncodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/3*4 + (n%3*8+5)/6
	}
	return (n + 2) / 3 * 4
}

// DecodedLen is how many bytes n letters make at most.
func (enc *Encoding) DecodedLen(n int) int {
	if enc.pad == NoPadding {
		return n/4*3 + n%4*6/8
	}
	return n / 4 * 3
}

// AppendEncode appends src in letters to dst.
func (enc *Encoding) AppendEncode(dst, src []byte) []byte {
	for len(src) > 0 {
		var bits uint32
		n := min(3, len(src))
		for i := range 3 {
			bits <<= 8
			if i < n {
				bits |= uint32(src[i])
			}
		}
		src = src[n:]
		for i := range 4 {
			if i <= n {
				dst = append(dst, enc.letters[bits>>(18-6*i)&63])
			} else if enc.pad != NoPadding {
				dst = append(dst, byte(enc.pad))
			}
		}
	}
	return dst
}

// Encode writes src in letters to dst.
func (enc *Encoding) Encode(dst, src []byte) {
	if n := enc.EncodedLen(len(src)); n > 0 {
		_ = dst[n-1]
	}
	enc.AppendEncode(dst[:0], src)
}

// EncodeToString is src in letters.
func (enc *Encoding) EncodeToString(src []byte) string {
	return string(enc.AppendEncode(make([]byte, 0, enc.EncodedLen(len(src))), src))
}

// A CorruptInputError is the position of a byte that does not belong there.
type CorruptInputError int64

func (e CorruptInputError) Error() string {
	return "illegal base64 data at input byte " + strconv.FormatInt(int64(e), 10)
}

// AppendDecode appends the bytes that src stands for to dst. Line breaks are passed over.
func (enc *Encoding) AppendDecode(dst, src []byte) ([]byte, error) {
	i := 0
	// next is the next byte that is no line break, its position in at.
	at := 0
	next := func() (byte, bool) {
		for i < len(src) {
			c := src[i]
			at = i
			i++
			if c != '\n' && c != '\r' {
				return c, true
			}
		}
		return 0, false
	}
	for {
		var bits uint32
		n := 0
		end := false
		var trailing error
		for ; n < 4; n++ {
			c, ok := next()
			if !ok {
				if n == 0 {
					return dst, nil
				}
				if n == 1 || enc.pad != NoPadding {
					return dst, CorruptInputError(i - n)
				}
				end = true
				break
			}
			if v := enc.values[c]; v != invalid {
				bits = bits<<6 | uint32(v)
				continue
			}
			if rune(c) != enc.pad || n < 2 {
				return dst, CorruptInputError(at)
			}
			if n == 2 {
				// Two have to come.
				if c, ok = next(); !ok {
					return dst, CorruptInputError(len(src))
				}
				if rune(c) != enc.pad {
					return dst, CorruptInputError(at)
				}
			}
			if _, ok = next(); ok {
				trailing = CorruptInputError(at)
			}
			end = true
			break
		}
		bits <<= 6 * (4 - n)
		if enc.strict && (n == 2 && bits&0xFFFF != 0 || n == 3 && bits&0xFF != 0) {
			return dst, CorruptInputError(i - (4 - n))
		}
		for k := range n - 1 {
			dst = append(dst, byte(bits>>(16-8*k)))
		}
		if end {
			return dst, trailing
		}
	}
}

// Decode writes the bytes that src stands for to dst and returns how many.
func (enc *Encoding) Decode(dst, src []byte) (n int, err error) {
	b, err := enc.AppendDecode(make([]byte, 0, enc.DecodedLen(len(src))), src)
	return copy(dst, b), err
}

// DecodeString is the bytes that s stands for.
func (enc *Encoding) DecodeString(s string) ([]byte, error) {
	return enc.AppendDecode(make([]byte, 0, enc.DecodedLen(len(s))), []byte(s))
}

type encoder struct {
	enc  *Encoding
	w    io.Writer
	rest []byte // less than a group
	err  error
}

// NewEncoder writes letters of what is written to it; Close writes the last group.
func NewEncoder(enc *Encoding, w io.Writer) io.WriteCloser { return &encoder{enc: enc, w: w} }

func (e *encoder) Write(p []byte) (n int, err error) {
	if e.err != nil {
		return 0, e.err
	}
	e.rest = append(e.rest, p...)
	whole := len(e.rest) / 3 * 3
	if whole > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, e.rest[:whole]))
		e.rest = append([]byte(nil), e.rest[whole:]...)
	}
	if e.err != nil {
		return 0, e.err
	}
	return len(p), nil
}

func (e *encoder) Close() error {
	if e.err == nil && len(e.rest) > 0 {
		_, e.err = e.w.Write(e.enc.AppendEncode(nil, e.rest))
		e.rest = nil
	}
	return e.err
}

type decoder struct {
	enc  *Encoding
	r    io.Reader
	out  []byte
	err  error
	done bool
}

// NewDecoder reads letters and gives the bytes.
func NewDecoder(enc *Encoding, r io.Reader) io.Reader { return &decoder{enc: enc, r: r} }

func (d *decoder) Read(p []byte) (n int, err error) {
	if !d.done {
		d.done = true
		text, err := io.ReadAll(d.r)
		d.out, d.err = d.enc.AppendDecode(nil, text)
		if _, ok := d.err.(CorruptInputError); ok && d.enc.pad != NoPadding && len(text)%4 != 0 && int(d.err.(CorruptInputError))/4 == len(text)/4 {
			d.err = io.ErrUnexpectedEOF
		}
		if err != nil {
			d.err = err
		} else if d.err == nil {
			d.err = io.EOF
		}
	}
	n = copy(p, d.out)
	d.out = d.out[n:]
	if n == 0 && len(p) > 0 {
		return 0, d.err
	}
	return n, nil
}
