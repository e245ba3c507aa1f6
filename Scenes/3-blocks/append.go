//gomem:scene append past capacity
//gomem:scene[zh] append 超出容量
//gomem:about When the capacity is used up, append allocates a larger block and copies. Whoever still holds the old slice looks at the old block.
//gomem:about[zh] 容量用完时，append 会分配更大的内存块并复制；仍持有旧切片的一方看到的还是旧块。
package main

import "fmt"

//go:noinline
func start() []int {
	return make([]int, 0, 2)
}

func main() {
	list := start()
	for i := 1; i <= 5; i++ {
		//gomem:say Watch length and capacity: within the capacity append only writes; past it a new block appears.
		//gomem:say[zh] 注意长度与容量：容量之内 append 只是写入；超出之后会出现新的内存块。
		list = append(list, i*i)
		fmt.Println(len(list), cap(list))
	}
	old := list
	//gomem:ask cap is 8, len is 5. Does this append allocate? | Yes | No*
	list = append(list, 36)
	list[0] = 100
	//gomem:say Both headers share the block, so old sees the write; its length hides the sixth element.
	//gomem:say[zh] 两个切片头共享同一内存块，old 看得到写入；但它的长度遮住了第六个元素。
	fmt.Println(old[0], len(old), len(list))
}
