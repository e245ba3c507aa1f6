//gomem:scene A list in three colours
//gomem:scene[zh] 三种颜色的链表
//gomem:about Step through a collection block by block: white is not seen yet, grey is seen, black is done. What is still white at the end is swept.
//gomem:about[zh] 一块一块地走完一次回收：白色尚未看到，灰色已经看到，黑色处理完毕；最后仍是白色的会被清扫。
package main

import (
	"fmt"
	"runtime"
)

type node struct {
	value int
	next  *node
}

var head *node

//go:noinline
func push(value int) {
	//gomem:say A new node in front; it refers to the old head.
	//gomem:say[zh] 在表头放一个新节点，它引用原来的表头。
	head = &node{value: value, next: head}
}

func sum() int {
	total := 0
	for n := head; n != nil; n = n.next {
		total += n.value
	}
	return total
}

func main() {
	for i := 1; i <= 5; i++ {
		push(i)
	}
	//gomem:say The first two nodes are cut off: nothing refers to them any more, yet they still take up memory.
	//gomem:say[zh] 切掉最前面的两个节点：没有任何引用指向它们，但它们仍占着内存。
	head = head.next.next
	//gomem:ask How many of the five nodes will the collector free? | None | 2* | 3
	//gomem:stop
	runtime.GC()
	//gomem:say The survivors did not move. The freed slots wait for the next allocation of their size class.
	//gomem:say[zh] 存活者没有移动；空出的位置等待同一尺寸类的下一次分配。
	push(9)
	fmt.Println(sum())
}
