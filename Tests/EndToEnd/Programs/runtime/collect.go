package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

type Node struct {
	next *Node
	data [100]int
}

func churn(n int) (keep *Node) {
	for i := 0; i < n; i++ {
		x := &Node{}
		x.data[0] = i
		if i%1000 == 0 {
			x.next = keep
			keep = x
		}
	}
	return
}

func main() {
	fmt.Println(runtime.NumGoroutine(), runtime.GOOS, runtime.GOARCH, runtime.Compiler)
	list := churn(20000)
	runtime.GC()
	sum, n := 0, 0
	for x := list; x != nil; x = x.next {
		sum += x.data[0]
		n++
	}
	fmt.Println(sum, n)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	big := make([]byte, 1<<20)
	runtime.ReadMemStats(&after)
	fmt.Println(after.Mallocs > before.Mallocs, after.TotalAlloc-before.TotalAlloc >= 1<<20, before.NumGC > 0, len(big))
	runtime.KeepAlive(list)
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(-1), debug.SetGCPercent(100))
	fmt.Println(debug.SetMaxStack(1 << 20))
	defer fmt.Println("not run")
	var f func(int) int
	f = func(n int) int { return 1 + f(n+1) }
	f(0)
}
