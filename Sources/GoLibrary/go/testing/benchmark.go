package testing

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"
)

// benchTime is how long a benchmark is to take, on the virtual clock: far less
// than Go's second, since that clock counts what the machine does.
const benchTime = 10 * time.Millisecond

// A B is a benchmark under way.
type B struct {
	common
	N int

	on       bool
	start    time.Time
	elapsed  time.Duration
	blocks   uint64
	bytes    uint64
	perRound int64
	extra    map[string]float64
	memory   runtime.MemStats
	result   BenchmarkResult
}

// StartTimer goes on counting time.
func (b *B) StartTimer() {
	if !b.on {
		runtime.ReadMemStats(&b.memory)
		b.start = time.Now()
		b.on = true
	}
}

// StopTimer stops counting time.
func (b *B) StopTimer() {
	if !b.on {
		return
	}
	b.elapsed += time.Since(b.start)
	before := b.memory
	runtime.ReadMemStats(&b.memory)
	b.blocks += b.memory.Mallocs - before.Mallocs
	b.bytes += b.memory.TotalAlloc - before.TotalAlloc
	b.on = false
}

// ResetTimer forgets the time so far.
func (b *B) ResetTimer() {
	if b.on {
		runtime.ReadMemStats(&b.memory)
		b.start = time.Now()
	}
	b.elapsed, b.blocks, b.bytes = 0, 0, 0
	clear(b.extra)
}

// Elapsed is the time so far.
func (b *B) Elapsed() time.Duration {
	if b.on {
		return b.elapsed + time.Since(b.start)
	}
	return b.elapsed
}

// SetBytes tells how many bytes a round works on.
func (b *B) SetBytes(n int64) { b.perRound = n }

// ReportAllocs has allocations reported; they always are.
func (b *B) ReportAllocs() {}

// SetParallelism has no effect: there is one processor.
func (b *B) SetParallelism(p int) {}

// ReportMetric adds a number of the benchmark's own to the result.
func (b *B) ReportMetric(n float64, unit string) {
	if unit == "" {
		panic("metric unit must not be empty")
	}
	if strings.ContainsAny(unit, " \t\n") {
		panic("metric unit must not contain whitespace")
	}
	if b.extra == nil {
		b.extra = make(map[string]float64)
	}
	b.extra[unit] = n
}

// rounds runs f with N = n.
func (b *B) rounds(f func(b *B), n int) {
	b.N = n
	b.ResetTimer()
	b.StartTimer()
	f(b)
	b.StopTimer()
}

// run runs f with more and more rounds, until they take long enough.
func (b *B) run(f func(b *B)) BenchmarkResult {
	over := make(chan bool)
	go func() {
		defer func() { over <- true }()
		for n := 1; ; {
			b.rounds(f, n)
			if b.failed || b.elapsed >= benchTime || n >= 1e9 {
				break
			}
			wanted := n * 100
			if each := int(b.elapsed) / n; each > 0 {
				wanted = int(benchTime) / each
			}
			n = min(max(wanted+wanted/5, n+1), n*100)
		}
	}()
	<-over
	b.clean()
	b.result = BenchmarkResult{b.N, b.elapsed, b.perRound, b.blocks, b.bytes, b.extra}
	return b.result
}

// Run runs f as a part of the benchmark.
func (b *B) Run(name string, f func(b *B)) bool {
	sub := &B{common: common{name: b.name + "/" + name, parent: &b.common}}
	fmt.Printf("%s\t%s\n", sub.name, sub.run(f))
	return !sub.Failed()
}

// A PB gives the rounds of a parallel benchmark.
type PB struct {
	left *int
}

// Next reports whether there is another round.
func (pb *PB) Next() bool {
	*pb.left--
	return *pb.left >= 0
}

// RunParallel runs body, which takes rounds until there are no more.
func (b *B) RunParallel(body func(*PB)) {
	left := b.N
	body(&PB{&left})
}

// Benchmark runs f as a benchmark.
func Benchmark(f func(b *B)) BenchmarkResult { return new(B).run(f) }

// A BenchmarkResult is what came out of a benchmark.
type BenchmarkResult struct {
	N         int
	T         time.Duration
	Bytes     int64
	MemAllocs uint64
	MemBytes  uint64
	Extra     map[string]float64
}

func (r BenchmarkResult) per(n uint64) int64 {
	if r.N <= 0 {
		return 0
	}
	return int64(n) / int64(r.N)
}

func (r BenchmarkResult) NsPerOp() int64           { return r.per(uint64(r.T.Nanoseconds())) }
func (r BenchmarkResult) AllocsPerOp() int64       { return r.per(r.MemAllocs) }
func (r BenchmarkResult) AllocedBytesPerOp() int64 { return r.per(r.MemBytes) }

// String is the rounds and the time of one.
func (r BenchmarkResult) String() string {
	text := fmt.Sprintf("%8d", r.N)
	if ns := float64(r.T.Nanoseconds()) / float64(max(r.N, 1)); ns != 0 {
		text += "\t" + measure(ns, "ns/op")
	}
	if r.Bytes > 0 && r.T > 0 {
		text += fmt.Sprintf("\t%7.2f MB/s", float64(r.Bytes)*float64(r.N)/1e6/r.T.Seconds())
	}
	units := make([]string, 0, len(r.Extra))
	for unit := range r.Extra {
		units = append(units, unit)
	}
	slices.Sort(units)
	for _, unit := range units {
		text += "\t" + measure(r.Extra[unit], unit)
	}
	return text
}

// measure is a number with as many digits as make sense.
func measure(x float64, unit string) string {
	switch y := max(x, -x); {
	case y == 0 || y >= 999.95:
		return fmt.Sprintf("%10.0f %s", x, unit)
	case y >= 99.995:
		return fmt.Sprintf("%12.1f %s", x, unit)
	case y >= 9.9995:
		return fmt.Sprintf("%13.2f %s", x, unit)
	case y >= 0.99995:
		return fmt.Sprintf("%14.3f %s", x, unit)
	}
	return fmt.Sprintf("%15.4f %s", x, unit)
}

// MemString is the allocations of a round.
func (r BenchmarkResult) MemString() string {
	return fmt.Sprintf("%8d B/op\t%8d allocs/op", r.AllocedBytesPerOp(), r.AllocsPerOp())
}
