//gomem:scene Each goroutine has a stack of its own
//gomem:scene[zh] 每个 goroutine 都有自己的栈
//gomem:about A goroutine starts with a small stack of its own. What lies there belongs to it alone, and all of it goes at once when it ends: the collector has nothing to do with it.
//gomem:about[zh] goroutine 从自己的一小块栈开始。栈上的东西只属于它；它结束时整块栈一次归还，与垃圾回收无关。
package main

import "fmt"

//go:noinline
func sum(n int) int {
	var numbers [16]int
	for i := range numbers {
		numbers[i] = n * i
	}
	total := 0
	for _, v := range numbers {
		total += v
	}
	return total
}

func worker(n int, done chan int) {
	//gomem:say This frame, and numbers in the next one, lie on this goroutine's own stack: compare the addresses with those of main (press t).
	//gomem:say[zh] 这个栈帧，以及下一个栈帧里的 numbers，都在这个 goroutine 自己的栈上：按 t 与 main 的地址比较。
	result := sum(n)
	//gomem:say After the send the goroutine ends. Its whole segment is given back at once, frames, variables and all.
	//gomem:say[zh] 发送之后这个 goroutine 就结束了，它的整段栈连同栈帧和变量一次归还。
	done <- result
}

func main() {
	done := make(chan int)
	//gomem:say go makes a goroutine and a stack of 2 KiB for it. It does not run yet: it waits for its turn.
	//gomem:say[zh] go 语句创建一个 goroutine 和它的 2 KiB 栈。它还没有运行，正在排队。
	go worker(1, done)
	go worker(2, done)
	//gomem:say main waits for the first result; now the others run.
	//gomem:say[zh] main 等待第一个结果，这时别的 goroutine 才运行。
	total := <-done
	total += <-done
	//gomem:say Both are gone, and so are their stacks. No collection ran.
	//gomem:say[zh] 两个 goroutine 都结束了，它们的栈也没有了。其间没有发生垃圾回收。
	//gomem:stop
	fmt.Println(total)
}
