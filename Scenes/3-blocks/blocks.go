//gomem:scene One block, many values
//gomem:scene[zh] 一个内存块，多个值
//gomem:about A block carries all fields of a struct, all elements of an array; two slices may overlap in one block, and a pointer into its middle keeps all of it.
//gomem:about[zh] 一个内存块承载结构体的所有字段、数组的所有元素；两个切片可以在同一块中重叠，指向中间的指针会保住整个块。
package main

import "fmt"

type point struct {
	x, y int
}

type segment struct {
	from, to point
	name     string
}

var kept *int

//go:noinline
func newSegment() *segment {
	//gomem:say One allocation: the block carries both points and the name's header.
	//gomem:say[zh] 一次分配：这个内存块同时承载两个点和字符串头。
	return &segment{from: point{1, 2}, to: point{3, 4}, name: "diagonal"}
}

//go:noinline
func newNumbers() []int {
	return []int{10, 20, 30, 40, 50, 60}
}

func main() {
	s := newSegment()
	//gomem:say A pointer to one field refers to the whole block.
	//gomem:say[zh] 指向一个字段的指针，引用的是整个内存块。
	kept = &s.to.x
	numbers := newNumbers()
	//gomem:say left and right are two headers over one block; they share the elements 30 and 40.
	//gomem:say[zh] left 和 right 是同一内存块上的两个切片头，共享元素 30 和 40。
	left := numbers[0:4]
	right := numbers[2:6]
	//gomem:ask left[2] = 99. What is right[0]? | 30 | 99*
	left[2] = 99
	fmt.Println(right[0], *kept, len(left), cap(left), s.name)
}
