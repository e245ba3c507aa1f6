//gomem:scene Fixed: stop the ticker
//gomem:scene[zh] 修正：停止 ticker
//gomem:about Stop takes the ticker out of the queue of timers: it is garbage like anything else, in every version of Go.
//gomem:about[zh] Stop 把 ticker 移出定时器队列：在任何 Go 版本里它都会成为普通的垃圾。
//gomem:option go=1.22
//gomem:expect leak 0
package main

import (
	"fmt"
	"runtime"
	"time"
)

func wait() {
	//gomem:say NewTicker puts the ticker in the runtime's queue; Stop will take it out again.
	//gomem:say[zh] NewTicker 把 ticker 放进运行时的队列，Stop 会再把它取出来。
	ticker := time.NewTicker(time.Millisecond)
	defer ticker.Stop()
	<-ticker.C
}

func main() {
	wait()
	//gomem:say Neither a variable nor the queue refers to it any more: this collection frees it.
	//gomem:say[zh] 变量和队列都不再引用它：这次回收会释放它。
	runtime.GC()
	//gomem:stop
	fmt.Println("waited")
}
