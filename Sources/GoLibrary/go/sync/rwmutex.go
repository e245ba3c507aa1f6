package sync

import (
	"internal/rt"
	"sync/atomic"
)

// mostReaders is subtracted from the count of readers while a writer waits or writes.
const mostReaders = 1 << 30

// An RWMutex is held by one writer or by any number of readers. Once a writer
// waits, new readers wait behind it.
type RWMutex struct {
	w         Mutex // held by the writer
	writerSem uint32
	readerSem uint32
	readers   atomic.Int32 // that read or wait; minus mostReaders where there is a writer
	leaving   atomic.Int32 // readers that the writer waits for
}

// RLock waits until no writer holds or wants the lock.
func (rw *RWMutex) RLock() {
	if rw.readers.Add(1) < 0 {
		rt.SemAcquire(&rw.readerSem, false, rt.WaitReadLock)
	}
}

// TryRLock is RLock if that need not wait, and reports whether it did.
func (rw *RWMutex) TryRLock() bool {
	for {
		n := rw.readers.Load()
		if n < 0 {
			return false
		}
		if rw.readers.CompareAndSwap(n, n+1) {
			return true
		}
	}
}

// RUnlock undoes one RLock.
func (rw *RWMutex) RUnlock() {
	n := rw.readers.Add(-1)
	if n >= 0 {
		return
	}
	if n+1 == 0 || n+1 == -mostReaders {
		rt.Fatal("sync: RUnlock of unlocked RWMutex")
	}
	if rw.leaving.Add(-1) == 0 {
		rt.SemRelease(&rw.writerSem, false)
	}
}

// Lock waits until no one else holds the lock.
func (rw *RWMutex) Lock() {
	rw.w.Lock()
	n := rw.readers.Add(-mostReaders) + mostReaders
	if n != 0 && rw.leaving.Add(n) != 0 {
		rt.SemAcquire(&rw.writerSem, false, rt.WaitWriteLock)
	}
}

// TryLock is Lock if that need not wait, and reports whether it did.
func (rw *RWMutex) TryLock() bool {
	if !rw.w.TryLock() {
		return false
	}
	if !rw.readers.CompareAndSwap(0, -mostReaders) {
		rw.w.Unlock()
		return false
	}
	return true
}

// Unlock undoes Lock and lets the readers that wait go on.
func (rw *RWMutex) Unlock() {
	n := rw.readers.Add(mostReaders)
	if n >= mostReaders {
		rt.Fatal("sync: Unlock of unlocked RWMutex")
	}
	for ; n > 0; n-- {
		rt.SemRelease(&rw.readerSem, false)
	}
	rw.w.Unlock()
}

// RLocker is a Locker whose methods are RLock and RUnlock.
func (rw *RWMutex) RLocker() Locker { return (*rlocker)(rw) }

type rlocker RWMutex

func (r *rlocker) Lock()   { (*RWMutex)(r).RLock() }
func (r *rlocker) Unlock() { (*RWMutex)(r).RUnlock() }
