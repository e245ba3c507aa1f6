package os

import (
	"io/fs"
	"syscall"
	"time"
)

func pathError(op, path string, err error) error {
	if err == nil {
		return nil
	}
	return &PathError{Op: op, Path: path, Err: err}
}

// Stat tells about a file; of a symbolic link, about what it points to.
func Stat(name string) (FileInfo, error) {
	n, err := files().find(name, true)
	if err != nil {
		return nil, pathError("stat", name, err)
	}
	return n.info(base(name)), nil
}

// Lstat tells about a file, also about a symbolic link itself.
func Lstat(name string) (FileInfo, error) {
	n, err := files().find(name, false)
	if err != nil {
		return nil, pathError("lstat", name, err)
	}
	return n.info(base(name)), nil
}

// Mkdir makes a folder.
func Mkdir(name string, perm FileMode) error {
	return pathError("mkdir", name, files().mkdir(name, perm))
}

func (t *tree) mkdir(path string, perm FileMode) error {
	parent, name, n, err := t.spot(path, false)
	switch {
	case err != nil:
		return err
	case n != nil:
		return syscall.EEXIST
	case !parent.may(2):
		return syscall.EACCES
	}
	parent.add(name, &node{mode: ModeDir | perm&^umask&(ModePerm|ModeSetuid|ModeSetgid|ModeSticky)})
	return nil
}

// MkdirAll makes a folder and those above it that are not there yet.
func MkdirAll(path string, perm FileMode) error {
	if n, err := files().find(path, true); err == nil {
		if n.mode.IsDir() {
			return nil
		}
		return pathError("mkdir", path, syscall.ENOTDIR)
	}
	end := len(path)
	for end > 0 && path[end-1] == '/' {
		end--
	}
	for end > 0 && path[end-1] != '/' {
		end--
	}
	for end > 1 && path[end-1] == '/' {
		end--
	}
	if end > 0 {
		if err := MkdirAll(path[:end], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if n, found := files().find(path, false); found == nil && n.mode.IsDir() {
		return nil
	}
	return err
}

// Remove removes a file or an empty folder.
func Remove(name string) error { return pathError("remove", name, files().removePath(name)) }

func (t *tree) removePath(path string) error {
	parent, name, n, err := t.spot(path, false)
	switch {
	case err != nil:
		return err
	case n == nil:
		return syscall.ENOENT
	case name == "." || name == "..":
		return syscall.EINVAL
	case !parent.may(2):
		return syscall.EACCES
	case n.mode.IsDir() && len(n.children) > 0:
		return syscall.ENOTEMPTY
	}
	parent.remove(name)
	return nil
}

// RemoveAll removes a file, or a folder with all that is in it; it is no error if there is none.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if n := len(path); path == "." || n >= 2 && path[n-2:] == "/." {
		return pathError("RemoveAll", path, syscall.EINVAL)
	}
	parent, name, n, err := files().spot(path, false)
	if err == syscall.ENOENT || err == nil && n == nil {
		return nil
	}
	if err == nil && !parent.may(2) {
		err = syscall.EACCES
	}
	if err != nil {
		return pathError("unlinkat", path, err)
	}
	parent.remove(name)
	return nil
}

// Rename moves a file or folder.
func Rename(oldpath, newpath string) error {
	if err := files().rename(oldpath, newpath); err != nil {
		return &LinkError{"rename", oldpath, newpath, err}
	}
	return nil
}

func (t *tree) rename(oldpath, newpath string) error {
	from, oldName, n, err := t.spot(oldpath, false)
	if err != nil {
		return err
	}
	to, newName, there, err := t.spot(newpath, false)
	switch {
	case err != nil:
		return err
	case there != nil && there.mode.IsDir() && there != n:
		return syscall.EEXIST
	case n == nil:
		return syscall.ENOENT
	case n == there:
		return nil
	case there != nil && n.mode.IsDir():
		return syscall.ENOTDIR
	case !from.may(2) || !to.may(2):
		return syscall.EACCES
	}
	for above := to; above != t.root; above = above.parent {
		if above == n {
			return syscall.EINVAL // a folder into itself
		}
	}
	changed := n.time
	from.remove(oldName)
	to.remove(newName)
	to.add(newName, n)
	n.time = changed
	return nil
}

// Link gives a file another name.
func Link(oldname, newname string) error {
	n, err := files().find(oldname, false)
	if err == nil && n.mode.IsDir() {
		err = syscall.EPERM
	}
	return linked("link", oldname, newname, n, err)
}

// Symlink makes a symbolic link to oldname, whether that is there or not.
func Symlink(oldname, newname string) error {
	var err error
	if oldname == "" {
		err = syscall.ENOENT
	}
	return linked("symlink", oldname, newname, &node{mode: ModeSymlink | 0777, target: oldname}, err)
}

// linked puts n under newname.
func linked(op, oldname, newname string, n *node, err error) error {
	if err == nil {
		var parent, there *node
		var name string
		parent, name, there, err = files().spot(newname, false)
		switch {
		case err != nil:
		case there != nil:
			err = syscall.EEXIST
		case !parent.may(2):
			err = syscall.EACCES
		default:
			parent.add(name, n)
			return nil
		}
	}
	return &LinkError{op, oldname, newname, err}
}

// Readlink is what a symbolic link points to.
func Readlink(name string) (string, error) {
	n, err := files().find(name, false)
	if err == nil && n.mode&ModeSymlink == 0 {
		err = syscall.EINVAL
	}
	if err != nil {
		return "", pathError("readlink", name, err)
	}
	return n.target, nil
}

// Truncate changes a file's size.
func Truncate(name string, size int64) error {
	n, err := files().find(name, true)
	switch {
	case err != nil:
	case n.mode.IsDir():
		err = syscall.EISDIR
	case size < 0:
		err = syscall.EINVAL
	case !n.may(2):
		err = syscall.EACCES
	default:
		n.resize(size)
	}
	return pathError("truncate", name, err)
}

// Chmod changes a file's permissions.
func Chmod(name string, mode FileMode) error {
	n, err := files().find(name, true)
	if err == nil {
		n.setMode(mode)
	}
	return pathError("chmod", name, err)
}

// Chown is allowed only where it changes nothing.
func Chown(name string, uid, gid int) error {
	_, err := files().find(name, true)
	if err == nil {
		err = owned(uid, gid)
	}
	return pathError("chown", name, err)
}

// Lchown is Chown, also of a symbolic link itself.
func Lchown(name string, uid, gid int) error {
	_, err := files().find(name, false)
	if err == nil {
		err = owned(uid, gid)
	}
	return pathError("lchown", name, err)
}

// Chtimes sets a file's time; a zero Time leaves it.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	n, err := files().find(name, true)
	if err == nil && !mtime.IsZero() {
		n.time += int64(mtime.Sub(n.info("").time))
	}
	return pathError("chtimes", name, err)
}

// Getwd is the path of the current folder.
func Getwd() (dir string, err error) {
	t := files()
	for n := t.current; n != t.root; n = n.parent {
		name := ""
		for _, e := range n.parent.children {
			if e.node == n {
				name = e.name
			}
		}
		if name == "" {
			return "", NewSyscallError("getwd", syscall.ENOENT)
		}
		dir = "/" + name + dir
	}
	if dir == "" {
		dir = "/"
	}
	return dir, nil
}

// Chdir makes a folder the current one.
func Chdir(dir string) error {
	n, err := files().find(dir, true)
	switch {
	case err != nil:
	case !n.mode.IsDir():
		err = syscall.ENOTDIR
	case !n.may(1):
		err = syscall.EACCES
	default:
		files().current = n
	}
	return pathError("chdir", dir, err)
}

// DirFS is the files below a folder as a file system.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

func (dir dirFS) full(op, name string) (string, error) {
	if dir == "" || !fs.ValidPath(name) {
		return "", pathError(op, name, ErrInvalid)
	}
	return string(dir) + "/" + name, nil
}

// named puts the name that was asked for into an error.
func named(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (dir dirFS) Open(name string) (fs.File, error) {
	full, err := dir.full("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(full)
	if err != nil {
		return nil, named(err, name)
	}
	return f, nil
}

func (dir dirFS) ReadFile(name string) ([]byte, error) {
	full, err := dir.full("readfile", name)
	if err != nil {
		return nil, err
	}
	b, err := ReadFile(full)
	return b, named(err, name)
}

func (dir dirFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := dir.full("readdir", name)
	if err != nil {
		return nil, err
	}
	list, err := ReadDir(full)
	return list, named(err, name)
}

func (dir dirFS) Stat(name string) (FileInfo, error) {
	full, err := dir.full("stat", name)
	if err != nil {
		return nil, err
	}
	i, err := Stat(full)
	return i, named(err, name)
}

// CopyFS copies all of a file system into a folder.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := dir
		if path != "." {
			target += "/" + path
		}
		if d.IsDir() {
			return MkdirAll(target, 0777)
		}
		if !d.Type().IsRegular() {
			return pathError("CopyFS", path, ErrInvalid)
		}
		i, err := d.Info()
		if err != nil {
			return err
		}
		data, err := fs.ReadFile(fsys, path)
		if err != nil {
			return err
		}
		f, err := OpenFile(target, O_CREATE|O_EXCL|O_WRONLY, 0666|i.Mode()&0777)
		if err != nil {
			return err
		}
		f.Write(data)
		return f.Close()
	})
}
