// Package os is the guest's operating system: its arguments, an environment
// that is empty at the start, its three standard files, and a file system in
// the program's own memory, which is there when the program begins and gone
// when it ends.
//
// A File (file.go) does the bookkeeping and leaves the rest to a handle:
// stdio.go for the standard files, open.go for files in memory, pipe.go. The
// tree of files is in node.go; tree.go, change.go and list.go are the
// functions on paths.
package os

import (
	"internal/rt"
	"internal/standard"
	"io"
	"io/fs"
	"syscall"
	"time"
)

// Args is the command line, the program's name first.
var Args = rt.Args()

var (
	Stdin  = &File{name: "/dev/stdin", handle: stdio(0)}
	Stdout = &File{name: "/dev/stdout", handle: stdio(1)}
	Stderr = &File{name: "/dev/stderr", handle: stdio(2)}
)

func init() {
	standard.Input = func() io.Reader { return Stdin }
	standard.Output = func() io.Writer { return Stdout }
}

// Exit ends the program at once: deferred calls do not run.
func Exit(code int) { rt.Exit(code) }

// A Signal is a signal of the operating system's.
type Signal interface {
	String() string
	Signal()
}

var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// The process. No two runs disagree on these.

func Getpid() int               { return 1 }
func Getppid() int              { return 0 }
func Getuid() int               { return 1000 }
func Geteuid() int              { return 1000 }
func Getgid() int               { return 1000 }
func Getegid() int              { return 1000 }
func Getgroups() ([]int, error) { return []int{1000}, nil }
func Getpagesize() int          { return 4096 }

// Hostname is the simulated machine's name.
func Hostname() (name string, err error) { return "gomem", nil }

// Executable is the path of the running program.
func Executable() (string, error) { return "/home/gopher/" + base(Args[0]), nil }

// A FileInfo tells about a file.
type FileInfo = fs.FileInfo

// A FileMode is a file's kind and permissions.
type FileMode = fs.FileMode

// A DirEntry is an entry of a directory.
type DirEntry = fs.DirEntry

// A PathError tells which operation on which file failed, and why.
type PathError = fs.PathError

const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

const (
	O_RDONLY int = 0
	O_WRONLY int = 1
	O_RDWR   int = 2
	O_CREATE int = 0x40
	O_EXCL   int = 0x80
	O_TRUNC  int = 0x200
	O_APPEND int = 0x400
	O_SYNC   int = 0x101000
)

const (
	SEEK_SET int = 0
	SEEK_CUR int = 1
	SEEK_END int = 2
)

const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

// IsPathSeparator reports whether c separates a path's elements.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// info is what Stat tells of a node.
type info struct {
	node *node
	name string
	size int64
	mode FileMode
	time time.Time
}

func (i *info) Name() string       { return i.name }
func (i *info) Size() int64        { return i.size }
func (i *info) Mode() FileMode     { return i.mode }
func (i *info) ModTime() time.Time { return i.time }
func (i *info) IsDir() bool        { return i.mode.IsDir() }
func (i *info) Sys() any           { return nil }

// SameFile reports whether two results of Stat are about the same file.
func SameFile(a, b FileInfo) bool {
	x, ok := a.(*info)
	y, also := b.(*info)
	return ok && also && x.node == y.node
}
