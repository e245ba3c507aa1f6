// Package runtime is the guest's side of the machine: what it may ask about
// memory and goroutines, and the errors that the machine raises.
package runtime

const (
	GOOS     = "linux"
	Compiler = "gc"
)

// Version is the Go release whose behaviour is reproduced.
func Version() string { return "go1.23" }

// GOROOT has nothing to point at on this machine.
func GOROOT() string { return "/usr/local/go" }

// GC runs a full collection and returns when it is done.
func GC()

// KeepAlive keeps x reachable up to this call.
func KeepAlive(x any) {
	if keptAlive {
		println(x)
	}
}

// keptAlive is never set: the compiler cannot know, so x stays alive.
var keptAlive bool

// NumGoroutine is the number of goroutines that have not ended.
func NumGoroutine() int

// NumCPU is the number of processors of the simulated machine.
func NumCPU() int

// GOMAXPROCS sets how many goroutines may run at once, where n is above 0,
// and returns the previous setting.
func GOMAXPROCS(n int) int

// Gosched lets other goroutines run.
func Gosched()

// Goexit ends the goroutine after running its deferred calls.
func Goexit()

// MemStats counts what the allocator and the collector did. Sizes are in
// bytes, times in nanoseconds of the virtual clock.
type MemStats struct {
	Alloc         uint64 // of live and not yet swept blocks
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64 // blocks allocated
	Frees         uint64 // blocks freed
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64 // heap size that starts the next collection
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// ReadMemStats fills m.
func ReadMemStats(m *MemStats)

// Stack writes the goroutine's traceback, or that of all, into buf and returns its length.
func Stack(buf []byte, all bool) int

// Caller tells where the function skip frames above its caller is.
func Caller(skip int) (pc uintptr, file string, line int, ok bool)

// LockOSThread has nothing to do: there are no threads.
func LockOSThread() {}

// UnlockOSThread undoes LockOSThread.
func UnlockOSThread() {}

// NumCgoCall is 0: there is no C.
func NumCgoCall() int64 { return 0 }

// Breakpoint would stop under a debugger.
func Breakpoint() {}

// A Pinner would keep objects where they are; here nothing moves.
type Pinner struct {
	pinned []any
}

// Pin keeps the object that pointer points to in memory.
func (p *Pinner) Pin(pointer any) { p.pinned = append(p.pinned, pointer) }

// Unpin lets go of all pinned objects.
func (p *Pinner) Unpin() { p.pinned = nil }
