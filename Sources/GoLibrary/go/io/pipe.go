package io

// A pipe hands each write to readers, without a buffer between. (Channels
// serve as locks and to wait: package fmt should not need package sync.)
type pipe struct {
	writing chan bool // full while there is a writer: one at a time
	held    chan bool // full while somebody looks at what follows
	changed chan bool // closed when it changes
	data    []byte    // of the write that is under way
	busy    bool
	readErr error // what writers get once the reader is closed
	err     error // what readers get once the writer is closed
}

func (p *pipe) lock() { p.held <- true }

func (p *pipe) unlock() { <-p.held }

// wait gives up the lock until something has changed.
func (p *pipe) wait() {
	changed := p.changed
	p.unlock()
	<-changed
	p.lock()
}

func (p *pipe) wake() {
	close(p.changed)
	p.changed = make(chan bool)
}

// A PipeReader is the end of a pipe to read from.
type PipeReader struct {
	p *pipe
}

// A PipeWriter is the end of a pipe to write to.
type PipeWriter struct {
	p *pipe
}

// Pipe makes a pipe: a Write returns when Reads have taken all of it.
func Pipe() (*PipeReader, *PipeWriter) {
	p := &pipe{writing: make(chan bool, 1), held: make(chan bool, 1), changed: make(chan bool)}
	return &PipeReader{p}, &PipeWriter{p}
}

// Read waits for a writer, and takes what it writes.
func (r *PipeReader) Read(data []byte) (n int, err error) {
	p := r.p
	p.lock()
	defer p.unlock()
	for {
		switch {
		case p.readErr != nil:
			return 0, ErrClosedPipe
		case p.busy:
			n = copy(data, p.data)
			p.data = p.data[n:]
			if len(p.data) == 0 {
				p.busy = false
			}
			p.wake()
			return n, nil
		case p.err != nil:
			return 0, p.err
		}
		p.wait()
	}
}

// Close makes writes fail with ErrClosedPipe.
func (r *PipeReader) Close() error { return r.CloseWithError(nil) }

// CloseWithError makes writes fail with err.
func (r *PipeReader) CloseWithError(err error) error {
	if err == nil {
		err = ErrClosedPipe
	}
	r.p.lock()
	defer r.p.unlock()
	if r.p.readErr == nil {
		r.p.readErr = err
	}
	r.p.wake()
	return nil
}

// Write waits until readers have taken data, or the reader is closed.
func (w *PipeWriter) Write(data []byte) (n int, err error) {
	p := w.p
	p.writing <- true
	defer func() { <-p.writing }()
	p.lock()
	defer p.unlock()
	if p.err != nil {
		return 0, ErrClosedPipe
	}
	if p.readErr != nil {
		return 0, p.readErr
	}
	p.data, p.busy = data, true
	p.wake()
	for p.busy && p.readErr == nil && p.err == nil {
		p.wait()
	}
	n = len(data) - len(p.data)
	if p.busy {
		err = ErrClosedPipe
		if p.err == nil {
			err = p.readErr
		}
	}
	p.data, p.busy = nil, false
	return n, err
}

// Close makes reads end with EOF.
func (w *PipeWriter) Close() error { return w.CloseWithError(nil) }

// CloseWithError makes reads end with err.
func (w *PipeWriter) CloseWithError(err error) error {
	if err == nil {
		err = EOF
	}
	w.p.lock()
	defer w.p.unlock()
	if w.p.err == nil {
		w.p.err = err
	}
	w.p.wake()
	return nil
}
