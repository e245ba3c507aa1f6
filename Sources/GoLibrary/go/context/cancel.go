package context

import (
	"sync"
	"time"
)

// cancelKey is the key under which a cancelCtx finds itself.
var cancelKey int

// A canceler is a child that its parent cancels.
type canceler interface {
	// cancel closes Done; detach tells whether the parent must forget the child.
	cancel(detach bool, err, cause error)
	Done() <-chan struct{}
}

// cancelCtx is a Context that can be cancelled.
type cancelCtx struct {
	Context // the parent

	mu       sync.Mutex
	done     chan struct{} // made when first asked for
	children []canceler    // in the order in which they came
	err      error
	cause    error
	stop     func() bool // forgets this child of a parent that has an AfterFunc method
}

func (c *cancelCtx) Value(key any) any {
	if key == &cancelKey {
		return c
	}
	return c.Context.Value(key)
}

func (c *cancelCtx) Done() <-chan struct{} {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.done == nil {
		c.done = make(chan struct{})
	}
	return c.done
}

func (c *cancelCtx) Err() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.err
}

func (c *cancelCtx) String() string { return nameOf(c.Context) + ".WithCancel" }

// ancestor is the nearest cancelCtx at or above parent whose Done is parent's own.
func ancestor(parent Context) *cancelCtx {
	p, ok := parent.Value(&cancelKey).(*cancelCtx)
	if !ok || p.Done() != parent.Done() {
		return nil
	}
	return p
}

// attach sees to it that child, of which c is the base, is cancelled with parent.
func (c *cancelCtx) attach(parent Context, child canceler) {
	c.Context = parent
	done := parent.Done()
	if done == nil {
		return
	}
	select {
	case <-done:
		child.cancel(false, parent.Err(), Cause(parent))
		return
	default:
	}
	if p := ancestor(parent); p != nil {
		p.mu.Lock()
		err, cause := p.err, p.cause
		if err == nil {
			p.children = append(p.children, child)
		}
		p.mu.Unlock()
		if err != nil {
			child.cancel(false, err, cause)
		}
		return
	}
	// A Context of another make: it calls back, or a goroutine waits for it.
	if a, ok := parent.(interface{ AfterFunc(func()) func() bool }); ok {
		c.mu.Lock()
		c.stop = a.AfterFunc(func() { child.cancel(false, parent.Err(), Cause(parent)) })
		c.mu.Unlock()
		return
	}
	go func() {
		select {
		case <-done:
			child.cancel(false, parent.Err(), Cause(parent))
		case <-child.Done():
		}
	}()
}

func (c *cancelCtx) cancel(detach bool, err, cause error) { c.close(c, detach, err, cause) }

// close cancels c, the base of self, and all children, once.
func (c *cancelCtx) close(self canceler, detach bool, err, cause error) {
	if cause == nil {
		cause = err
	}
	c.mu.Lock()
	if c.err != nil {
		c.mu.Unlock()
		return
	}
	c.err, c.cause = err, cause
	if c.done == nil {
		c.done = make(chan struct{})
	}
	close(c.done)
	children := c.children
	c.children = nil
	stop := c.stop
	c.mu.Unlock()
	for _, child := range children {
		child.cancel(false, err, cause)
	}
	if !detach {
		return
	}
	if stop != nil {
		stop()
	} else if c.Context.Done() != nil {
		if p := ancestor(c.Context); p != nil {
			p.forget(self)
		}
	}
}

func (c *cancelCtx) forget(child canceler) {
	c.mu.Lock()
	for i, other := range c.children {
		if other == child {
			c.children = append(c.children[:i:i], c.children[i+1:]...)
			break
		}
	}
	c.mu.Unlock()
}

// timerCtx is a cancelCtx with a deadline.
type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) String() string {
	return nameOf(c.cancelCtx.Context) + ".WithDeadline(" + c.deadline.String() + " [" +
		time.Until(c.deadline).String() + "])"
}

func (c *timerCtx) cancel(detach bool, err, cause error) {
	c.close(c, detach, err, cause)
	c.mu.Lock()
	if c.timer != nil {
		c.timer.Stop()
		c.timer = nil
	}
	c.mu.Unlock()
}

// afterFuncCtx calls a function when it is cancelled.
type afterFuncCtx struct {
	cancelCtx
	once sync.Once // for calling f or else stopping that
	f    func()
}

func (a *afterFuncCtx) cancel(detach bool, err, cause error) {
	a.close(a, detach, err, cause)
	a.once.Do(func() { go a.f() })
}
