package sync

import (
	"internal/rt"
	"unsafe"
)

// A Cond lets goroutines wait until something they watch under L has changed.
type Cond struct {
	noCopy noCopy
	// L is held when the condition is looked at or changed.
	L     Locker
	m     Mutex // guards the queue
	first *sleeper
	last  *sleeper
	_     uintptr
	self  uintptr // to notice copies
}

// A sleeper is a goroutine in Wait.
type sleeper struct {
	sema uint32
	next *sleeper
}

// NewCond makes a Cond with the given lock.
func NewCond(l Locker) *Cond { return &Cond{L: l} }

func (c *Cond) check() {
	here := uintptr(unsafe.Pointer(c))
	if c.self == 0 {
		c.self = here
	} else if c.self != here {
		panic("sync.Cond is copied")
	}
}

// Wait unlocks L, waits for Signal or Broadcast, and locks L again.
func (c *Cond) Wait() {
	c.check()
	s := new(sleeper)
	c.m.Lock()
	if c.last == nil {
		c.first = s
	} else {
		c.last.next = s
	}
	c.last = s
	c.m.Unlock()
	c.L.Unlock()
	rt.SemAcquire(&s.sema, false, rt.WaitCond)
	c.L.Lock()
}

// Signal wakes the goroutine that has waited longest, if there is one.
func (c *Cond) Signal() {
	c.check()
	c.m.Lock()
	s := c.first
	if s != nil {
		c.first = s.next
		if c.first == nil {
			c.last = nil
		}
	}
	c.m.Unlock()
	if s != nil {
		rt.SemRelease(&s.sema, false)
	}
}

// Broadcast wakes all that wait.
func (c *Cond) Broadcast() {
	c.check()
	c.m.Lock()
	s := c.first
	c.first, c.last = nil, nil
	c.m.Unlock()
	for ; s != nil; s = s.next {
		rt.SemRelease(&s.sema, false)
	}
}
