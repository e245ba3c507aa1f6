//gomem:scene Leak: a goroutine blocked for ever
//gomem:scene[zh] 泄漏：永远阻塞的 goroutine
//gomem:about The first answer is taken, the second has no receiver any more. Its goroutine waits for ever, and keeps its stack, the channel, and all that they refer to.
//gomem:about[zh] 第一个回答被取走，第二个再也没有接收者。它的 goroutine 永远等待，并保留它的栈、通道以及它们引用的一切。
//gomem:expect leak 1
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
	//gomem:say Who comes second waits here: nobody will ever receive again.
	//gomem:say[zh] 后到的在这里等待：再也没有人会来接收。
	answers <- a
}

func first() string {
	answers := make(chan *answer)
	go ask("a mirror", answers)
	go ask("a mirror", answers)
	a := <-answers
	//gomem:say Only one answer is taken. When this function returns, nobody but the other goroutine has the channel.
	//gomem:say[zh] 只取走一个回答。函数返回之后，除了另一个 goroutine，没有谁再持有这个通道。
	return a.from
}

func main() {
	from := first()
	runtime.Gosched()
	runtime.GC()
	//gomem:say The collection freed nothing of it: a waiting goroutine's stack is a root. It is marked as leaked; press t, or w on it in the list.
	//gomem:say[zh] 垃圾回收什么也没有释放：等待中的 goroutine 的栈也是根。它被标为泄漏；按 t，或在列表里对它按 w。
	//gomem:stop
	fmt.Println(from)
}
