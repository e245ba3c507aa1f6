//gomem:scene Fixed: the finalizer outside of the cycle
//gomem:scene[zh] 修正：终结器放在循环之外
//gomem:about The finalizer sits on a small object of its own that is no part of the cycle. When the nodes go, it goes, and is finalized.
//gomem:about[zh] 终结器放在一个不属于循环的小对象上。节点不可达时，它也不可达，终结器就会被调用。
//gomem:expect leak 0
package main

import (
	"fmt"
	"runtime"
	"time"
)

type resource struct{ name string }

type node struct {
	resource *resource
	peer     *node
	page     [512]byte
}

func build() {
	a := &node{resource: &resource{"a"}}
	b := &node{}
	a.peer, b.peer = b, a
	//gomem:say The finalizer's object refers to nothing: no way back.
	//gomem:say[zh] 终结器的对象不引用任何东西：没有回路。
	runtime.SetFinalizer(a.resource, func(r *resource) { fmt.Println("finalizing", r.name) })
}

func main() {
	build()
	//gomem:say The cycle of a and b is unreachable: this collection frees both, and queues the finalizer.
	//gomem:say[zh] a 和 b 的循环不可达：这次回收释放它们，并把终结器排入队列。
	runtime.GC()
	time.Sleep(time.Millisecond)
	runtime.GC()
	//gomem:stop
	fmt.Println("done")
}
