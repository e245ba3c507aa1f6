//gomem:scene Leak: a subslice pins the whole array
//gomem:scene[zh] 泄漏：子切片拖住整个数组
//gomem:about Thirty elements are wanted, a thousand are kept.
//gomem:about[zh] 只要三十个元素，却留下了一千个。
//gomem:expect leak 1
package main

import (
	"fmt"
	"runtime"
)

var recent []int

//go:noinline
func measure() []int {
	all := make([]int, 1000)
	for i := range all {
		all[i] = i
	}
	return all
}

func keep(all []int) {
	//gomem:say recent points near the end of the block; the 970 elements before it can never be reached again.
	//gomem:say[zh] recent 指向内存块的尾部；它前面的 970 个元素再也无法访问。
	recent = all[len(all)-30:]
}

func main() {
	keep(measure())
	runtime.GC()
	//gomem:stop
	fmt.Println(len(recent), recent[0])
}
