//gomem:scene Sharing up
//gomem:scene[zh] 向上共享
//gomem:about A pointer that is returned would dangle if its variable lay in the frame. So the variable moves to the heap.
//gomem:about[zh] 如果变量还在栈帧里，返回它的指针就会悬空；所以变量被移到堆上。
//gomem:expect escape i
package main

import "fmt"

//go:noinline
func initValue() *int {
	//gomem:say i is not in this frame. The frame holds a hidden pointer to a block on the heap: "moved to heap: i".
	//gomem:say[zh] i 不在这个栈帧里；栈帧里只有一个隐藏指针，指向堆上的内存块（moved to heap: i）。
	i := 4
	return &i
}

//go:noinline
func overwrite(a, b, c int) int {
	//gomem:say This frame writes over the one of initValue. Had i lived there, n would now point at rubbish.
	//gomem:say[zh] 这个栈帧覆盖了 initValue 的栈帧；如果 i 住在那里，n 现在就指向垃圾了。
	sum := a + b + c
	return sum
}

func main() {
	n := initValue()
	//gomem:say The frame of initValue is stale, but the block lives: n in main's frame refers to it.
	//gomem:say[zh] initValue 的栈帧已经失效，但内存块还活着：main 的 n 引用着它。
	s := overwrite(7, 7, 7)
	fmt.Println(*n/2, s)
}
