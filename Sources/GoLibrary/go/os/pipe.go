package os

import (
	"io"
	"sync"
	"syscall"
)

// pipeRoom is how many bytes a pipe holds before writers wait.
const pipeRoom = 65536

// A pipe is what is between two files.
type pipe struct {
	m           sync.Mutex
	changed     sync.Cond
	data        []byte
	readClosed  bool
	writeClosed bool
}

// Pipe makes two files: what is written to w can be read from r.
func Pipe() (r *File, w *File, err error) {
	p := new(pipe)
	p.changed.L = &p.m
	t := files()
	t.last += 2
	r = &File{name: "|0", handle: &pipeEnd{p, false, t.last - 1}}
	w = &File{name: "|1", handle: &pipeEnd{p, true, t.last}}
	return r, w, nil
}

// A pipeEnd is a handle of one end.
type pipeEnd struct {
	pipe   *pipe
	writes bool
	fd     uintptr
}

func (e *pipeEnd) node() *node         { return &node{mode: ModeNamedPipe | 0600} }
func (e *pipeEnd) opened() *openFile   { return nil }
func (e *pipeEnd) descriptor() uintptr { return e.fd }

func (e *pipeEnd) read(b []byte) (n int, err error) {
	if e.writes {
		return 0, syscall.EBADF
	}
	p := e.pipe
	p.m.Lock()
	defer p.m.Unlock()
	for len(p.data) == 0 {
		if p.readClosed {
			return 0, ErrClosed
		}
		if p.writeClosed {
			return 0, io.EOF
		}
		p.changed.Wait()
	}
	n = copy(b, p.data)
	p.data = p.data[n:]
	p.changed.Broadcast()
	return n, nil
}

func (e *pipeEnd) write(b []byte) (n int, err error) {
	if !e.writes {
		return 0, syscall.EBADF
	}
	p := e.pipe
	p.m.Lock()
	defer p.m.Unlock()
	for len(b) > 0 {
		if p.readClosed {
			return n, syscall.EPIPE
		}
		if p.writeClosed {
			return n, ErrClosed
		}
		part := b[:min(len(b), pipeRoom-len(p.data))]
		if len(part) == 0 {
			p.changed.Wait()
			continue
		}
		p.data = append(p.data, part...)
		b = b[len(part):]
		n += len(part)
		p.changed.Broadcast()
	}
	return n, nil
}

func (e *pipeEnd) close() error {
	e.pipe.m.Lock()
	defer e.pipe.m.Unlock()
	if e.writes {
		e.pipe.writeClosed = true
	} else {
		e.pipe.readClosed = true
	}
	e.pipe.changed.Broadcast()
	return nil
}
