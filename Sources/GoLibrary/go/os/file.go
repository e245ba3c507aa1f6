package os

import (
	"errors"
	"io"
	"syscall"
	"time"
	"unsafe"
)

// A handle is what an open file does its work with.
type handle interface {
	read(b []byte) (n int, err error) // io.EOF at the end
	write(b []byte) (n int, err error)
	close() error
	node() *node
	opened() *openFile // nil for what has no position
	descriptor() uintptr
}

// A File is an open file.
type File struct {
	name   string
	closed bool
	handle handle
}

// Name is the file's name as it was opened.
func (f *File) Name() string { return f.name }

// Fd is the file's descriptor.
func (f *File) Fd() uintptr {
	if f == nil || f.closed {
		return ^uintptr(0)
	}
	return f.handle.descriptor()
}

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.closed {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

// wrap puts the operation and the name to an error.
func (f *File) wrap(op string, err error) error {
	if err == nil || err == io.EOF {
		return err
	}
	return &PathError{Op: op, Path: f.name, Err: err}
}

// Read reads up to len(b) bytes; at the end it returns 0 and io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if len(b) == 0 {
		return 0, nil
	}
	n, err = f.handle.read(b)
	return n, f.wrap("read", err)
}

// Write writes b.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	n, err = f.handle.write(b)
	return n, f.wrap("write", err)
}

// WriteString writes s.
func (f *File) WriteString(s string) (n int, err error) {
	return f.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
}

// Close makes further use fail.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.closed = true
	return f.wrap("close", f.handle.close())
}

// Sync has nothing to do: writes are not held back.
func (f *File) Sync() error { return f.check("sync") }

// at is the open file behind f for operations at a position of their own.
func (f *File) at(op string) (*openFile, error) {
	if err := f.check(op); err != nil {
		return nil, err
	}
	if o := f.handle.opened(); o != nil {
		return o, nil
	}
	return nil, &PathError{Op: op, Path: f.name, Err: syscall.ESPIPE}
}

// ReadAt reads len(b) bytes from a place of the file, or up to its end, with io.EOF.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if off < 0 {
		return 0, &PathError{Op: "readat", Path: f.name, Err: errors.New("negative offset")}
	}
	o, err := f.at("read")
	if err != nil {
		return 0, err
	}
	n, err = o.readAt(b, off)
	if err == nil && n < len(b) {
		err = io.EOF
	}
	return n, f.wrap("read", err)
}

// WriteAt writes b at a place of the file.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	o, err := f.at("write")
	if err != nil {
		return 0, err
	}
	if o.flag&O_APPEND != 0 {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if off < 0 {
		return 0, &PathError{Op: "writeat", Path: f.name, Err: errors.New("negative offset")}
	}
	n, err = o.writeAt(b, off)
	return n, f.wrap("write", err)
}

// Seek sets the position for the next Read or Write.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	o, err := f.at("seek")
	if err != nil {
		return 0, err
	}
	ret, err = o.seek(offset, whence)
	return ret, f.wrap("seek", err)
}

// Truncate changes the file's size.
func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	o := f.handle.opened()
	if o == nil || size < 0 || o.flag&3 == O_RDONLY {
		return f.wrap("truncate", syscall.EINVAL)
	}
	o.file.resize(size)
	return nil
}

// Stat tells about the file.
func (f *File) Stat() (FileInfo, error) {
	if err := f.check("stat"); err != nil {
		return nil, err
	}
	return f.handle.node().info(base(f.name)), nil
}

// Chmod changes the file's permissions.
func (f *File) Chmod(mode FileMode) error {
	if err := f.check("chmod"); err != nil {
		return err
	}
	f.handle.node().setMode(mode)
	return nil
}

// Chown is allowed only where it changes nothing.
func (f *File) Chown(uid, gid int) error {
	if err := f.check("chown"); err != nil {
		return err
	}
	return f.wrap("chown", owned(uid, gid))
}

// Chdir makes the folder the current one.
func (f *File) Chdir() error {
	if err := f.check("chdir"); err != nil {
		return err
	}
	n := f.handle.node()
	if !n.mode.IsDir() {
		return f.wrap("chdir", syscall.ENOTDIR)
	}
	files().current = n
	return nil
}

// ReadFrom copies all of r into the file.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(onlyWriter{f}, r)
}

// WriteTo copies the rest of the file to w.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, onlyReader{f})
}

type onlyWriter struct {
	io.Writer
}

type onlyReader struct {
	io.Reader
}

// Deadlines are for what waits; files do not.

func (f *File) SetDeadline(t time.Time) error      { return f.deadline() }
func (f *File) SetReadDeadline(t time.Time) error  { return f.deadline() }
func (f *File) SetWriteDeadline(t time.Time) error { return f.deadline() }

func (f *File) deadline() error {
	if err := f.check("set deadline"); err != nil {
		return err
	}
	return f.wrap("set deadline", ErrNoDeadline)
}

// NewFile is a file for one of the standard descriptors, nil for others.
func NewFile(fd uintptr, name string) *File {
	if fd > 2 {
		return nil
	}
	return &File{name: name, handle: stdio(fd)}
}
