//gomem:scene Leak: pointers lost in a cut-off slice
//gomem:scene[zh] 泄漏：切片中丢失的指针
//gomem:about The first and the last element are cut off, but their pointers are still in the block, and the collector follows them.
//gomem:about[zh] 首尾元素被切掉了，但它们的指针仍留在内存块里，回收器会继续跟踪。
//gomem:expect leak 2
package main

import (
	"fmt"
	"runtime"
)

type record struct {
	data [8]int
}

var window []*record

//go:noinline
func load() []*record {
	return []*record{new(record), new(record), new(record), new(record)}
}

func cut(s []*record) {
	//gomem:say The capacity is cut as well: nothing in the program can reach elements 0 and 3 again. The collector does not know that.
	//gomem:say[zh] 容量也被截断：程序再也访问不到元素 0 和 3，但回收器并不知道。
	window = s[1:3:3]
}

func main() {
	cut(load())
	runtime.GC()
	//gomem:stop
	fmt.Println(len(window), cap(window))
}
