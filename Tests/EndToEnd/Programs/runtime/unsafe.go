package main

import (
	"fmt"
	"unsafe"
)

type A struct {
	b bool
	i int64
	c bool
	j int32
	s string
	f func()
	e interface{}
	l []int
	m map[string]int
	z struct{}
}
type B struct {
	a int8
	b int16
	c int8
}
type C struct {
	x [3]B
	y *A
}

func main() {
	var a A
	fmt.Println(unsafe.Sizeof(a), unsafe.Alignof(a), unsafe.Offsetof(a.i), unsafe.Offsetof(a.c), unsafe.Offsetof(a.j), unsafe.Offsetof(a.s), unsafe.Offsetof(a.e), unsafe.Offsetof(a.z))
	fmt.Println(unsafe.Sizeof(B{}), unsafe.Sizeof(C{}), unsafe.Alignof(B{}.b), unsafe.Sizeof([0]int{}), unsafe.Sizeof(struct{}{}))
	fmt.Println(unsafe.Sizeof(1), unsafe.Sizeof("s"), unsafe.Sizeof('x'), unsafe.Sizeof(1.5), unsafe.Sizeof(1i), unsafe.Sizeof([]int{}), unsafe.Sizeof(uintptr(0)))
	const size = unsafe.Sizeof(B{}) * 2
	var arr [size]byte
	fmt.Println(len(arr))
	x := int64(0x0102030405060708)
	p := (*[8]byte)(unsafe.Pointer(&x))
	fmt.Println(*p)
	f := 1.5
	fmt.Printf("%#x\n", *(*uint64)(unsafe.Pointer(&f)))
	ints := []int32{10, 20, 30}
	second := *(*int32)(unsafe.Add(unsafe.Pointer(&ints[0]), 4))
	third := *(*int32)(unsafe.Pointer(uintptr(unsafe.Pointer(&ints[0])) + 2*unsafe.Sizeof(ints[0])))
	fmt.Println(second, third)
	b := B{1, 2, 3}
	*(*int8)(unsafe.Pointer(uintptr(unsafe.Pointer(&b)) + unsafe.Offsetof(b.c))) = 9
	fmt.Println(b)
	bs := []byte("bytes")
	s := unsafe.String(&bs[0], len(bs))
	sl := unsafe.Slice(&ints[0], 2)
	fmt.Println(s, sl, len(unsafe.Slice(unsafe.StringData("abc"), 3)), *unsafe.SliceData(ints))
}
