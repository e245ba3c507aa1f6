//gomem:scene Fixed: clone the substring
//gomem:scene[zh] 修正：克隆子串
//gomem:about strings.Clone copies the few bytes that are needed; the page is then garbage.
//gomem:about[zh] strings.Clone 只复制需要的几个字节，页面随即成为垃圾。
//gomem:expect leak 0
package main

import (
	"fmt"
	"runtime"
	"strings"
)

var title string

//go:noinline
func readPage() string {
	return strings.Repeat("All work and no play. ", 100)
}

func remember(page string) {
	//gomem:say Clone allocates a block of its own for the 8 bytes.
	//gomem:say[zh] Clone 为这 8 个字节单独分配一个内存块。
	title = strings.Clone(page[:8])
}

func main() {
	remember(readPage())
	//gomem:say Nothing refers to the page any more: this collection frees it.
	//gomem:say[zh] 没有任何引用指向页面了：这次回收会释放它。
	runtime.GC()
	//gomem:stop
	fmt.Println(title)
}
