package main

import (
	"fmt"
	"unsafe"
)

type A struct {
	a bool
	b int64
	c bool
}
type B struct {
	b    int64
	a, c bool
}
type C struct {
	x int32
	y string
	z []int
	w any
	e struct{}
}

func main() {
	fmt.Println(unsafe.Sizeof(A{}), unsafe.Sizeof(B{}), unsafe.Sizeof(C{}), unsafe.Alignof(A{}), unsafe.Offsetof(A{}.c), unsafe.Offsetof(C{}.w))
	fmt.Println(unsafe.Sizeof(0), unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Sizeof(map[int]int{}), unsafe.Sizeof([3]int16{}), unsafe.Sizeof(1i), unsafe.Sizeof('a'), unsafe.Sizeof(struct{}{}))
	x := [4]int32{1, 2, 3, 4}
	p := unsafe.Pointer(&x[0])
	q := (*int32)(unsafe.Add(p, 8))
	*q = 30
	fmt.Println(x, *(*int64)(p))
	s := unsafe.Slice(&x[1], 2)
	str := unsafe.String(unsafe.StringData("hello"), 3)
	fmt.Println(s, str, *unsafe.SliceData(s))
	f := 1.5
	fmt.Printf("%#x\n", *(*uint64)(unsafe.Pointer(&f)))
	const sz = unsafe.Sizeof(uintptr(0)) * 2
	var arr [sz]byte
	fmt.Println(len(arr))
}
