//gomem:scene Leak: a ticker never stopped, before Go 1.23
//gomem:scene[zh] 泄漏：从未停止的 ticker（Go 1.23 之前）
//gomem:about Until Go 1.22 a running ticker stood in the runtime's queue of timers, which kept it alive, its channel and all. Whoever forgot Stop leaked it.
//gomem:about[zh] 在 Go 1.22 及以前，运行中的 ticker 一直在运行时的定时器队列里，连同它的通道都被保留。忘记 Stop 就会泄漏。
//gomem:option go=1.22
//gomem:expect leak 3
package main

import (
	"fmt"
	"runtime"
	"time"
)

func wait() {
	//gomem:say NewTicker puts the ticker in the runtime's queue. Nobody stops it.
	//gomem:say[zh] NewTicker 把 ticker 放进运行时的队列。没有人停止它。
	ticker := time.NewTicker(time.Millisecond)
	<-ticker.C
}

func main() {
	wait()
	//gomem:say No variable refers to the ticker any more; this collection keeps it all the same.
	//gomem:say[zh] 已经没有变量引用这个 ticker，但这次回收仍然保留它。
	runtime.GC()
	//gomem:say The runtime itself holds it. It will tick for ever, for nobody; its blocks stay for as long as the program runs.
	//gomem:say[zh] 是运行时自己持有它。它会永远走下去，却没有听众；它的内存块在程序运行期间一直留着。
	//gomem:stop
	fmt.Println("waited")
}
