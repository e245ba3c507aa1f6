// Package csv reads and writes tables as text: a record a line, fields with
// commas between, in quotes where they need them (RFC 4180).
package csv

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A ParseError is what is wrong with a record, and where.
type ParseError struct {
	StartLine int // where the record begins
	Line      int
	Column    int // bytes, from 1 on
	Err       error
}

func (e *ParseError) Error() string {
	switch {
	case e.Err == ErrFieldCount:
		return fmt.Sprintf("record on line %d: %v", e.Line, e.Err)
	case e.StartLine != e.Line:
		return fmt.Sprintf("record on line %d; parse error on line %d, column %d: %v", e.StartLine, e.Line, e.Column, e.Err)
	}
	return fmt.Sprintf("parse error on line %d, column %d: %v", e.Line, e.Column, e.Err)
}

func (e *ParseError) Unwrap() error { return e.Err }

var (
	ErrBareQuote     = errors.New("bare \" in non-quoted-field")
	ErrQuote         = errors.New("extraneous or missing \" in quoted-field")
	ErrFieldCount    = errors.New("wrong number of fields")
	ErrTrailingComma = errors.New("extra delimiter at end of line")

	errDelimiter = errors.New("csv: invalid field or comment delimiter")
)

func validDelimiter(r rune) bool {
	return r != 0 && r != '"' && r != '\r' && r != '\n' && utf8.ValidRune(r) && r != utf8.RuneError
}

// A Reader reads records.
type Reader struct {
	Comma            rune // between fields
	Comment          rune // begins lines to leave out; 0 for none
	FieldsPerRecord  int  // 0: as many as the first; below 0: any
	LazyQuotes       bool // quotes may stand inside fields
	TrimLeadingSpace bool
	ReuseRecord      bool
	TrailingComma    bool // not used any more

	r         *bufio.Reader
	line      int
	offset    int64
	places    []place
	startLine int
	record    []string
}

type place struct {
	line, column int
}

// NewReader reads from r.
func NewReader(r io.Reader) *Reader { return &Reader{Comma: ',', r: bufio.NewReader(r)} }

// InputOffset is the number of bytes read, up to the end of the last record.
func (r *Reader) InputOffset() int64 { return r.offset }

// FieldPos is where a field of the last record begins.
func (r *Reader) FieldPos(field int) (line, column int) {
	if field < 0 || field >= len(r.places) {
		panic("out of range index passed to FieldPos")
	}
	return r.places[field].line, r.places[field].column
}

// ReadAll reads all records.
func (r *Reader) ReadAll() (records [][]string, err error) {
	for {
		record, err := r.read(nil)
		if err == io.EOF {
			return records, nil
		}
		if err != nil {
			return nil, err
		}
		records = append(records, record)
	}
}

// Read reads a record.
func (r *Reader) Read() (record []string, err error) {
	if r.ReuseRecord {
		record, err = r.read(r.record[:0])
		r.record = record
		return record, err
	}
	return r.read(nil)
}

// readLine is a line with "\n" at its end, where there is one.
func (r *Reader) readLine() ([]byte, error) {
	line, err := r.r.ReadBytes('\n')
	if len(line) > 0 && err == io.EOF {
		err = nil
		if line[len(line)-1] == '\r' {
			line = line[:len(line)-1]
			r.offset++
		}
	}
	r.line++
	r.offset += int64(len(line))
	if n := len(line); n >= 2 && line[n-2] == '\r' && line[n-1] == '\n' {
		line[n-2] = '\n'
		line = line[:n-1]
	}
	return line, err
}

// ending is the length of the line break at a line's end.
func ending(line []byte) int {
	if n := len(line); n > 0 && line[n-1] == '\n' {
		return 1
	}
	return 0
}

func (r *Reader) read(record []string) ([]string, error) {
	if r.Comma == r.Comment || !validDelimiter(r.Comma) || r.Comment != 0 && !validDelimiter(r.Comment) {
		return nil, errDelimiter
	}
	var line []byte
	var err error
	for {
		if line, err = r.readLine(); err != nil {
			return nil, err
		}
		first, _ := utf8.DecodeRune(line)
		if r.Comment != 0 && first == r.Comment || len(line) == ending(line) {
			continue
		}
		break
	}
	r.startLine = r.line
	r.places = r.places[:0]
	comma := string(r.Comma)
	column := 1
	var problem error
	fail := func(column int, err error) {
		problem = &ParseError{r.startLine, r.line, column, err}
	}
fields:
	for {
		if r.TrimLeadingSpace {
			rest := bytes.TrimLeftFunc(line, unicode.IsSpace)
			if len(rest) < len(line) && ending(line) == 1 && len(rest) == 0 {
				rest = line[len(line)-1:]
			}
			column += len(line) - len(rest)
			line = rest
		}
		if len(line) == 0 || line[0] != '"' {
			i := bytes.Index(line, []byte(comma))
			field := line
			if i >= 0 {
				field = line[:i]
			} else {
				field = line[:len(line)-ending(line)]
			}
			if !r.LazyQuotes {
				if k := bytes.IndexByte(field, '"'); k >= 0 {
					fail(column+k, ErrBareQuote)
					break
				}
			}
			r.places = append(r.places, place{r.line, column})
			record = append(record, string(field))
			if i < 0 {
				break
			}
			line = line[i+len(comma):]
			column += i + len(comma)
			continue
		}
		begin := place{r.line, column}
		line = line[1:]
		column++
		var text []byte
		for {
			i := bytes.IndexByte(line, '"')
			if i >= 0 {
				text = append(text, line[:i]...)
				line = line[i+1:]
				column += i + 1
				switch next, _ := utf8.DecodeRune(line); {
				case len(line) > 0 && next == '"':
					text = append(text, '"')
					line = line[1:]
					column++
				case len(line) > 0 && next == r.Comma:
					line = line[len(comma):]
					column += len(comma)
					r.places = append(r.places, begin)
					record = append(record, string(text))
					continue fields
				case len(line) == ending(line):
					r.places = append(r.places, begin)
					record = append(record, string(text))
					break fields
				case r.LazyQuotes:
					text = append(text, '"')
				default:
					fail(column-1, ErrQuote)
					break fields
				}
				continue
			}
			if len(line) > 0 { // the field goes on in the next line
				text = append(text, line...)
				column += len(line)
				if line, err = r.readLine(); len(line) > 0 {
					column = 1
				} else {
					r.line--
				}
				if err == io.EOF {
					err = nil
				}
				if err != nil {
					return nil, err
				}
				continue
			}
			if !r.LazyQuotes {
				fail(column, ErrQuote)
				break fields
			}
			r.places = append(r.places, begin)
			record = append(record, string(text))
			break fields
		}
	}
	if problem != nil {
		return record, problem
	}
	if r.FieldsPerRecord > 0 && len(record) != r.FieldsPerRecord {
		return record, &ParseError{r.startLine, r.startLine, 1, ErrFieldCount}
	}
	if r.FieldsPerRecord == 0 {
		r.FieldsPerRecord = len(record)
	}
	return record, nil
}

// A Writer writes records.
type Writer struct {
	Comma   rune
	UseCRLF bool
	w       *bufio.Writer
}

// NewWriter writes to w; what is written is there after Flush.
func NewWriter(w io.Writer) *Writer { return &Writer{Comma: ',', w: bufio.NewWriter(w)} }

// Write writes a record.
func (w *Writer) Write(record []string) error {
	if !validDelimiter(w.Comma) {
		return errDelimiter
	}
	for i, field := range record {
		if i > 0 {
			w.w.WriteRune(w.Comma)
		}
		if !w.needsQuotes(field) {
			w.w.WriteString(field)
			continue
		}
		w.w.WriteByte('"')
		for k := range len(field) {
			switch c := field[k]; {
			case c == '"':
				w.w.WriteString(`""`)
			case c == '\n' && w.UseCRLF:
				w.w.WriteString("\r\n")
			case c != '\r' || !w.UseCRLF:
				w.w.WriteByte(c)
			}
		}
		w.w.WriteByte('"')
	}
	if w.UseCRLF {
		_, err := w.w.WriteString("\r\n")
		return err
	}
	return w.w.WriteByte('\n')
}

func (w *Writer) needsQuotes(field string) bool {
	if field == "" {
		return false
	}
	if field == `\.` || strings.ContainsRune(field, w.Comma) || strings.ContainsAny(field, "\"\r\n") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(field)
	return unicode.IsSpace(first)
}

// WriteAll writes records, and flushes.
func (w *Writer) WriteAll(records [][]string) error {
	for _, record := range records {
		if err := w.Write(record); err != nil {
			return err
		}
	}
	return w.w.Flush()
}

// Flush hands on what is held back; Error tells whether that went wrong.
func (w *Writer) Flush() { w.w.Flush() }

// Error is the first error of a Write or Flush.
func (w *Writer) Error() error {
	_, err := w.w.Write(nil)
	return err
}
