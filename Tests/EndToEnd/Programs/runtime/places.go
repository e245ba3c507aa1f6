package main

import (
	"fmt"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
)

type T struct{}

func (T) Method()     { where() }
func (*T) Pointer()   { where() }
func generic[E any](e E) { where() }

func where() {
	pcs := make([]uintptr, 20)
	n := runtime.Callers(0, pcs)
	frames := runtime.CallersFrames(pcs[:n])
	for {
		f, more := frames.Next()
		fmt.Print(f.Function)
		if strings.HasPrefix(f.Function, "main.") {
			fmt.Print(":", f.Line, ":", filepath.Base(f.File))
		}
		fmt.Print(" ")
		if !more {
			break
		}
	}
	fmt.Println()
	n = runtime.Callers(2, pcs)
	fmt.Println(n > 2, runtime.FuncForPC(pcs[0]-1).Name())
	pc, file, line, ok := runtime.Caller(1)
	fmt.Println(runtime.FuncForPC(pc).Name(), filepath.Base(file), line, ok)
	_, _, _, ok = runtime.Caller(100)
	fmt.Println(ok)
}

func name(f any) string { return runtime.FuncForPC(reflect.ValueOf(f).Pointer()).Name() }

func main() {
	where()
	T{}.Method()
	new(T).Pointer()
	generic(3)
	func() { where() }()
	done := make(chan bool)
	go func() {
		where()
		done <- true
	}()
	<-done
	fmt.Println(name(where), name(main), name(strings.ToUpper), name(func() {}), name(T.Method), name((*T).Pointer), name(T{}.Method))
	fmt.Println(runtime.FuncForPC(0) == nil)
	s := string(debug.Stack())
	fmt.Println(strings.HasPrefix(s, "goroutine 1 [running]:\nruntime/debug.Stack()\n"), strings.Contains(s, "main.main()"))
	buf := make([]byte, 1<<12)
	go func() { select {} }()
	runtime.Gosched()
	all := string(buf[:runtime.Stack(buf, true)])
	fmt.Println(strings.Count(all, "goroutine "), strings.Contains(all, "[select (no cases)]:"))
	fmt.Println(runtime.GOOS, runtime.GOARCH, runtime.Compiler, strings.HasPrefix(runtime.Version(), "go1.23"), runtime.NumGoroutine())
	where()
	runtime.LockOSThread()
	runtime.UnlockOSThread()
}
