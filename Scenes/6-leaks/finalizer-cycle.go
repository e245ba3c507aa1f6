//gomem:scene Leak: a finalizer on a cycle
//gomem:scene[zh] 泄漏：循环上的终结器
//gomem:about A finalizer needs its object, and all that the object refers to, whole. Where that leads back to the object itself it can never be found unreachable: neither is the finalizer called nor the memory freed.
//gomem:about[zh] 终结器需要它的对象以及对象引用的一切都完好。如果这些引用又回到对象自身，它就永远不会被判为不可达：终结器不会被调用，内存也不会被释放。
//gomem:expect leak 2
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	name string
	peer *node
	page [512]byte
}

func build() {
	a := &node{name: "a"}
	b := &node{name: "b"}
	//gomem:say a refers to b and b to a: a cycle. By itself that is no obstacle to the collector.
	//gomem:say[zh] a 引用 b，b 引用 a：形成循环。循环本身并不妨碍回收。
	a.peer, b.peer = b, a
	//gomem:say But now the collector must keep all that a refers to, for the finalizer: b, and by way of b, a itself.
	//gomem:say[zh] 但现在回收器必须为终结器保留 a 引用的一切：b，以及经由 b 的 a 自己。
	runtime.SetFinalizer(a, func(n *node) { fmt.Println("finalizing", n.name) })
}

func main() {
	build()
	runtime.GC()
	runtime.GC()
	//gomem:say No variable leads to the two nodes, and still they are here, for ever.
	//gomem:say[zh] 没有变量通向这两个节点，它们却永远留在这里。
	//gomem:stop
	fmt.Println("done")
}
