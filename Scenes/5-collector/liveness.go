//gomem:scene Dead before the scope ends
//gomem:scene[zh] 作用域未尽，变量已死
//gomem:about A variable keeps its block only as long as it is needed, not until the closing brace. runtime.KeepAlive makes it needed for longer.
//gomem:about[zh] 变量只在仍被需要时保住内存块，而不是一直到右花括号；runtime.KeepAlive 会延长这段时间。
package main

import (
	"fmt"
	"runtime"
)

type image struct {
	pixels [512]byte
}

//go:noinline
func load() *image {
	return new(image)
}

//go:noinline
func average(p *image) int {
	total := 0
	for _, b := range p.pixels {
		total += int(b)
	}
	return total / len(p.pixels)
}

func shortLived() {
	picture := load()
	a := average(picture)
	//gomem:ask picture is still in scope here. Will this collection free its block? | No, it is in scope | Yes, it is not needed any more*
	runtime.GC()
	fmt.Println("average", a)
}

func keptAlive() {
	picture := load()
	a := average(picture)
	//gomem:say The same again; but below, KeepAlive needs picture, so the block is reached and stays.
	//gomem:say[zh] 再来一次；但下面的 KeepAlive 还需要 picture，所以内存块可达并保留。
	runtime.GC()
	fmt.Println("average", a)
	runtime.KeepAlive(picture)
}

func main() {
	shortLived()
	keptAlive()
}
