package bufio

import (
	"bytes"
	"errors"
	"internal/ucd"
	"io"
	"unicode/utf8"
)

// MaxScanTokenSize is the longest token unless Buffer sets another limit.
const MaxScanTokenSize = 64 * 1024

const firstScanBuffer = 4096

var (
	ErrTooLong         = errors.New("bufio.Scanner: token too long")
	ErrNegativeAdvance = errors.New("bufio.Scanner: SplitFunc returns negative advance count")
	ErrAdvanceTooFar   = errors.New("bufio.Scanner: SplitFunc returns advance count beyond input")
	ErrBadReadCount    = errors.New("bufio.Scanner: Read returned impossible count")

	// ErrFinalToken, from a SplitFunc, ends the scan with the token, without an error.
	ErrFinalToken = errors.New("final token")
)

// A SplitFunc finds the first token in data: how far to go on, and the token;
// 0 and nil ask for more data, which cannot come at the end.
type SplitFunc func(data []byte, atEOF bool) (advance int, token []byte, err error)

// A Scanner reads tokens: lines, unless Split chooses others.
type Scanner struct {
	r        io.Reader
	split    SplitFunc
	limit    int
	token    []byte
	buf      []byte // buf[start:end] waits
	start    int
	end      int
	err      error
	empties  int // empty tokens in a row
	scanning bool
	done     bool
}

// NewScanner scans r.
func NewScanner(r io.Reader) *Scanner {
	return &Scanner{r: r, split: ScanLines, limit: MaxScanTokenSize}
}

// Err is the first error, except io.EOF.
func (s *Scanner) Err() error {
	if s.err == io.EOF {
		return nil
	}
	return s.err
}

// Bytes is the token found last, valid until the next Scan.
func (s *Scanner) Bytes() []byte { return s.token }

// Text is the token found last.
func (s *Scanner) Text() string { return string(s.token) }

// Buffer sets the first buffer and the longest token.
func (s *Scanner) Buffer(buf []byte, max int) {
	if s.scanning {
		panic("Buffer called after Scan")
	}
	s.buf = buf[:cap(buf)]
	s.limit = max
}

// Split chooses the tokens.
func (s *Scanner) Split(split SplitFunc) {
	if s.scanning {
		panic("Split called after Scan")
	}
	s.split = split
}

// Scan finds the next token and reports whether there is one.
func (s *Scanner) Scan() bool {
	if s.done {
		return false
	}
	s.scanning = true
	for {
		// Ask for a token while there is data, or once more at the end.
		if s.end > s.start || s.err != nil {
			advance, token, err := s.split(s.buf[s.start:s.end], s.err != nil)
			if err != nil {
				if err == ErrFinalToken {
					s.token = token
					s.done = true
					return token != nil
				}
				s.fail(err)
				return false
			}
			if !s.advance(advance) {
				return false
			}
			s.token = token
			if token != nil {
				if s.err == nil || advance > 0 {
					s.empties = 0
				} else if s.empties++; s.empties > idleReadMost {
					panic("bufio.Scan: too many empty tokens without progressing")
				}
				return true
			}
		}
		if s.err != nil {
			s.start, s.end = 0, 0
			return false
		}
		if !s.more() {
			return false
		}
	}
}

func (s *Scanner) advance(n int) bool {
	if n < 0 {
		s.fail(ErrNegativeAdvance)
		return false
	}
	if n > s.end-s.start {
		s.fail(ErrAdvanceTooFar)
		return false
	}
	s.start += n
	return true
}

// more reads on; the buffer moves down or doubles as it must.
func (s *Scanner) more() bool {
	if s.start > 0 && (s.end == len(s.buf) || s.start > len(s.buf)/2) {
		copy(s.buf, s.buf[s.start:s.end])
		s.end -= s.start
		s.start = 0
	}
	if s.end == len(s.buf) {
		const most = int(^uint(0) >> 1)
		if len(s.buf) >= s.limit || len(s.buf) > most/2 {
			s.fail(ErrTooLong)
			return false
		}
		size := len(s.buf) * 2
		if size == 0 {
			size = firstScanBuffer
		}
		grown := make([]byte, min(size, s.limit))
		copy(grown, s.buf[s.start:s.end])
		s.buf = grown
		s.end -= s.start
		s.start = 0
	}
	for tries := 0; ; {
		n, err := s.r.Read(s.buf[s.end:len(s.buf)])
		if n < 0 || len(s.buf)-s.end < n {
			s.fail(ErrBadReadCount)
			break
		}
		s.end += n
		if err != nil {
			s.fail(err)
			break
		}
		if n > 0 {
			s.empties = 0
			break
		}
		if tries++; tries > idleReadMost {
			s.fail(io.ErrNoProgress)
			break
		}
	}
	return true
}

// fail keeps the first error.
func (s *Scanner) fail(err error) {
	if s.err == nil || s.err == io.EOF {
		s.err = err
	}
}

// ScanBytes makes each byte a token.
func ScanBytes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 {
		return 0, nil, nil
	}
	return 1, data[:1], nil
}

// ScanRunes makes each rune a token, U+FFFD for bytes that are not valid.
func ScanRunes(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if len(data) == 0 || !atEOF && !utf8.FullRune(data) {
		return 0, nil, nil
	}
	r, size := utf8.DecodeRune(data)
	if r == utf8.RuneError && size == 1 {
		return 1, []byte(string(utf8.RuneError)), nil
	}
	return size, data[:size], nil
}

// ScanLines makes each line a token, without its end.
func ScanLines(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if atEOF && len(data) == 0 {
		return 0, nil, nil
	}
	if i := bytes.IndexByte(data, '\n'); i >= 0 {
		return i + 1, withoutReturn(data[:i]), nil
	}
	if atEOF {
		return len(data), withoutReturn(data), nil
	}
	return 0, nil, nil
}

func withoutReturn(line []byte) []byte {
	if n := len(line); n > 0 && line[n-1] == '\r' {
		return line[:n-1]
	}
	return line
}

// ScanWords makes each stretch without white space a token.
func ScanWords(data []byte, atEOF bool) (advance int, token []byte, err error) {
	start := 0
	for size := 0; start < len(data); start += size {
		r, n := utf8.DecodeRune(data[start:])
		if !ucd.IsSpace(r) {
			break
		}
		size = n
	}
	for i, size := start, 0; i < len(data); i += size {
		r, n := utf8.DecodeRune(data[i:])
		if ucd.IsSpace(r) {
			return i + n, data[start:i], nil
		}
		size = n
	}
	if atEOF && len(data) > start {
		return len(data), data[start:], nil
	}
	return start, nil, nil
}
