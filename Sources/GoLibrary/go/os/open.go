package os

import (
	"io"
	"syscall"
)

// An openFile is a handle of a file in memory.
type openFile struct {
	file   *node
	flag   int
	fd     uintptr
	offset int64
	listed int // entries of a folder that were read
}

func (o *openFile) node() *node         { return o.file }
func (o *openFile) opened() *openFile   { return o }
func (o *openFile) close() error        { return nil }
func (o *openFile) descriptor() uintptr { return o.fd }

func (o *openFile) isNull() bool { return o.file.mode&ModeDevice != 0 }

func (o *openFile) read(b []byte) (n int, err error) {
	n, err = o.readAt(b, o.offset)
	o.offset += int64(n)
	if err == nil && n == 0 && len(b) > 0 {
		err = io.EOF
	}
	return n, err
}

func (o *openFile) readAt(b []byte, off int64) (n int, err error) {
	if o.flag&3 == O_WRONLY {
		return 0, syscall.EBADF
	}
	if o.file.mode.IsDir() {
		return 0, syscall.EISDIR
	}
	if off >= int64(len(o.file.data)) {
		return 0, nil
	}
	return copy(b, o.file.data[off:]), nil
}

func (o *openFile) write(b []byte) (n int, err error) {
	if o.flag&O_APPEND != 0 {
		o.offset = int64(len(o.file.data))
	}
	n, err = o.writeAt(b, o.offset)
	o.offset += int64(n)
	return n, err
}

func (o *openFile) writeAt(b []byte, off int64) (n int, err error) {
	if o.flag&3 == O_RDONLY {
		return 0, syscall.EBADF
	}
	if o.isNull() {
		return len(b), nil
	}
	size := int64(len(o.file.data))
	switch end := off + int64(len(b)); {
	case off == size:
		o.file.data = append(o.file.data, b...)
	case end > size:
		o.file.resize(end)
		fallthrough
	default:
		copy(o.file.data[off:], b)
	}
	o.file.touch()
	return len(b), nil
}

func (o *openFile) seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekStart:
	case io.SeekCurrent:
		offset += o.offset
	case io.SeekEnd:
		offset += int64(len(o.file.data))
	default:
		return 0, syscall.EINVAL
	}
	if offset < 0 {
		return 0, syscall.EINVAL
	}
	if o.file.mode.IsDir() && offset == 0 {
		o.listed = 0
	}
	o.offset = offset
	return offset, nil
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create opens a file for reading and writing: a new one, or an old one whose contents go.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0666) }

// umask is what new files never allow.
const umask = 022

// OpenFile opens a file as the flags O_... say; perm is for a new file.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	o, err := files().open(name, flag, perm)
	if err != nil {
		return nil, &PathError{Op: "open", Path: name, Err: err}
	}
	return &File{name: name, handle: o}, nil
}

func (t *tree) open(path string, flag int, perm FileMode) (*openFile, error) {
	exclusive := flag&(O_CREATE|O_EXCL) == O_CREATE|O_EXCL
	parent, name, n, err := t.spot(path, !exclusive)
	if err != nil {
		return nil, err
	}
	writes := flag&3 != O_RDONLY
	switch {
	case n == nil && flag&O_CREATE == 0:
		return nil, syscall.ENOENT
	case n == nil:
		if path[len(path)-1] == '/' {
			return nil, syscall.EISDIR
		}
		if !parent.may(2) {
			return nil, syscall.EACCES
		}
		n = parent.add(name, &node{mode: perm &^ umask & (ModePerm | ModeSetuid | ModeSetgid | ModeSticky)})
	case exclusive:
		return nil, syscall.EEXIST
	case n.mode.IsDir() && (writes || flag&O_CREATE != 0):
		return nil, syscall.EISDIR
	case flag&3 != O_WRONLY && !n.may(4), writes && !n.may(2):
		return nil, syscall.EACCES
	case flag&O_TRUNC != 0 && n.mode.IsRegular():
		n.resize(0)
	}
	t.last++
	return &openFile{file: n, flag: flag, fd: t.last}, nil
}

// ReadFile is a file's contents.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	o := f.handle.opened()
	if o.file.mode.IsDir() {
		return nil, f.wrap("read", syscall.EISDIR)
	}
	return append(make([]byte, 0, 512), o.file.data...), nil
}

// WriteFile makes data a file's contents; perm is for a new file.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
