//gomem:scene Shared without a lock: a lost update
//gomem:scene[zh] 不加锁地共享：丢失的更新
//gomem:about The heap is one for all goroutines. Two of them read the same counter, and the later write wipes out the earlier: one count is lost. Nothing here guarantees any order.
//gomem:about[zh] 堆由所有 goroutine 共享。两个 goroutine 读到同一个计数，后写的覆盖先写的：丢了一次计数。这里没有任何顺序保证。
package main

import (
	"fmt"
	"runtime"
)

type counter struct{ n int }

func count(c *counter, done chan bool) {
	//gomem:say Each reads n from the one block on the heap into a variable on its own stack.
	//gomem:say[zh] 每个 goroutine 都从堆上同一块内存把 n 读到自己栈上的变量里。
	old := c.n
	runtime.Gosched()
	//gomem:say What was read may be out of date by now. In the heap: which value does n get?
	//gomem:say[zh] 读到的值现在可能已经过时。看堆里：n 会得到什么值？
	c.n = old + 1
	done <- true
}

func main() {
	c := &counter{}
	done := make(chan bool)
	go count(c, done)
	go count(c, done)
	<-done
	<-done
	//gomem:ask Two goroutines have counted. How much is n? | always 2 | always 1 | 1 or 2, as the scheduler likes *
	//gomem:ask[zh] 两个 goroutine 各计数一次，n 是多少？ | 总是 2 | 总是 1 | 1 或 2，取决于调度 *
	runtime.KeepAlive(c)
	//gomem:say Go back and make another choice: :run gN or :preempt at the right place gives 2. The fix is in the next scene.
	//gomem:say[zh] 退回去换一种选择：在合适的地方用 :run gN 或 :preempt 就会得到 2。修正见下一个场景。
	//gomem:stop
	fmt.Println("counted twice")
}
