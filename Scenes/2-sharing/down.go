//gomem:scene Sharing down
//gomem:scene[zh] 向下共享
//gomem:about A pointer handed down to a callee stays on the stack: the variable outlives the call.
//gomem:about[zh] 传给被调函数的指针不会逃逸：变量比这次调用活得更久。
package main

import "fmt"

//go:noinline
func increase(i *int) {
	//gomem:say i holds the address of main's n. Follow the arrow: up, into the older frame.
	//gomem:say[zh] i 里存放着 main 中 n 的地址。顺着箭头向上，指向更早的栈帧。
	*i++
}

func main() {
	n := 4
	//gomem:ask n's address goes to increase. Where does n live? | On the heap | On the stack*
	increase(&n)
	//gomem:say The frame of increase is gone, and with it the pointer. n was changed where it is, in main's frame.
	//gomem:say[zh] increase 的栈帧没有了，指针也随之消失；n 就在 main 的栈帧里被修改。
	total := n
	fmt.Println(total)
}
