//gomem:scene Leak: a substring pins the whole text
//gomem:scene[zh] 泄漏：子串拖住整个文本
//gomem:about A substring shares the bytes of the string it was cut from. As long as it lives, all of them live.
//gomem:about[zh] 子串与原字符串共享字节；只要子串还活着，整个内存块就都活着。
//gomem:expect leak 1
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
	//gomem:say title is 8 bytes long, but it points into the page's block of more than 2,000 bytes.
	//gomem:say[zh] title 只有 8 个字节，却指向页面那个两千多字节的内存块。
	title = page[:8]
}

func main() {
	remember(readPage())
	//gomem:say The collector must keep the whole block: it cannot free a part. Press w on the block: who keeps it?
	//gomem:say[zh] 回收器只能保留整个内存块，不能释放一部分。在块上按 w：是谁保住了它？
	runtime.GC()
	//gomem:stop
	fmt.Println(title)
}
