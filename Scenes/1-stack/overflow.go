//gomem:scene Stack overflow
//gomem:scene[zh] 栈溢出
//gomem:about A recursion without end doubles the stack until the limit. That is a fatal error: recover does not help.
//gomem:about[zh] 没有终点的递归让栈不断加倍，直到上限；这是致命错误，recover 无能为力。
//gomem:option max-stack=64KiB
package main

import (
	"fmt"
	"runtime/debug"
)

func forever(depth int) int {
	//gomem:say Each call needs a frame. When the next one would cross the guard, the stack moves to a segment twice as large.
	//gomem:say[zh] 每次调用都需要一个栈帧；当下一个栈帧会越过警戒线时，整个栈搬到两倍大的新段。
	return forever(depth+1) + 1
}

func main() {
	debug.SetMaxStack(64 << 10)
	//gomem:say Keep an eye on this deferred call: it never runs. A stack overflow is not a panic, so there is nothing to recover from.
	//gomem:say[zh] 留意这个延迟调用：它永远不会执行。栈溢出不是 panic，无从恢复。
	defer func() {
		recover()
		fmt.Println("recovered")
	}()
	fmt.Println("going down")
	//gomem:stop
	fmt.Println(forever(0))
}
