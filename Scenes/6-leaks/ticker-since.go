//gomem:scene Since Go 1.23: an unheard ticker is garbage
//gomem:scene[zh] Go 1.23 起：没人听的 ticker 就是垃圾
//gomem:about Since Go 1.23 a timer with a channel stands in the runtime's queue only while somebody waits for it. The same program leaks nothing, without Stop.
//gomem:about[zh] 从 Go 1.23 起，带通道的定时器只有在有人等待时才在运行时的队列里。同样的程序不调用 Stop 也不再泄漏。
//gomem:expect leak 0
package main

import (
	"fmt"
	"runtime"
	"time"
)

func wait() {
	//gomem:say Not in the queue yet: only its channel leads to it.
	//gomem:say[zh] 它还不在队列里：只有它的通道通向它。
	ticker := time.NewTicker(time.Millisecond)
	//gomem:say While main waits here, the ticker stands in the queue; behind it, no longer.
	//gomem:say[zh] main 在这里等待时 ticker 在队列里；等到之后就不在了。
	<-ticker.C
}

func main() {
	wait()
	//gomem:say Nobody can hear it any more: this collection frees ticker, channel and buffer.
	//gomem:say[zh] 再也没有人能听到它：这次回收会释放 ticker、通道和缓冲区。
	runtime.GC()
	//gomem:stop
	fmt.Println("waited")
}
