//gomem:scene Leak: a pile of deferred calls
//gomem:scene[zh] 泄漏：堆积的延迟调用
//gomem:about Deferred calls in a loop run only when the function ends. Until then each keeps its record, its closure, and what they refer to.
//gomem:about[zh] 循环中的延迟调用要等函数结束才执行；在那之前，每一个都保留着自己的记录、闭包以及它们引用的东西。
package main

import (
	"fmt"
	"runtime"
)

type file struct {
	name   int
	buffer [256]byte
}

func open(name int) *file {
	return &file{name: name}
}

func (f *file) write(b byte) {
	f.buffer[0] = b
}

func (f *file) close() {
	f.buffer[0] = 0
}

func writeAll(count int) {
	for i := 0; i < count; i++ {
		f := open(i)
		//gomem:say One more record on the pile, and through it one more file that stays open.
		//gomem:say[zh] 又多了一条记录，也就又多了一个保持打开的文件。
		defer f.close()
		f.write(byte(i))
	}
	runtime.GC()
	//gomem:say All files are still held, by the deferred calls. Press w on one of the blocks.
	//gomem:say[zh] 所有文件仍被延迟调用持有。在其中一个内存块上按 w 看看。
	//gomem:stop
	fmt.Println("written", count)
}

func main() {
	writeAll(6)
	runtime.GC()
	fmt.Println("done")
}
