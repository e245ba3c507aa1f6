//gomem:scene select: whoever is ready
//gomem:scene[zh] select：谁准备好就选谁
//gomem:about select waits for several channels at once. Where several can go on, chance decides; type :ask to decide yourself.
//gomem:about[zh] select 同时等待多个通道。有多个可以进行时由随机决定；输入 :ask 可以自己来选。
package main

import "fmt"

func main() {
	apples, pears := make(chan int, 4), make(chan int, 4)
	for i := range 4 {
		apples <- i
		pears <- i
	}
	got := 0
	for range 8 {
		//gomem:say Both channels hold values, until one is empty. Which case is taken? :case 1 or :case 2 takes the one you want, and ← undoes it.
		//gomem:say[zh] 两个通道里都有值，直到其中一个空了。会选哪个分支？:case 1 或 :case 2 由你指定，按 ← 可以撤回。
		select {
		case <-apples:
			got++
		case <-pears:
			got++
		}
	}
	select {
	case <-apples:
		got++
	default:
		//gomem:say Nothing is ready any more: default, without waiting.
		//gomem:say[zh] 没有准备好的分支：走 default，不等待。
		fmt.Println("empty")
	}
	go func() { pears <- 7 }()
	//gomem:say Now main waits in the queues of both channels at once, and leaves both when one value comes.
	//gomem:say[zh] 现在 main 同时在两个通道的队列里等待；一个值到来，它就从两个队列里离开。
	select {
	case v := <-apples:
		got += v
	case v := <-pears:
		got += v
	}
	//gomem:stop
	fmt.Println(got)
}
