// Package fmt formats values as text and reads them back.
//
// A printer (printer.go) holds the text so far and the directive in force
// (spec.go). verbs.go reads a format string, operand.go dispatches a value by
// its methods and its type, walk.go takes composite values apart by their
// addresses and type descriptors, and number.go, text.go and float.go lay out
// the leaves.
package fmt

import (
	"internal/standard"
	"io"
)

// State is the printer as a Formatter sees it.
type State interface {
	// Write appends to the output.
	Write(b []byte) (n int, err error)
	// Width is the width and whether there is one.
	Width() (wid int, ok bool)
	// Precision is the precision and whether there is one.
	Precision() (prec int, ok bool)
	// Flag reports whether the flag c, a character, is set.
	Flag(c int) bool
}

// A Formatter takes its formatting in its own hands.
type Formatter interface {
	Format(f State, verb rune)
}

// A Stringer has a text of its own.
type Stringer interface {
	String() string
}

// A GoStringer has a text of its own for %#v.
type GoStringer interface {
	GoString() string
}

// FormatString rebuilds the directive that state and verb came from.
func FormatString(state State, verb rune) string {
	var room [16]byte
	text := append(room[:0], '%')
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			text = append(text, byte(c))
		}
	}
	if wid, ok := state.Width(); ok {
		text = appendDecimal(text, wid)
	}
	if prec, ok := state.Precision(); ok {
		text = appendDecimal(append(text, '.'), prec)
	}
	return string(appendRune(text, verb))
}

// Printf writes to standard output by the format.
func Printf(format string, a ...any) (n int, err error) {
	return Fprintf(standard.Output(), format, a...)
}

// Print writes its operands to standard output, with spaces between two that are not strings.
func Print(a ...any) (n int, err error) {
	return Fprint(standard.Output(), a...)
}

// Println writes its operands to standard output, with spaces between and a line break after them.
func Println(a ...any) (n int, err error) {
	return Fprintln(standard.Output(), a...)
}

// Fprintf is Printf to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.format(format, a)
	n, err = w.Write(p.buf)
	p.release()
	return n, err
}

// Fprint is Print to w.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.print(a)
	n, err = w.Write(p.buf)
	p.release()
	return n, err
}

// Fprintln is Println to w.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.println(a)
	n, err = w.Write(p.buf)
	p.release()
	return n, err
}

// Sprintf is Printf to a string.
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.format(format, a)
	s := string(p.buf)
	p.release()
	return s
}

// Sprint is Print to a string.
func Sprint(a ...any) string {
	p := newPrinter()
	p.print(a)
	s := string(p.buf)
	p.release()
	return s
}

// Sprintln is Println to a string.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.println(a)
	s := string(p.buf)
	p.release()
	return s
}

// Appendf appends Sprintf's text to b.
func Appendf(b []byte, format string, a ...any) []byte {
	p := newPrinter()
	p.format(format, a)
	b = append(b, p.buf...)
	p.release()
	return b
}

// Append appends Sprint's text to b.
func Append(b []byte, a ...any) []byte {
	p := newPrinter()
	p.print(a)
	b = append(b, p.buf...)
	p.release()
	return b
}

// Appendln appends Sprintln's text to b.
func Appendln(b []byte, a ...any) []byte {
	p := newPrinter()
	p.println(a)
	b = append(b, p.buf...)
	p.release()
	return b
}
