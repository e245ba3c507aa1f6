//gomem:scene Fixed: a function around each step
//gomem:scene[zh] 修正：每一步包一个函数
//gomem:about Wrapped in a function of its own, the deferred call runs at the end of each iteration.
//gomem:about[zh] 包进单独的函数之后，延迟调用在每次迭代结束时就会执行。
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

func writeOne(i int) {
	f := open(i)
	//gomem:say The record lies in this frame: a defer that runs at most once needs no block.
	//gomem:say[zh] 这条记录就在栈帧里：至多执行一次的 defer 不需要内存块。
	defer f.close()
	f.write(byte(i))
}

func writeAll(count int) {
	for i := 0; i < count; i++ {
		writeOne(i)
	}
	runtime.GC()
	//gomem:say Each file was closed at the end of its own step, and is gone.
	//gomem:say[zh] 每个文件在自己的那一步结束时就关闭了，已经被回收。
	//gomem:stop
	fmt.Println("written", count)
}

func main() {
	writeAll(6)
	runtime.GC()
	fmt.Println("done")
}
