package runtime

import "runtime"

func GC()                                          { runtime.GC() }
func NumGoroutine() int                            { return runtime.NumGoroutine() }
func NumCPU() int                                  { return runtime.NumCPU() }
func GOMAXPROCS(n int) int                         { return runtime.GOMAXPROCS(n) }
func Gosched()                                     { runtime.Gosched() }
func Goexit()                                      { runtime.Goexit() }
func ReadMemStats(m *MemStats)                     {}
func SetFinalizer(obj any, finalizer any)          { runtime.SetFinalizer(obj, finalizer) }
func Stack(buf []byte, all bool) int               { return runtime.Stack(buf, all) }
func Caller(skip int) (uintptr, string, int, bool) { return runtime.Caller(skip + 1) }
