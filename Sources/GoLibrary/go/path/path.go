// Package path works on paths with slashes.
package path

import "errors"

// Clean is the shortest path that means the same by its text: no empty and no
// "." elements, no ".." behind another element, none behind the root.
func Clean(path string) string {
	if path == "" {
		return "."
	}
	rooted := path[0] == '/'
	parts := make([]string, 0, 8)
	for i := 0; i < len(path); {
		if path[i] == '/' {
			i++
			continue
		}
		end := i
		for end < len(path) && path[end] != '/' {
			end++
		}
		part := path[i:end]
		i = end
		switch {
		case part == ".":
		case part != "..":
			parts = append(parts, part)
		case len(parts) > 0 && parts[len(parts)-1] != "..":
			parts = parts[:len(parts)-1]
		case !rooted:
			parts = append(parts, part)
		}
	}
	text := make([]byte, 0, len(path))
	if rooted {
		text = append(text, '/')
	}
	for i, part := range parts {
		if i > 0 {
			text = append(text, '/')
		}
		text = append(text, part...)
	}
	if len(text) == 0 {
		return "."
	}
	return string(text)
}

// lastSlash is the index of the last slash, or -1.
func lastSlash(path string) int {
	i := len(path) - 1
	for i >= 0 && path[i] != '/' {
		i--
	}
	return i
}

// Split cuts path behind its last slash.
func Split(path string) (dir, file string) {
	i := lastSlash(path)
	return path[:i+1], path[i+1:]
}

// Join puts slashes between the elements that are not empty, and cleans the result.
func Join(elem ...string) string {
	text := make([]byte, 0, 64)
	for _, e := range elem {
		if e == "" {
			continue
		}
		if len(text) > 0 {
			text = append(text, '/')
		}
		text = append(text, e...)
	}
	if len(text) == 0 {
		return ""
	}
	return Clean(string(text))
}

// Ext is the last element's extension with its dot, or "".
func Ext(path string) string {
	for i := len(path) - 1; i >= 0 && path[i] != '/'; i-- {
		if path[i] == '.' {
			return path[i:]
		}
	}
	return ""
}

// Base is the last element.
func Base(path string) string {
	if path == "" {
		return "."
	}
	for len(path) > 0 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	if path == "" {
		return "/"
	}
	return path[lastSlash(path)+1:]
}

// Dir is all but the last element.
func Dir(path string) string {
	dir, _ := Split(path)
	return Clean(dir)
}

// IsAbs reports whether the path begins at the root.
func IsAbs(path string) bool { return len(path) > 0 && path[0] == '/' }

// ErrBadPattern says that a pattern is not well formed.
var ErrBadPattern = errors.New("syntax error in pattern")
