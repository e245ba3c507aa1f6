// Package os is the guest's operating system: its arguments, its three
// standard files and an empty environment.
package os

import (
	"errors"
	"internal/rt"
	"io"
	"unsafe"
)

// Args is the command line, the program's name first.
var Args = rt.Args()

var (
	Stdin  = &File{0, "/dev/stdin", false}
	Stdout = &File{1, "/dev/stdout", false}
	Stderr = &File{2, "/dev/stderr", false}
)

var (
	ErrInvalid    = errors.New("invalid argument")
	ErrPermission = errors.New("permission denied")
	ErrExist      = errors.New("file already exists")
	ErrNotExist   = errors.New("file does not exist")
	ErrClosed     = errors.New("file already closed")
)

// Exit ends the program at once: deferred calls do not run.
func Exit(code int) {
	rt.Exit(code)
}

// A File is an open file.
type File struct {
	fd     int
	name   string
	closed bool
}

// PathError tells which operation on which file failed, and why.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

func (e *PathError) Unwrap() error { return e.Err }

// Name is the file's name as it was opened.
func (f *File) Name() string { return f.name }

// Fd is the file's descriptor.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{op, f.name, ErrClosed}
	}
	return nil
}

// Read reads up to len(b) bytes.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	if f.fd != 0 {
		return 0, &PathError{"read", f.name, errors.New("bad file descriptor")}
	}
	n = rt.Read(b)
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// Write writes b.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	if f.fd == 0 {
		return 0, &PathError{"write", f.name, errors.New("bad file descriptor")}
	}
	return rt.Write(f.fd, b), nil
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// Close makes further reads and writes fail.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	return nil
}

// Sync has nothing to do: writes are not held back.
func (f *File) Sync() error { return f.check("sync") }

// Getenv is always "": the environment is empty, so that every run is alike.
func Getenv(key string) string { return "" }

// LookupEnv never finds anything.
func LookupEnv(key string) (string, bool) { return "", false }

// Environ is empty.
func Environ() []string { return []string{} }

// Getpid is a number that no two runs disagree on.
func Getpid() int { return 1 }
