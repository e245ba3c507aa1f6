package fmt

import (
	"errors"
	"internal/standard"
	"io"
	"unicode/utf8"
)

// ScanState is the scanner as a Scanner sees it.
type ScanState interface {
	// ReadRune takes the next rune; io.EOF at the end of the line, of the field or of all input.
	ReadRune() (r rune, size int, err error)
	// UnreadRune gives it back.
	UnreadRune() error
	// SkipSpace skips white space, but line breaks only in the Scan functions.
	SkipSpace()
	// Token takes runes for which f holds (nil: that are not white space).
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	// Width is the width and whether there is one.
	Width() (wid int, ok bool)
	// Read must not be called.
	Read(buf []byte) (n int, err error)
}

// A Scanner takes its reading in its own hands.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// Scan reads values, which white space or line breaks separate, from standard input.
func Scan(a ...any) (n int, err error) { return Fscan(standard.Input(), a...) }

// Scanln is Scan up to the end of the line.
func Scanln(a ...any) (n int, err error) { return Fscanln(standard.Input(), a...) }

// Scanf reads values from standard input by the format.
func Scanf(format string, a ...any) (n int, err error) { return Fscanf(standard.Input(), format, a...) }

// textReader is a string to read from.
type textReader string

func (t *textReader) Read(b []byte) (n int, err error) {
	n = copy(b, *t)
	*t = (*t)[n:]
	if n == 0 {
		err = io.EOF
	}
	return n, err
}

// Sscan is Scan from a string.
func Sscan(str string, a ...any) (n int, err error) { return Fscan((*textReader)(&str), a...) }

// Sscanln is Scanln from a string.
func Sscanln(str string, a ...any) (n int, err error) { return Fscanln((*textReader)(&str), a...) }

// Sscanf is Scanf from a string.
func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf((*textReader)(&str), format, a...)
}

// Fscan is Scan from r.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := scanner{skipLines: true}
	return s.values(r, a)
}

// Fscanln is Scanln from r.
func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := scanner{oneLine: true}
	return s.values(r, a)
}

// Fscanf is Scanf from r.
func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	s := scanner{}
	return s.format(r, format, a)
}

const (
	noRune  = -1
	noLimit = 1 << 30
)

// scanner is one Scan call under way.
type scanner struct {
	in        io.RuneScanner
	token     []byte
	count     int  // runes taken
	limit     int  // count at which the current field ends
	width     int  // of the current field
	ended     bool // the end of input, or of the line, was seen
	oneLine   bool // a line break ends the scan
	skipLines bool // a line break is white space
}

func (s *scanner) start(r io.Reader) {
	if in, ok := r.(io.RuneScanner); ok {
		s.in = in
	} else {
		s.in = &runeReader{r: r}
	}
	s.limit, s.width = noLimit, noLimit
}

// A scanFailure is a panic that ends the scan with an error.
type scanFailure struct {
	err error
}

func fail(text string) { panic(scanFailure{errors.New(text)}) }

// caught turns the panic of a failed scan into its error.
func caught(err *error) {
	switch e := recover().(type) {
	case nil:
	case scanFailure:
		*err = e.err
	default:
		panic(e)
	}
}

func (s *scanner) ReadRune() (r rune, size int, err error) {
	if s.ended || s.count >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.in.ReadRune()
	if err == nil {
		s.count++
		s.ended = s.oneLine && r == '\n'
	} else if err == io.EOF {
		s.ended = true
	}
	return r, size, err
}

func (s *scanner) UnreadRune() error {
	s.in.UnreadRune()
	s.ended = false
	s.count--
	return nil
}

func (s *scanner) Width() (wid int, ok bool) {
	if s.width == noLimit {
		return 0, false
	}
	return s.width, true
}

func (s *scanner) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scanner) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer caught(&err)
	if f == nil {
		f = notSpace
	}
	s.token = s.token[:0]
	return s.while(skipSpace, f), nil
}

// next takes a rune, or noRune at the end.
func (s *scanner) next() rune {
	r, _, err := s.ReadRune()
	if err == io.EOF {
		return noRune
	}
	if err != nil {
		panic(scanFailure{err})
	}
	return r
}

// mustNext is next where the end comes too early.
func (s *scanner) mustNext() rune {
	r := s.next()
	if r == noRune {
		panic(scanFailure{io.ErrUnexpectedEOF})
	}
	return r
}

// SkipSpace skips white space; a line break is an error unless it counts as such.
func (s *scanner) SkipSpace() {
	for {
		r := s.next()
		switch {
		case r == noRune:
			return
		case r == '\r' && s.sees("\n"):
		case r == '\n':
			if !s.skipLines {
				fail("unexpected newline")
			}
		case !isSpace(r):
			s.UnreadRune()
			return
		}
	}
}

// isSpace is the white space of scanning, the same as of Unicode.
func isSpace(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200A
}

func notSpace(r rune) bool { return !isSpace(r) }

// while adds runes for which f holds to the token.
func (s *scanner) while(skipSpace bool, f func(rune) bool) []byte {
	if skipSpace {
		s.SkipSpace()
	}
	for {
		r := s.next()
		if r == noRune {
			return s.token
		}
		if !f(r) {
			s.UnreadRune()
			return s.token
		}
		s.token = utf8.AppendRune(s.token, r)
	}
}

func isIn(set string, r rune) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// sees reports whether the next rune is in set.
func (s *scanner) sees(set string) bool {
	r := s.next()
	if r != noRune {
		s.UnreadRune()
	}
	return isIn(set, r)
}

// take adds the next rune to the token if it is in set, and reports whether it was.
func (s *scanner) take(set string) bool {
	r := s.next()
	if r == noRune {
		return false
	}
	if !isIn(set, r) {
		s.UnreadRune()
		return false
	}
	s.token = utf8.AppendRune(s.token, r)
	return true
}

// needInput fails with io.EOF at the end.
func (s *scanner) needInput() {
	if s.next() == noRune {
		panic(scanFailure{io.EOF})
	}
	s.UnreadRune()
}

// values is Scan and Scanln.
func (s *scanner) values(r io.Reader, a []any) (n int, err error) {
	s.start(r)
	defer caught(&err)
	for _, arg := range a {
		s.value('v', arg)
		n++
	}
	for s.oneLine {
		r := s.next()
		if r == '\n' || r == noRune {
			break
		}
		if !isSpace(r) {
			fail("expected newline")
		}
	}
	return n, nil
}

// format is Scanf.
func (s *scanner) format(r io.Reader, format string, a []any) (n int, err error) {
	s.start(r)
	defer caught(&err)
	end := len(format) - 1
	for i := 0; i <= end; {
		matched := s.literal(format[i:])
		if matched > 0 {
			i += matched
			continue
		}
		if format[i] != '%' {
			if matched < 0 {
				fail("input does not match format")
			}
			break
		}
		width, next, ok := numberBefore(format, i+1, end)
		s.width = noLimit
		if ok {
			s.width = width
		}
		verb, size := utf8.DecodeRuneInString(format[next:])
		i = next + size
		if verb != 'c' {
			s.SkipSpace()
		}
		if verb == '%' {
			s.SkipSpace()
			s.needInput()
			if !s.take("%") {
				fail("missing literal %")
			}
			continue
		}
		s.limit = min(noLimit, s.count+s.width)
		if n >= len(a) {
			fail("too few operands for format '%" + format[next:] + "'")
		}
		s.value(verb, a[n])
		n++
		s.limit = noLimit
	}
	if n < len(a) {
		fail("too many operands")
	}
	return n, nil
}

// numberBefore is number for the part of s before end, where the verb stands at the latest.
func numberBefore(s string, start, end int) (n, next int, ok bool) {
	if start >= end {
		return 0, end, false
	}
	return number(s[:end], start)
}

// literal takes the input that matches the format up to its first directive and
// returns how much of the format that is: 0 at a directive, -1 for a mismatch.
func (s *scanner) literal(format string) (i int) {
	for i < len(format) {
		c, size := utf8.DecodeRuneInString(format[i:])
		if isSpace(c) {
			i += s.blanks(format[i:])
			continue
		}
		if c == '%' {
			if i+size == len(format) {
				fail("missing verb: % at end of format string")
			}
			if format[i+size] != '%' {
				return i
			}
			i += size
		}
		if s.mustNext() != c {
			s.UnreadRune()
			return -1
		}
		i += size
	}
	return i
}

// blanks matches the white space that format begins with: each line break a
// line break, after other white space; other white space any amount of it, at
// least one unless a line break came before.
func (s *scanner) blanks(format string) (i int) {
	lines, trailing := 0, false
	for _, c := range format {
		if !isSpace(c) {
			break
		}
		i += utf8.RuneLen(c)
		if c == '\n' {
			lines++
		}
		trailing = c != '\n'
	}
	for k := 0; k < lines; k++ {
		r := s.next()
		for isSpace(r) && r != '\n' {
			r = s.next()
		}
		if r != '\n' && r != noRune {
			fail("newline in format does not match input")
		}
	}
	if !trailing {
		return i
	}
	r := s.next()
	if lines == 0 {
		if !isSpace(r) && r != noRune {
			fail("expected space in input to match format")
		}
		if r == '\n' {
			fail("newline in input does not match format")
		}
	}
	for isSpace(r) && r != '\n' {
		r = s.next()
	}
	if r != noRune {
		s.UnreadRune()
	}
	return i
}

// runeReader reads runes from a reader that cannot, one byte at a time: more
// than a scan needs would be lost to the next.
type runeReader struct {
	r       io.Reader
	held    [utf8.UTFMax]byte // bytes read too far, after a broken rune
	holding int
	last    rune
	again   bool // last is to be read again
}

func (r *runeReader) byte() (byte, error) {
	if r.holding > 0 {
		b := r.held[0]
		copy(r.held[:], r.held[1:])
		r.holding--
		return b, nil
	}
	var one [1]byte
	_, err := io.ReadFull(r.r, one[:])
	return one[0], err
}

func (r *runeReader) ReadRune() (c rune, size int, err error) {
	if r.again {
		r.again = false
		return r.last, utf8.RuneLen(r.last), nil
	}
	var room [utf8.UTFMax]byte
	n := 0
	for n == 0 || !utf8.FullRune(room[:n]) {
		room[n], err = r.byte()
		if err == io.EOF && n > 0 {
			break
		}
		if err != nil {
			return 0, 0, err
		}
		n++
	}
	c, size = utf8.DecodeRune(room[:n])
	if size < n {
		r.holding += copy(r.held[r.holding:], room[size:n])
	}
	r.last = c
	return c, size, nil
}

func (r *runeReader) UnreadRune() error {
	if r.again {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	r.again = true
	return nil
}
