//gomem:scene A buffered channel, and close
//gomem:scene[zh] 带缓冲的通道与 close
//gomem:about A buffer lets a sender go ahead by as many values as it has slots. close says that no more will come; what is in the buffer can still be received.
//gomem:about[zh] 缓冲区有几个槽，发送方就能先走几步。close 表示不会再有新值；缓冲区里的值仍然可以接收。
package main

import "fmt"

func produce(jobs chan int) {
	for i := 1; i <= 4; i++ {
		//gomem:say The first two find a free slot. The third has to wait: its value waits with it on this stack.
		//gomem:say[zh] 前两个值找到空槽。第三个只好等待：它的值还在这个栈上。
		jobs <- i * 10
	}
	//gomem:say Closed with values in the buffer: they stay.
	//gomem:say[zh] 关闭时缓冲区里还有值：它们仍然在。
	close(jobs)
}

func main() {
	jobs := make(chan int, 2)
	go produce(jobs)
	sum := 0
	//gomem:say The oldest value leaves at the right; the sender that has waited longest puts its own in at the left.
	//gomem:say[zh] 最早的值从右边离开；等得最久的发送方从左边放入自己的值。
	for job := range jobs {
		sum += job
	}
	job, ok := <-jobs
	//gomem:say A closed and empty channel answers at once: zero, and false.
	//gomem:say[zh] 已关闭且为空的通道立即回答：零值和 false。
	//gomem:stop
	fmt.Println(sum, job, ok)
}
