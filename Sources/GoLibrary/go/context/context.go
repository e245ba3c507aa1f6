// Package context carries deadlines, cancellation and values from a task to
// all that works for it. Contexts form a tree: cancelling one cancels all below.
package context

import (
	"errors"
	"internal/rt"
	"time"
	"unsafe"
)

// A Context is a place in the tree.
type Context interface {
	// Deadline is when the work will be cancelled, if that is known.
	Deadline() (deadline time.Time, ok bool)
	// Done is closed when the work is to stop; nil if that never happens.
	Done() <-chan struct{}
	// Err is nil until Done is closed, then Canceled or DeadlineExceeded.
	Err() error
	// Value is what is kept under key here or above, or nil.
	Value(key any) any
}

// Canceled is the Err of a cancelled Context.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the Err of a Context whose deadline has passed.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

// A CancelFunc cancels a Context; all calls but the first do nothing.
type CancelFunc func()

// A CancelCauseFunc cancels a Context and says why.
type CancelCauseFunc func(cause error)

// emptyCtx is a Context that is never cancelled and holds nothing.
type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return deadline, false }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

// Background is the root of a tree.
func Background() Context { return backgroundCtx{} }

// TODO is a root for where it is not clear yet which Context to use.
func TODO() Context { return todoCtx{} }

func nameOf(c Context) string {
	if s, ok := c.(interface{ String() string }); ok {
		return s.String()
	}
	var a any = c
	return rt.TypeString((*rt.Empty)(unsafe.Pointer(&a)).Type)
}

func require(parent Context) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
}

// WithCancel is a child that the function cancels.
func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := newCancelCtx(parent)
	return c, func() { c.cancel(true, Canceled, nil) }
}

// WithCancelCause is a child that the function cancels with a cause.
func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := newCancelCtx(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

func newCancelCtx(parent Context) *cancelCtx {
	require(parent)
	c := new(cancelCtx)
	c.attach(parent, c)
	return c
}

// WithDeadline is a child that is cancelled at the given time at the latest.
func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

// WithTimeout is a child that is cancelled after the given time at the latest.
func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithDeadline(parent, time.Now().Add(timeout))
}

// WithTimeoutCause is WithTimeout with a cause for when the time is over.
func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
}

// WithDeadlineCause is WithDeadline with a cause for when the time is over.
func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	require(parent)
	if earlier, ok := parent.Deadline(); ok && earlier.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.attach(parent, c)
	left := time.Until(d)
	if left <= 0 {
		c.cancel(true, DeadlineExceeded, cause)
		return c, func() { c.cancel(false, Canceled, nil) }
	}
	c.mu.Lock()
	if c.err == nil {
		c.timer = time.AfterFunc(left, func() { c.cancel(true, DeadlineExceeded, cause) })
	}
	c.mu.Unlock()
	return c, func() { c.cancel(true, Canceled, nil) }
}

// Cause is why c was cancelled, or nil.
func Cause(c Context) error {
	if cc, ok := c.Value(&cancelKey).(*cancelCtx); ok {
		cc.mu.Lock()
		defer cc.mu.Unlock()
		return cc.cause
	}
	return c.Err()
}

// AfterFunc has f called, in a goroutine of its own, once ctx is cancelled;
// stop takes that back and reports whether it was in time.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.attach(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancel(true, Canceled, nil)
		}
		return stopped
	}
}

// WithoutCancel is a child that holds parent's values but is not cancelled with it.
func WithoutCancel(parent Context) Context {
	require(parent)
	return withoutCancelCtx{parent}
}

type withoutCancelCtx struct {
	c Context
}

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return deadline, false }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }

func (c withoutCancelCtx) Value(key any) any {
	if key == &cancelKey {
		return nil // what is above does not cancel this
	}
	return c.c.Value(key)
}

func (c withoutCancelCtx) String() string { return nameOf(c.c) + ".WithoutCancel" }

// WithValue is a child that holds val under key.
func WithValue(parent Context, key, val any) Context {
	require(parent)
	if key == nil {
		panic("nil key")
	}
	if !rt.Comparable((*rt.Empty)(unsafe.Pointer(&key)).Type) {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

type valueCtx struct {
	Context
	key, val any
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return c.Context.Value(key)
}

func (c *valueCtx) String() string {
	return nameOf(c.Context) + ".WithValue(" + show(c.key) + ", " + show(c.val) + ")"
}

// show is a short text for a value.
func show(v any) string {
	switch v := v.(type) {
	case interface{ String() string }:
		return v.String()
	case string:
		return v
	case nil:
		return "<nil>"
	}
	return rt.TypeString((*rt.Empty)(unsafe.Pointer(&v)).Type)
}
