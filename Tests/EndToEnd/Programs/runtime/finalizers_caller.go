package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
)

func where() string {
	_, file, line, ok := runtime.Caller(1)
	return fmt.Sprint(file[strings.LastIndex(file, "/")+1:], ":", line, " ", ok)
}

type res struct{ name string }

func main() {
	fmt.Println(where())
	fmt.Println(runtime.GOOS, runtime.GOARCH, runtime.Version()[:4], runtime.NumGoroutine())
	done := make(chan string, 1)
	func() {
		r := &res{"file"}
		runtime.SetFinalizer(r, func(r *res) { done <- r.name })
	}()
	runtime.GC()
	fmt.Println(<-done)
	var ms runtime.MemStats
	runtime.ReadMemStats(&ms)
	fmt.Println(ms.NumGC > 0, ms.HeapAlloc > 0)
	debug.SetGCPercent(50)
	runtime.Gosched()
	runtime.KeepAlive(done)
	buf := make([]byte, 1000)
	n := runtime.Stack(buf, false)
	fmt.Println(n > 20, strings.Contains(string(buf[:n]), "main.main()"))
}
