// Package filepath works on paths of files, which here are written with slashes.
package filepath

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

const (
	Separator     = os.PathSeparator
	ListSeparator = os.PathListSeparator
)

// ErrBadPattern says that a pattern is not well formed.
var ErrBadPattern = path.ErrBadPattern

// What a WalkFunc returns to leave out a folder, or all that is left.
var (
	SkipDir = fs.SkipDir
	SkipAll = fs.SkipAll
)

// Clean is the shortest path that means the same by its text.
func Clean(p string) string { return path.Clean(p) }

// Join puts separators between the elements that are not empty, and cleans the result.
func Join(elem ...string) string { return path.Join(elem...) }

// Split cuts path behind its last separator.
func Split(p string) (dir, file string) { return path.Split(p) }

// Ext is the last element's extension with its dot, or "".
func Ext(p string) string { return path.Ext(p) }

// Base is the last element.
func Base(p string) string { return path.Base(p) }

// Dir is all but the last element.
func Dir(p string) string { return path.Dir(p) }

// IsAbs reports whether the path begins at the root.
func IsAbs(p string) bool { return path.IsAbs(p) }

// Match reports whether name is of the form that pattern gives; see path.Match.
func Match(pattern, name string) (matched bool, err error) { return path.Match(pattern, name) }

// ToSlash and FromSlash have nothing to change.

func ToSlash(p string) string { return p }

func FromSlash(p string) string { return p }

// VolumeName is "": there are no volumes.
func VolumeName(p string) string { return "" }

// SplitList is the paths of a list, as environment variables hold them.
func SplitList(list string) []string {
	if list == "" {
		return []string{}
	}
	return strings.Split(list, string(ListSeparator))
}

// IsLocal reports whether the path, by its text, stays below the folder that it begins in.
func IsLocal(p string) bool {
	if p == "" || IsAbs(p) {
		return false
	}
	clean := Clean(p)
	return clean != ".." && !strings.HasPrefix(clean, "../")
}

// Localize is a path with slashes as a file's.
func Localize(p string) (string, error) {
	if !fs.ValidPath(p) || strings.IndexByte(p, 0) >= 0 {
		return "", errors.New("invalid path")
	}
	return p, nil
}

// HasPrefix is strings.HasPrefix.
func HasPrefix(p, prefix string) bool { return strings.HasPrefix(p, prefix) }

// Abs is the path from the root on.
func Abs(p string) (string, error) {
	if IsAbs(p) {
		return Clean(p), nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	return Join(dir, p), nil
}

// Rel is the path that leads from basepath to targpath.
func Rel(basepath, targpath string) (string, error) {
	from, to := Clean(basepath), Clean(targpath)
	if from == to {
		return ".", nil
	}
	elements := func(p string) []string {
		if p = strings.TrimPrefix(p, "/"); p == "." || p == "" {
			return nil
		}
		return strings.Split(p, "/")
	}
	a, b := elements(from), elements(to)
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	if IsAbs(from) != IsAbs(to) || slices.Contains(a, "..") {
		return "", errors.New("Rel: can't make " + targpath + " relative to " + basepath)
	}
	up := make([]string, len(a), len(a)+len(b))
	for i := range up {
		up[i] = ".."
	}
	return strings.Join(append(up, b...), "/"), nil
}

// EvalSymlinks is the path without symbolic links.
func EvalSymlinks(p string) (string, error) {
	if p == "" {
		return "", nil
	}
	if _, err := os.Stat(p); err != nil {
		if e, ok := err.(*fs.PathError); ok {
			e.Op = "lstat"
		}
		return "", err
	}
	done := ""
	if IsAbs(p) {
		done = "/"
	}
	rest := strings.Split(p, "/")
	for len(rest) > 0 {
		elem := rest[0]
		rest = rest[1:]
		if elem == "" || elem == "." {
			continue
		}
		next := elem
		if done != "" {
			next = Join(done, elem)
			if elem == ".." && !IsAbs(done) && Base(done) == ".." {
				next = done + "/.."
			}
		}
		if target, err := os.Readlink(next); err == nil {
			if IsAbs(target) {
				done = "/"
			}
			rest = append(strings.Split(target, "/"), rest...)
			continue
		}
		done = next
	}
	if done == "" {
		done = "."
	}
	return done, nil
}

// A WalkFunc is called for each file; err tells what was wrong with path.
type WalkFunc func(path string, info fs.FileInfo, err error) error

// WalkDir calls fn for root and all that is below it, in the order of names.
func WalkDir(root string, fn fs.WalkDirFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walkDir(root, fs.FileInfoToDirEntry(info), fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walkDir(name string, d fs.DirEntry, fn fs.WalkDirFunc) error {
	if err := fn(name, d, nil); err != nil || !d.IsDir() {
		if err == SkipDir && d.IsDir() {
			err = nil
		}
		return err
	}
	entries, err := os.ReadDir(name)
	if err != nil {
		if err = fn(name, d, err); err != nil {
			if err == SkipDir {
				err = nil
			}
			return err
		}
	}
	for _, e := range entries {
		if err := walkDir(Join(name, e.Name()), e, fn); err != nil {
			if err == SkipDir {
				break
			}
			return err
		}
	}
	return nil
}

// Walk is WalkDir with all that Lstat tells.
func Walk(root string, fn WalkFunc) error {
	info, err := os.Lstat(root)
	if err != nil {
		err = fn(root, nil, err)
	} else {
		err = walk(root, info, fn)
	}
	if err == SkipDir || err == SkipAll {
		return nil
	}
	return err
}

func walk(name string, info fs.FileInfo, fn WalkFunc) error {
	if !info.IsDir() {
		return fn(name, info, nil)
	}
	entries, err := os.ReadDir(name)
	if called := fn(name, info, err); err != nil || called != nil {
		// Of a folder that cannot be read, or that fn does not want, nothing more is visited.
		if called == SkipDir {
			return nil
		}
		return called
	}
	for _, e := range entries {
		below := Join(name, e.Name())
		info, err := os.Lstat(below)
		if err != nil {
			if err = fn(below, info, err); err != nil && err != SkipDir {
				return err
			}
			continue
		}
		if err = walk(below, info, fn); err == SkipDir {
			return nil // from a file: the rest of its folder
		} else if err != nil {
			return err
		}
	}
	return nil
}

// Glob is the files that match pattern, those that cannot be looked at left out.
func Glob(pattern string) (matches []string, err error) {
	if _, err := Match(pattern, ""); err != nil {
		return nil, err
	}
	if !strings.ContainsAny(pattern, `*?[\`) {
		if _, err := os.Lstat(pattern); err != nil {
			return nil, nil
		}
		return []string{pattern}, nil
	}
	dir, last := Split(pattern)
	switch {
	case dir == "":
		dir = "."
	case len(dir) > 1:
		dir = dir[:len(dir)-1]
	}
	dirs := []string{dir}
	if strings.ContainsAny(dir, `*?[\`) {
		if dirs, err = Glob(dir); err != nil {
			return nil, err
		}
	}
	for _, d := range dirs {
		entries, err := os.ReadDir(d)
		if err != nil {
			continue
		}
		for _, e := range entries {
			if ok, err := Match(last, e.Name()); err != nil {
				return matches, err
			} else if ok {
				matches = append(matches, Join(d, e.Name()))
			}
		}
	}
	return matches, nil
}
