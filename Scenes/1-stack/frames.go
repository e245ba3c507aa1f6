//gomem:scene Stack frames and SP
//gomem:scene[zh] 栈帧与 SP
//gomem:about A call pushes a frame, a return moves SP back, and the old frame stays behind as stale bytes until the next call writes over it.
//gomem:about[zh] 调用压入一个栈帧，返回时 SP 移回；旧帧的字节原样留下，直到下一次调用把它覆盖。
package main

import "fmt"

func square(n int) int {
	//gomem:say square has a frame of its own, below main's. Its n is a copy of main's n, at another address.
	//gomem:say[zh] square 有自己的栈帧，位于 main 的下方；这里的 n 是 main 中 n 的一份拷贝，地址不同。
	result := n * n
	return result
}

func double(n int) int {
	//gomem:say The frame of double lies where square's frame lay: the same addresses, written over.
	//gomem:say[zh] double 的栈帧正好落在 square 原来的位置：同样的地址，被重新写入。
	twice := n + n
	return twice
}

func main() {
	//gomem:say Everything main declares gets a slot in main's frame. SP points at the frame's lowest byte.
	//gomem:say[zh] main 声明的每个变量都在 main 的栈帧里有一个位置；SP 指向栈帧的最低字节。
	n := 4
	//gomem:ask After square returns, what happens to the bytes of its frame? | They are set to zero | They stay as they are* | The collector frees them
	a := square(n)
	//gomem:say SP is back where it was. The bytes below it are stale: nobody cleared them, nobody may use them.
	//gomem:say[zh] SP 回到原处。它下面的字节已经失效：没有人清除，也不允许再使用。
	b := double(n)
	//gomem:say Println is a call like any other: its frames write over what square and double left.
	//gomem:say[zh] Println 也只是一次普通调用：它的栈帧会覆盖 square 和 double 留下的内容。
	fmt.Println(a, b)
}
