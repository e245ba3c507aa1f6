//gomem:scene Shared with a lock
//gomem:scene[zh] 加锁地共享
//gomem:about Between Lock and Unlock only one goroutine is at the counter; the other waits, whatever the scheduler does.
//gomem:about[zh] 在 Lock 和 Unlock 之间只有一个 goroutine 能访问计数器；无论怎样调度，另一个都在等待。
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type counter struct {
	mu sync.Mutex
	n  int
}

func count(c *counter, done chan bool) {
	//gomem:say The second one to come here has to wait: look at its state in the list of goroutines.
	//gomem:say[zh] 第二个来到这里的要等待：在 goroutine 列表里看它的状态。
	c.mu.Lock()
	old := c.n
	//gomem:say Others may run now, but none gets past Lock.
	//gomem:say[zh] 现在别的 goroutine 可以运行，但谁也通不过 Lock。
	runtime.Gosched()
	c.n = old + 1
	c.mu.Unlock()
	done <- true
}

func main() {
	c := &counter{}
	done := make(chan bool)
	go count(c, done)
	go count(c, done)
	<-done
	<-done
	//gomem:say Each update saw the one before it: 2, under every schedule.
	//gomem:say[zh] 每次更新都看到了前一次：无论怎样调度都是 2。
	//gomem:stop
	fmt.Println(c.n)
}
