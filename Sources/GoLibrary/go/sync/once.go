package sync

import "sync/atomic"

// A Once does something once.
type Once struct {
	done atomic.Uint32
	m    Mutex
}

// Do calls f if it is the first call of Do; other calls wait until f returns.
func (o *Once) Do(f func()) {
	if o.done.Load() == 0 {
		o.first(f)
	}
}

func (o *Once) first(f func()) {
	o.m.Lock()
	defer o.m.Unlock()
	if o.done.Load() == 0 {
		defer o.done.Store(1) // even if f panics
		f()
	}
}

// outcome is what the one call of a function did: return, or panic with a value.
type outcome struct {
	once     Once
	returned bool
	value    any
}

// run calls f the first time, and panics each time if that panicked.
func (o *outcome) run(f func()) {
	o.once.Do(func() {
		defer func() {
			if !o.returned {
				o.value = recover()
				panic(o.value)
			}
		}()
		f()
		o.returned = true
	})
	if !o.returned {
		panic(o.value)
	}
}

// OnceFunc returns a function that calls f the first time only.
func OnceFunc(f func()) func() {
	o := new(outcome)
	return func() {
		o.run(func() {
			f()
			f = nil // it may hold memory that nobody needs any more
		})
	}
}

// OnceValue returns a function that calls f the first time only and returns what that returned.
func OnceValue[T any](f func() T) func() T {
	o := new(outcome)
	var result T
	return func() T {
		o.run(func() {
			result = f()
			f = nil
		})
		return result
	}
}

// OnceValues is OnceValue for two results.
func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) {
	o := new(outcome)
	var r1 T1
	var r2 T2
	return func() (T1, T2) {
		o.run(func() {
			r1, r2 = f()
			f = nil
		})
		return r1, r2
	}
}
