//gomem:scene Fixed: room for every answer
//gomem:scene[zh] 修正：给每个回答留出位置
//gomem:about With a slot in the buffer for each sender, no send has to wait: both goroutines end, and the answer that nobody took is garbage.
//gomem:about[zh] 缓冲区为每个发送者留一个槽，发送就不必等待：两个 goroutine 都会结束，没人取的回答成为垃圾。
//gomem:expect leak 0
package main

import (
	"fmt"
	"runtime"
)

type answer struct {
	from string
	page [512]byte
}

func ask(name string, answers chan *answer) {
	a := &answer{from: name}
	//gomem:say There is room in the buffer: the send is done at once, and the goroutine ends.
	//gomem:say[zh] 缓冲区里有位置：发送立即完成，goroutine 随即结束。
	answers <- a
}

func first() string {
	answers := make(chan *answer, 2)
	go ask("a mirror", answers)
	go ask("a mirror", answers)
	a := <-answers
	return a.from
}

func main() {
	from := first()
	runtime.Gosched()
	//gomem:say Both have ended, and nobody has the channel any more: this collection frees it with the answers.
	//gomem:say[zh] 两个 goroutine 都结束了，也没有谁再持有通道：这次回收会把它和回答一起释放。
	runtime.GC()
	//gomem:stop
	fmt.Println(from)
}
