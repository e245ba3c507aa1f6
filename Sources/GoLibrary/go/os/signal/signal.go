// Package signal would deliver signals: on this machine there is nobody to
// send any, so its channels stay empty.
package signal

import (
	"context"
	"os"
)

// Notify has signals sent to c; none ever come.
func Notify(c chan<- os.Signal, sig ...os.Signal) {
	if c == nil {
		panic("os/signal: Notify using nil channel")
	}
}

// Stop ends what Notify began.
func Stop(c chan<- os.Signal) {}

// Ignore has signals ignored.
func Ignore(sig ...os.Signal) {}

// Ignored reports whether a signal is ignored.
func Ignored(sig os.Signal) bool { return false }

// Reset undoes Notify and Ignore.
func Reset(sig ...os.Signal) {}

// NotifyContext is a context that a signal would cancel.
func NotifyContext(parent context.Context, signals ...os.Signal) (ctx context.Context, stop context.CancelFunc) {
	return context.WithCancel(parent)
}
