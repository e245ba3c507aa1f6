package os

import (
	"internal/rt"
	"syscall"
	"time"
)

// A node is a file, a folder, a link or a device of the tree.
type node struct {
	mode     FileMode
	data     []byte
	target   string // of a symbolic link
	children []entry
	parent   *node // of a folder; the root's is itself
	time     int64 // of the last change, on the virtual clock
}

// An entry is a name in a folder. A folder's entries are in the order of names.
type entry struct {
	name string
	node *node
}

// A tree is the file system.
type tree struct {
	root    *node
	current *node
	last    uintptr // descriptor given out
}

var theTree *tree

// files is the tree, planted at its first use.
func files() *tree {
	if theTree == nil {
		root := &node{mode: ModeDir | 0755}
		root.parent = root
		theTree = &tree{root: root, last: 2}
		root.add("tmp", &node{mode: ModeDir | ModeSticky | 0777})
		dev := root.add("dev", &node{mode: ModeDir | 0755})
		dev.add("null", &node{mode: ModeDevice | ModeCharDevice | 0666})
		theTree.current = root.add("home", &node{mode: ModeDir | 0755}).add("gopher", &node{mode: ModeDir | 0755})
	}
	return theTree
}

// place is where name stands among n's children, or where it would.
func (n *node) place(name string) (int, bool) {
	low, high := 0, len(n.children)
	for low < high {
		middle := (low + high) / 2
		if n.children[middle].name < name {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < len(n.children) && n.children[low].name == name
}

func (n *node) add(name string, child *node) *node {
	i, _ := n.place(name)
	n.children = append(n.children, entry{})
	copy(n.children[i+1:], n.children[i:])
	n.children[i] = entry{name, child}
	if child.mode.IsDir() {
		child.parent = n
	}
	child.touch()
	n.touch()
	return child
}

func (n *node) remove(name string) {
	if i, ok := n.place(name); ok {
		n.children = append(n.children[:i], n.children[i+1:]...)
		n.touch()
	}
}

func (n *node) child(name string) *node {
	switch name {
	case ".":
		return n
	case "..":
		return n.parent
	}
	if i, ok := n.place(name); ok {
		return n.children[i].node
	}
	return nil
}

func (n *node) touch() { n.time = rt.Now() }

func (n *node) resize(size int64) {
	if size <= int64(len(n.data)) {
		n.data = n.data[:size]
	} else {
		n.data = append(n.data, make([]byte, size-int64(len(n.data)))...)
	}
	n.touch()
}

// setMode keeps the kind.
func (n *node) setMode(mode FileMode) {
	const settable = ModePerm | ModeSetuid | ModeSetgid | ModeSticky
	n.mode = n.mode&^settable | mode&settable
}

// may reports whether the owner may do what one of the bits r 4, w 2, x 1 is for.
func (n *node) may(bits FileMode) bool { return n.mode>>6&bits == bits }

func (n *node) info(name string) *info {
	i := &info{node: n, name: name, mode: n.mode, size: int64(len(n.data)), time: time.Now().Add(time.Duration(n.time - rt.Now()))}
	switch {
	case n.mode.IsDir():
		i.size = 4096
	case n.mode&ModeSymlink != 0:
		i.size = int64(len(n.target))
	}
	return i
}

// base is a path's last element.
func base(path string) string {
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' && len(path) > 1 {
			return path[i+1:]
		}
	}
	return path
}

// maxLinks is how many symbolic links a path may lead through.
const maxLinks = 40

// walk follows path, from dir where it does not begin at the root. It returns
// the folder that the last element is in, that element, and its node, nil if
// there is none; follow tells whether a symbolic link at the end counts for
// what it points to.
func (t *tree) walk(dir *node, path string, follow bool, links *int) (parent *node, name string, n *node, err error) {
	if path == "" {
		return nil, "", nil, syscall.ENOENT
	}
	if path[0] == '/' {
		dir = t.root
	}
	parent, name, n = dir, ".", dir
	for i := 0; i < len(path); {
		if path[i] == '/' {
			i++
			continue
		}
		end := i
		for end < len(path) && path[end] != '/' {
			end++
		}
		if n == nil {
			return nil, "", nil, syscall.ENOENT
		}
		if !n.mode.IsDir() {
			return nil, "", nil, syscall.ENOTDIR
		}
		if !n.may(1) {
			return nil, "", nil, syscall.EACCES
		}
		parent, name = n, path[i:end]
		n = parent.child(name)
		i = end
		if n != nil && n.mode&ModeSymlink != 0 && (follow || i < len(path)) {
			if *links++; *links > maxLinks {
				return nil, "", nil, syscall.ELOOP
			}
			parent, name, n, err = t.walk(parent, n.target, true, links)
			if err != nil {
				return nil, "", nil, err
			}
		}
	}
	if path[len(path)-1] == '/' && n != nil && !n.mode.IsDir() {
		return nil, "", nil, syscall.ENOTDIR
	}
	return parent, name, n, nil
}

// find is the node that path leads to.
func (t *tree) find(path string, follow bool) (*node, error) {
	links := 0
	_, _, n, err := t.walk(t.current, path, follow, &links)
	if err == nil && n == nil {
		err = syscall.ENOENT
	}
	return n, err
}

// spot is the folder and the name that path means; the node there may be nil.
func (t *tree) spot(path string, follow bool) (parent *node, name string, n *node, err error) {
	links := 0
	return t.walk(t.current, path, follow, &links)
}

// owned is the error of giving a file to somebody else.
func owned(uid, gid int) error {
	if uid != -1 && uid != Getuid() || gid != -1 && gid != Getgid() {
		return syscall.EPERM
	}
	return nil
}
