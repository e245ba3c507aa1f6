package debug

import (
	"os"
	"runtime"
	"time"
)

// Stack is the trace of the goroutine that calls it.
func Stack() []byte {
	for size := 1024; ; size *= 2 {
		buf := make([]byte, size)
		if n := runtime.Stack(buf, false); n < size {
			return buf[:n]
		}
	}
}

// PrintStack prints the trace to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// SetTraceback has no effect: traces are always those of the failing goroutine.
func SetTraceback(level string) {}

// SetPanicOnFault reports false, what it was: faults at odd addresses end the program.
func SetPanicOnFault(enabled bool) bool { return false }

// SetMaxThreads reports the limit, which nothing here can reach.
func SetMaxThreads(threads int) int { return 10000 }

// GCStats tells about collections.
type GCStats struct {
	LastGC         time.Time
	NumGC          int64
	PauseTotal     time.Duration
	Pause          []time.Duration
	PauseEnd       []time.Time
	PauseQuantiles []time.Duration
}

// ReadGCStats fills stats.
func ReadGCStats(stats *GCStats) {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	stats.NumGC = int64(m.NumGC)
	stats.PauseTotal = time.Duration(m.PauseTotalNs)
}
