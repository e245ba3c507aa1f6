// Package testing runs tests: functions TestXxx(t *testing.T), and ExampleXxx() with an Output comment.
package testing

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"sync"
	"time"
)

// InternalTest is a test function with its name.
type InternalTest struct {
	Name string
	F    func(*T)
}

// verbose is the flag -test.v of the run.
var verbose bool

// Verbose reports whether -test.v is set.
func Verbose() bool { return verbose }

// Short reports whether -test.short is set, which it never is here.
func Short() bool { return false }

// Testing reports whether the program is a test.
func Testing() bool { return running }

var running bool

// lastName is the test that a verbose run's output is about.
var lastName string

func announce(what, name string) {
	lastName = name
	fmt.Printf("=== %s %s\n", what, name)
}

// A T is a test under way.
type T struct {
	common
}

// common is what tests, benchmarks and fuzz tests have in common.
type common struct {
	m        sync.Mutex
	name     string
	parent   *common
	level    int
	output   []byte // of the test and of its subtests, to be printed by the parent
	failed   bool
	skipped  bool
	finished bool
	panicked any
	broken   bool // the test panicked
	cleanups []func()
	names    map[string]int // of subtests, to keep them apart
	helpers  map[string]bool
	done     chan bool
	resume   chan bool // for a parallel test: closed when it may go on
	parallel []*common
	began    time.Time
	took     time.Duration
	isAlong  bool // Parallel was called
}

// Name is the test's name, with those of the tests around it.
func (t *common) Name() string { return t.name }

// Fail marks the test, and those around it, as failed.
func (t *common) Fail() {
	for p := t; p != nil; p = p.parent {
		p.m.Lock()
		over := p.finished && p == t
		p.failed = true
		p.m.Unlock()
		if over {
			panic("Fail in goroutine after " + t.name + " has completed")
		}
	}
}

// Failed reports whether the test has failed.
func (t *common) Failed() bool {
	t.m.Lock()
	defer t.m.Unlock()
	return t.failed
}

// FailNow is Fail and ends the test.
func (t *common) FailNow() {
	t.Fail()
	runtime.Goexit()
}

// Skipped reports whether the test was skipped.
func (t *common) Skipped() bool {
	t.m.Lock()
	defer t.m.Unlock()
	return t.skipped
}

// SkipNow marks the test as skipped and ends it.
func (t *common) SkipNow() {
	t.m.Lock()
	t.skipped = true
	t.m.Unlock()
	runtime.Goexit()
}

// Helper marks the calling function as one that log lines do not show: they show where it was called.
func (t *common) Helper() {
	var pcs [1]uintptr
	runtime.Callers(2, pcs[:])
	frame, _ := runtime.CallersFrames(pcs[:]).Next()
	t.m.Lock()
	defer t.m.Unlock()
	if t.helpers == nil {
		t.helpers = make(map[string]bool)
	}
	t.helpers[frame.Function] = true
}

// place is the file and line, depth functions up from the caller, that a log line shows.
func (t *common) place(depth int) (file string, line int) {
	var pcs [50]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(depth+2, pcs[:])])
	for {
		frame, more := frames.Next()
		if !t.helpers[frame.Function] || !more {
			return frame.File, frame.Line
		}
	}
}

// log adds a line, or several, to the output; depth counts calls up to the test's.
func (t *common) log(text string, depth int) {
	file, line := t.place(depth)
	if i := strings.LastIndexByte(file, '/'); i >= 0 {
		file = file[i+1:]
	}
	text = strings.ReplaceAll(strings.TrimSuffix(text, "\n"), "\n", "\n        ")
	entry := fmt.Sprintf("    %s:%d: %s\n", file, line, text)
	if verbose {
		if lastName != t.name {
			announce("NAME ", t.name)
		}
		os.Stdout.WriteString(entry)
		return
	}
	t.m.Lock()
	t.output = append(t.output, entry...)
	t.m.Unlock()
}

// Log writes a line; it shows if the test fails or the run is verbose.
func (t *common) Log(args ...any) { t.log(fmt.Sprintln(args...), 2) }

// Logf is Log by a format.
func (t *common) Logf(format string, args ...any) { t.log(fmt.Sprintf(format, args...), 2) }

// Error is Log and Fail.
func (t *common) Error(args ...any) {
	t.log(fmt.Sprintln(args...), 2)
	t.Fail()
}

// Errorf is Logf and Fail.
func (t *common) Errorf(format string, args ...any) {
	t.log(fmt.Sprintf(format, args...), 2)
	t.Fail()
}

// Fatal is Log and FailNow.
func (t *common) Fatal(args ...any) {
	t.log(fmt.Sprintln(args...), 2)
	t.FailNow()
}

// Fatalf is Logf and FailNow.
func (t *common) Fatalf(format string, args ...any) {
	t.log(fmt.Sprintf(format, args...), 2)
	t.FailNow()
}

// Skip is Log and SkipNow.
func (t *common) Skip(args ...any) {
	t.log(fmt.Sprintln(args...), 2)
	t.SkipNow()
}

// Skipf is Logf and SkipNow.
func (t *common) Skipf(format string, args ...any) {
	t.log(fmt.Sprintf(format, args...), 2)
	t.SkipNow()
}

// Cleanup has f called when the test and its subtests are over, the last one first.
func (t *common) Cleanup(f func()) {
	t.m.Lock()
	t.cleanups = append(t.cleanups, f)
	t.m.Unlock()
}

// Parallel lets the test wait until those around it that are not parallel are
// over, and then run along with the others that wait so.
func (t *T) Parallel() {
	if t.isAlong {
		panic("testing: t.Parallel called multiple times")
	}
	t.isAlong = true
	t.resume = make(chan bool)
	t.parent.m.Lock()
	t.parent.parallel = append(t.parent.parallel, &t.common)
	t.parent.m.Unlock()
	if verbose {
		announce("PAUSE", t.name)
	}
	t.done <- false // not over, but the parent may go on
	<-t.resume
	if verbose {
		announce("CONT ", t.name)
	}
	t.began = time.Now()
}

// Run runs f as a subtest and reports whether it has not failed, so far if it is parallel.
func (t *T) Run(name string, f func(t *T)) bool {
	sub := &T{common{name: t.subname(name), parent: &t.common, level: t.level + 1, done: make(chan bool, 2)}}
	if verbose {
		announce("RUN  ", sub.name)
	}
	go sub.run(f)
	over := <-sub.done
	if over {
		t.collect(&sub.common)
	}
	return !sub.Failed()
}

// subname is a subtest's full name: blanks become underscores, and a number
// keeps equal names apart.
func (t *T) subname(name string) string {
	if t.name == "" {
		return name
	}
	clean := make([]rune, 0, len(name))
	for _, r := range name {
		if r == ' ' || '\t' <= r && r <= '\r' {
			r = '_'
		}
		clean = append(clean, r)
	}
	name = string(clean)
	if name == "" {
		name = "#00"
	}
	full := t.name + "/" + name
	t.m.Lock()
	defer t.m.Unlock()
	if t.names == nil {
		t.names = make(map[string]int)
	}
	n := t.names[full]
	t.names[full] = n + 1
	if n > 0 {
		full = fmt.Sprintf("%s#%02d", full, n)
	}
	return full
}

// run is a test's goroutine.
func (t *T) run(f func(t *T)) {
	t.began = time.Now()
	normal := false
	defer func() {
		if !normal && !t.Failed() && !t.Skipped() {
			t.broken = true
			t.panicked = recover()
			if t.panicked == nil {
				t.panicked = "test executed panic(nil) or runtime.Goexit: subtest may have called FailNow on a parent test"
			}
			t.Fail()
			t.took = time.Since(t.began)
			t.explode()
		}
		t.wait()
		t.clean()
		t.took = time.Since(t.began)
		t.m.Lock()
		t.finished = true
		t.m.Unlock()
		t.done <- true
	}()
	f(t)
	normal = true
}

// wait lets the parallel subtests go on and waits for them.
func (t *common) wait() {
	t.m.Lock()
	waiting := t.parallel
	t.parallel = nil
	t.m.Unlock()
	for _, sub := range waiting {
		close(sub.resume)
	}
	for _, sub := range waiting {
		<-sub.done
		t.collect(sub)
	}
}

func (t *common) clean() {
	for {
		t.m.Lock()
		n := len(t.cleanups)
		if n == 0 {
			t.m.Unlock()
			return
		}
		f := t.cleanups[n-1]
		t.cleanups = t.cleanups[:n-1]
		t.m.Unlock()
		f()
	}
}

// report is the line that tells a test's result, with the output below it.
func (t *common) report() []byte {
	result := "PASS"
	if t.failed {
		result = "FAIL"
	} else if t.skipped {
		result = "SKIP"
	}
	if result == "PASS" && !verbose || result == "SKIP" && !verbose {
		return nil
	}
	text := fmt.Appendf(nil, "--- %s: %s (%.2fs)\n", result, t.name, t.took.Seconds())
	return append(text, t.output...)
}

// collect adds a subtest's report to t's output, or prints it where t is the root.
func (t *common) collect(sub *common) {
	text := sub.report()
	if t.parent == nil {
		os.Stdout.Write(text)
		return
	}
	t.m.Lock()
	for len(text) > 0 {
		end := len(text)
		for i, c := range text {
			if c == '\n' {
				end = i + 1
				break
			}
		}
		t.output = append(t.output, "    "...)
		t.output = append(t.output, text[:end]...)
		text = text[end:]
	}
	t.m.Unlock()
}

// explode prints what is known and lets the panic of a test end the program.
func (t *common) explode() {
	for p := t; p.parent != nil; p = p.parent {
		p.parent.collect(p)
	}
	panic(t.panicked)
}

// RunTests runs tests and then examples, prints their results as `go test` does and returns the exit status.
func RunTests(tests []InternalTest, examples []InternalExample, chatty bool) int {
	running, verbose = true, chatty
	root := new(T)
	for _, test := range tests {
		root.Run(test.Name, test.F)
	}
	root.wait()
	failed := root.failed
	for _, example := range examples {
		if !example.run() {
			failed = true
		}
	}
	switch {
	case failed:
		fmt.Println("FAIL")
		return 1
	case len(tests)+len(examples) == 0:
		fmt.Fprintln(os.Stderr, "testing: warning: no tests to run")
	}
	fmt.Println("PASS")
	return 0
}
