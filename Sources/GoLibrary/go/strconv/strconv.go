// Package strconv turns basic values into text and text into basic values.
package strconv

import "errors"

// IntSize is the size of an int in bits.
const IntSize = 32 << (^uint(0) >> 63)

var (
	// ErrRange means that a value does not fit its type.
	ErrRange = errors.New("value out of range")
	// ErrSyntax means that text does not have the right form.
	ErrSyntax = errors.New("invalid syntax")
)

// A NumError tells which conversion failed, on which text, and why.
type NumError struct {
	Func string // ParseInt, ParseFloat, ...
	Num  string // the text
	Err  error  // ErrRange, ErrSyntax or another
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

func failure(fn, text string, err error) *NumError {
	return &NumError{fn, string([]byte(text)), err} // a copy: the error must not pin a larger text
}

// FormatBool is "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends FormatBool(b) to dst.
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }

// ParseBool reads 1, t, T, TRUE, true, True and their opposites.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, failure("ParseBool", str, ErrSyntax)
}
