package testing

import (
	"os"
	"reflect"
	"runtime"
	"time"
)

func (c *common) private() {}

// Setenv sets a variable of the environment until the test is over.
func (c *common) Setenv(key, value string) {
	before, was := os.LookupEnv(key)
	if err := os.Setenv(key, value); err != nil {
		c.Fatalf("cannot set environment variable: %v", err)
	}
	c.Cleanup(func() {
		if was {
			os.Setenv(key, before)
		} else {
			os.Unsetenv(key)
		}
	})
}

// TempDir is a new folder, which is removed when the test is over.
func (c *common) TempDir() string {
	dir, err := os.MkdirTemp("", "test")
	if err != nil {
		c.Fatalf("TempDir: %v", err)
	}
	c.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}

// Setenv sets a variable of the environment until the test is over; a parallel test must not.
func (t *T) Setenv(key, value string) {
	if t.isAlong {
		panic("testing: t.Setenv called after t.Parallel; cannot set environment variables in parallel tests")
	}
	t.common.Setenv(key, value)
}

// Deadline is none: tests may take as long as they want.
func (t *T) Deadline() (deadline time.Time, ok bool) { return }

// An F is a fuzz test under way. Only its seeds are run, as `go test` does without -fuzz.
type F struct {
	*common
	t     *T
	seeds [][]any
}

// FuzzTest is a fuzz test as a test.
func FuzzTest(f func(*F)) func(*T) {
	return func(t *T) { f(&F{common: &t.common, t: t}) }
}

// Add adds a seed: arguments for the function that Fuzz gets.
func (f *F) Add(args ...any) { f.seeds = append(f.seeds, args) }

// Fuzz runs ff, a func(*testing.T, ...), with each seed.
func (f *F) Fuzz(ff any) {
	fn := reflect.ValueOf(ff)
	if fn.Kind() != reflect.Func {
		panic("testing: F.Fuzz must receive a function")
	}
	typ := fn.Type()
	if typ.NumIn() < 2 || typ.In(0) != reflect.TypeFor[*T]() {
		panic("testing: fuzz target must receive at least two arguments, where the first argument is a *T")
	}
	if typ.NumOut() != 0 {
		panic("testing: fuzz target must not return a value")
	}
	for i, seed := range f.seeds {
		in := make([]reflect.Value, 1, len(seed)+1)
		for k, arg := range seed {
			if k+1 >= typ.NumIn() || reflect.TypeOf(arg) != typ.In(k+1) {
				f.Fatalf("wrong type for F.Add argument %d of seed %d", k, i)
			}
			in = append(in, reflect.ValueOf(arg))
		}
		name := "seed#" + number(i)
		f.t.Run(name, func(t *T) {
			in[0] = reflect.ValueOf(t)
			fn.Call(in)
		})
	}
}

func number(i int) string {
	if i < 10 {
		return string(rune('0' + i))
	}
	return number(i/10) + string(rune('0'+i%10))
}

// AllocsPerRun is how many blocks a call of f allocates on average, without the first call.
func AllocsPerRun(runs int, f func()) (avg float64) {
	f()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		f()
	}
	runtime.ReadMemStats(&after)
	return float64((after.Mallocs - before.Mallocs) / uint64(runs))
}
