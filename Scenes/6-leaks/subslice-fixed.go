//gomem:scene Fixed: copy the subslice
//gomem:scene[zh] 修正：复制子切片
//gomem:about Copying thirty elements into a slice of their own lets the thousand go.
//gomem:about[zh] 把三十个元素复制到自己的切片里，那一千个就可以释放。
//gomem:expect leak 0
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
	recent = make([]int, 30)
	//gomem:say The elements are copied: recent has a block of its own, of just the size it needs.
	//gomem:say[zh] 元素被复制：recent 有了自己的内存块，大小正好。
	copy(recent, all[len(all)-30:])
}

func main() {
	keep(measure())
	runtime.GC()
	//gomem:stop
	fmt.Println(len(recent), recent[0])
}
