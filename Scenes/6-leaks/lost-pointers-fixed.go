//gomem:scene Fixed: clear the lost pointers
//gomem:scene[zh] 修正：清除丢失的指针
//gomem:about Setting the elements to nil before cutting them off leaves nothing to follow.
//gomem:about[zh] 切掉之前先把元素置为 nil，就没有可跟踪的指针了。
//gomem:expect leak 0
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
	//gomem:say Two writes, and two records are garbage.
	//gomem:say[zh] 两次写入，两条记录就成了垃圾。
	s[0], s[len(s)-1] = nil, nil
	window = s[1:3:3]
}

func main() {
	cut(load())
	runtime.GC()
	//gomem:stop
	fmt.Println(len(window), cap(window))
}
