// Package sync makes goroutines wait for one another.
package sync

import (
	"internal/rt"
	"sync/atomic"
)

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// noCopy lets vet find copies of what must not be copied.
type noCopy struct{}

func (*noCopy) Lock()   {}
func (*noCopy) Unlock() {}

// A Mutex is held by one goroutine at a time.
//
// Its state has a bit for "locked", a bit for "starving" and the number of
// waiters. A goroutine that runs may lock before one that has just been woken,
// which saves a switch; one that loses so goes to the front of the queue and
// marks the mutex as starving, so that the next Unlock hands it over.
type Mutex struct {
	state int32
	sema  uint32
}

const (
	locked   = 1
	starving = 2
	waiter   = 4
)

// Lock waits until the mutex is free and takes it.
func (m *Mutex) Lock() {
	if !atomic.CompareAndSwapInt32(&m.state, 0, locked) {
		m.lockSlow()
	}
}

// TryLock takes the mutex if it is free and reports whether it did.
func (m *Mutex) TryLock() bool {
	old := atomic.LoadInt32(&m.state)
	return old&(locked|starving) == 0 && atomic.CompareAndSwapInt32(&m.state, old, old|locked)
}

func (m *Mutex) lockSlow() {
	for lost := false; ; {
		old := atomic.LoadInt32(&m.state)
		if old&(locked|starving) == 0 {
			if atomic.CompareAndSwapInt32(&m.state, old, old|locked) {
				return
			}
			continue
		}
		new := old + waiter
		if lost {
			new |= starving
		}
		if atomic.CompareAndSwapInt32(&m.state, old, new) {
			if rt.SemAcquire(&m.sema, lost, rt.WaitMutex) {
				return
			}
			lost = true
		}
	}
}

// Unlock frees the mutex, whoever locked it.
func (m *Mutex) Unlock() {
	new := atomic.AddInt32(&m.state, -locked)
	if new == 0 {
		return
	}
	if (new+locked)&locked == 0 {
		rt.Fatal("sync: unlock of unlocked mutex")
	}
	for {
		old := atomic.LoadInt32(&m.state)
		if old < waiter || old&locked != 0 {
			return // nobody waits, or the new holder will see to it
		}
		handoff := old&starving != 0
		new := old - waiter
		if handoff {
			new = new&^starving | locked
		}
		if atomic.CompareAndSwapInt32(&m.state, old, new) {
			rt.SemRelease(&m.sema, handoff)
			return
		}
	}
}
