package sync

import (
	"internal/rt"
	"sync/atomic"
)

// A WaitGroup waits for a number of goroutines to be done.
type WaitGroup struct {
	noCopy noCopy
	state  atomic.Uint64 // the counter above, the number of waiters below
	sema   uint32
}

// Add adds delta, which may be negative, to the counter. At 0 the waiters go on.
func (wg *WaitGroup) Add(delta int) {
	state := wg.state.Add(uint64(delta) << 32)
	counter, waiters := int32(state>>32), uint32(state)
	if counter < 0 {
		panic("sync: negative WaitGroup counter")
	}
	if waiters != 0 && delta > 0 && counter == int32(delta) {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	if counter > 0 || waiters == 0 {
		return
	}
	if wg.state.Load() != state {
		panic("sync: WaitGroup misuse: Add called concurrently with Wait")
	}
	wg.state.Store(0)
	for ; waiters > 0; waiters-- {
		rt.SemRelease(&wg.sema, false)
	}
}

// Done takes 1 from the counter.
func (wg *WaitGroup) Done() { wg.Add(-1) }

// Wait waits until the counter is 0.
func (wg *WaitGroup) Wait() {
	for {
		state := wg.state.Load()
		if int32(state>>32) == 0 {
			return
		}
		if wg.state.CompareAndSwap(state, state+1) {
			rt.SemAcquire(&wg.sema, false, rt.WaitGroup)
			if wg.state.Load() != 0 {
				panic("sync: WaitGroup is reused before previous Wait has returned")
			}
			return
		}
	}
}
