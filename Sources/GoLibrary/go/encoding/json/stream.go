package json

import (
	"bytes"
	"io"
)

// An Encoder writes values, each on a line.
type Encoder struct {
	w      io.Writer
	err    error
	html   bool
	prefix string
	indent string
}

// NewEncoder writes to w.
func NewEncoder(w io.Writer) *Encoder { return &Encoder{w: w, html: true} }

// Encode writes v and a line break.
func (enc *Encoder) Encode(v any) error {
	if enc.err != nil {
		return enc.err
	}
	b, err := appendValue(v, enc.html)
	if err != nil {
		return err
	}
	b = append(b, '\n')
	if enc.prefix != "" || enc.indent != "" {
		b = appendIndented(nil, b, enc.prefix, enc.indent)
	}
	_, enc.err = enc.w.Write(b)
	return enc.err
}

// SetIndent has values written as Indent does.
func (enc *Encoder) SetIndent(prefix, indent string) { enc.prefix, enc.indent = prefix, indent }

// SetEscapeHTML tells whether <, > and & are written as numbers.
func (enc *Encoder) SetEscapeHTML(on bool) { enc.html = on }

// A Decoder reads one value after the other.
type Decoder struct {
	r         io.Reader
	buf       []byte
	at        int   // what is before it has been read
	dropped   int64 // bytes before buf
	err       error
	useNumber bool
	onlyKnown bool
	inside    []byte // for Token: the objects and arrays around, '{' or '['
	state     int    // what may come next there
}

// What may come next for Token, and so for Decode between tokens.
const (
	atTop      = iota
	atElement  // in an array, before an element or the end
	afterValue // in an array or object
	atKey      // in an object, before a key or the end
	atColon
	atMember
	needElement // after a comma
	needKey
)

// NewDecoder reads from r, at times more than the values need.
func NewDecoder(r io.Reader) *Decoder { return &Decoder{r: r} }

// UseNumber has numbers without a type read as Number.
func (dec *Decoder) UseNumber() { dec.useNumber = true }

// DisallowUnknownFields makes names that no field has an error.
func (dec *Decoder) DisallowUnknownFields() { dec.onlyKnown = true }

// Buffered is what has been taken from the reader but not decoded.
func (dec *Decoder) Buffered() io.Reader { return bytes.NewReader(dec.buf[dec.at:]) }

// InputOffset is where the last token or value ended.
func (dec *Decoder) InputOffset() int64 { return dec.dropped + int64(dec.at) }

// fill reads more; false at the end.
func (dec *Decoder) fill() bool {
	if dec.at > 0 {
		dec.dropped += int64(dec.at)
		dec.buf = append(dec.buf[:0], dec.buf[dec.at:]...)
		dec.at = 0
	}
	if dec.err != nil {
		return false
	}
	room := make([]byte, max(512, len(dec.buf)))
	for {
		n, err := dec.r.Read(room)
		dec.buf = append(dec.buf, room[:n]...)
		dec.err = err
		if n > 0 {
			return true
		}
		if err != nil {
			return false
		}
	}
}

// peek is the next byte that is no space.
func (dec *Decoder) peek() (byte, error) {
	for {
		for i := dec.at; i < len(dec.buf); i++ {
			if b := dec.buf[i]; !isSpace(b) {
				dec.at = i
				return b, nil
			}
		}
		if !dec.fill() {
			return 0, dec.err
		}
	}
}

// end is the index behind the next value.
func (dec *Decoder) end() (int, error) {
	for {
		c := checker{data: dec.buf, at: dec.at}
		err := c.value()
		switch {
		case err == nil && c.at < len(dec.buf), err == nil && !isDigit(dec.buf[c.at-1]):
			return c.at, nil
		case err != nil && c.at < len(dec.buf):
			err.Offset += dec.dropped
			return 0, err
		}
		// The end of what is here: there may be more of the value.
		if !dec.fill() {
			switch {
			case err == nil && dec.err == io.EOF:
				return len(dec.buf), nil
			case dec.err != io.EOF:
				return 0, dec.err
			}
			for _, b := range dec.buf[dec.at:] {
				if !isSpace(b) {
					return 0, io.ErrUnexpectedEOF
				}
			}
			return 0, io.EOF
		}
	}
}

// Decode reads the next value.
func (dec *Decoder) Decode(v any) error {
	if err := dec.beforeValue(); err != nil {
		return err
	}
	end, err := dec.end()
	if err != nil {
		return err
	}
	d := &decoder{data: dec.buf[dec.at:end], useNumber: dec.useNumber, onlyKnown: dec.onlyKnown}
	err = d.into(v)
	if _, ok := err.(*InvalidUnmarshalError); !ok {
		dec.at = end
		dec.afterValue()
	}
	return err
}

// More reports whether there is another element, or another value at the top.
func (dec *Decoder) More() bool {
	b, err := dec.peek()
	return err == nil && b != ']' && b != '}'
}
