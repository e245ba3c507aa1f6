// Package standard is the standard input and output for package fmt, so that a
// program need not load package os to print.
package standard

import (
	"internal/rt"
	"io"
)

type file int

func (f file) Write(b []byte) (n int, err error) { return rt.Write(int(f), b), nil }

func (f file) Read(b []byte) (n int, err error) {
	if len(b) == 0 {
		return 0, nil
	}
	if n = rt.Read(b); n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Output and Input are what fmt writes to and reads from. Package os, where a
// program has it, puts its own in their place: os.Stdout is a variable.
var (
	Output = func() io.Writer { return file(1) }
	Input  = func() io.Reader { return file(0) }
)
