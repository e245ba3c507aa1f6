//gomem:scene The stack moves
//gomem:scene[zh] 栈的搬家
//gomem:about A deep call chain outgrows 2 KiB. The stack is copied to a segment twice as large, and every pointer into it is rewritten.
//gomem:about[zh] 很深的调用链超出 2 KiB；栈被复制到两倍大的新段，指向栈内的每个指针都被改写。
package main

import (
	"fmt"
	"unsafe"
)

//go:noinline
func deep(n int, p *int) int {
	//gomem:say p points to x in main's frame. When the stack moves, this copy of the address must change as well.
	//gomem:say[zh] p 指向 main 栈帧中的 x；栈搬家时，这份地址也必须跟着改。
	var pad [16]int
	pad[n%16] = *p
	if n == 0 {
		return pad[0]
	}
	return deep(n-1, p) + pad[n%16]
}

func main() {
	x := 1
	before := uintptr(unsafe.Pointer(&x))
	//gomem:stop
	sum := deep(40, &x)
	after := uintptr(unsafe.Pointer(&x))
	//gomem:say x has another address now, although it is the same variable. A uintptr is only a number: nobody rewrote before.
	//gomem:say[zh] x 还是同一个变量，地址却变了。uintptr 只是一个数：没有人改写 before。
	fmt.Println(sum, before != after)
}
