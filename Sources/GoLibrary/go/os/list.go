package os

import (
	"errors"
	"internal/rt"
	"io"
	"io/fs"
	"syscall"
)

// ReadDir is a folder's entries in the order of their names.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return f.ReadDir(-1)
}

// next is the folder's next n entries, or all that are left if n is not above 0.
func (f *File) next(n int) ([]entry, error) {
	if err := f.check("readdir"); err != nil {
		return nil, err
	}
	o := f.handle.opened()
	if o == nil || !o.file.mode.IsDir() {
		return nil, f.wrap("readdirent", syscall.ENOTDIR)
	}
	left := o.file.children[min(o.listed, len(o.file.children)):]
	if n > 0 && len(left) == 0 {
		return nil, io.EOF
	}
	if n > 0 && n < len(left) {
		left = left[:n]
	}
	o.listed += len(left)
	return left, nil
}

// ReadDir is the folder's next n entries; at the end io.EOF. With n <= 0 it is all that are left.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	entries, err := f.next(n)
	if err != nil {
		return nil, err
	}
	list := make([]DirEntry, len(entries))
	for i, e := range entries {
		list[i] = fs.FileInfoToDirEntry(e.node.info(e.name))
	}
	return list, nil
}

// Readdir is ReadDir with what Lstat would tell.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	entries, err := f.next(n)
	if err != nil {
		return nil, err
	}
	list := make([]FileInfo, len(entries))
	for i, e := range entries {
		list[i] = e.node.info(e.name)
	}
	return list, nil
}

// Readdirnames is ReadDir with just the names.
func (f *File) Readdirnames(n int) (names []string, err error) {
	entries, err := f.next(n)
	if err != nil {
		return nil, err
	}
	names = make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.name
	}
	return names, nil
}

// temporary is a pattern's name with a random number in place of its last *, or at its end.
func temporary(op, dir, pattern string) (path string, err error) {
	if dir == "" {
		dir = TempDir()
	}
	star := len(pattern)
	after := ""
	for i := 0; i < len(pattern); i++ {
		switch pattern[i] {
		case '/':
			return "", pathError(op, pattern, errSeparator)
		case '*':
			star, after = i, pattern[i+1:]
		}
	}
	number := rt.Random() % 10000000000
	var digits [10]byte
	for i := range digits {
		digits[len(digits)-1-i] = byte('0' + number%10)
		number /= 10
	}
	if dir[len(dir)-1] != '/' {
		dir += "/"
	}
	return dir + pattern[:star] + string(digits[:]) + after, nil
}

var errSeparator = errors.New("pattern contains path separator")

// CreateTemp makes a new file with a name of its own.
func CreateTemp(dir, pattern string) (*File, error) {
	for {
		path, err := temporary("createtemp", dir, pattern)
		if err != nil {
			return nil, err
		}
		f, err := OpenFile(path, O_RDWR|O_CREATE|O_EXCL, 0600)
		if !IsExist(err) {
			return f, err
		}
	}
}

// MkdirTemp makes a new folder with a name of its own.
func MkdirTemp(dir, pattern string) (string, error) {
	for {
		path, err := temporary("mkdirtemp", dir, pattern)
		if err != nil {
			return "", err
		}
		err = Mkdir(path, 0700)
		if err == nil {
			return path, nil
		}
		if !IsExist(err) {
			return "", err
		}
	}
}
