//gomem:scene An unbuffered channel: hand to hand
//gomem:scene[zh] 无缓冲通道：手递手
//gomem:about Without a buffer, a send and a receive meet: whoever comes first waits, and the value goes straight from one stack to the other.
//gomem:about[zh] 没有缓冲时，发送和接收必须相遇：先到的一方等待，值从一个栈直接复制到另一个栈。
package main

import "fmt"

func receiver(letters chan string, done chan bool) {
	for i := 0; i < 2; i++ {
		//gomem:say The receiver comes first: it waits in the channel's queue, with the address of letter.
		//gomem:say[zh] 接收方先到：它带着变量 letter 的地址在通道的队列里等待。
		letter := <-letters
		fmt.Println("got", letter)
	}
	done <- true
}

func main() {
	letters := make(chan string)
	done := make(chan bool)
	go receiver(letters, done)
	//gomem:ask Nobody receives yet. What does this send do? | It stores the value in the channel | It waits * | It fails
	//gomem:ask[zh] 现在还没有人接收，这次发送会怎样？ | 把值存进通道 | 等待 * | 出错
	letters <- "a"
	//gomem:say The receiver was there this time, or it is not: either way both go on only once they have met.
	//gomem:say[zh] 不论接收方是否已经在等，双方都要相遇之后才能继续。
	letters <- "b"
	<-done
	//gomem:say The channel never held a value: its buffer has no slots.
	//gomem:say[zh] 通道里从来没有存过值：它的缓冲区没有槽。
	//gomem:stop
	fmt.Println("done")
}
