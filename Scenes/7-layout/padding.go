//gomem:scene Padding
//gomem:scene[zh] 填充字节
//gomem:about The same three fields in another order take 24 or 16 bytes: each field must start at a multiple of its alignment.
//gomem:about[zh] 同样三个字段，顺序不同，占 24 或 16 字节：每个字段的起始地址必须是其对齐值的倍数。
package main

import (
	"fmt"
	"unsafe"
)

type loose struct {
	a int8
	b int64
	c int16
}

type tight struct {
	a int8
	c int16
	b int64
}

//go:noinline
func newLoose() *loose { return &loose{a: 1, b: 2, c: 3} }

//go:noinline
func newTight() *tight { return &tight{a: 1, b: 2, c: 3} }

func main() {
	//gomem:say 7 bytes of padding before b, 6 behind c: 13 of 24 bytes carry nothing.
	//gomem:say[zh] b 之前填充 7 字节，c 之后填充 6 字节：24 字节里有 13 字节是空的。
	l := newLoose()
	//gomem:say Reordered: 1 byte before c, 4 before b, none at the end.
	//gomem:say[zh] 重新排列之后：c 前 1 字节，b 前 4 字节，末尾没有。
	t := newTight()
	fmt.Println(unsafe.Sizeof(*l), unsafe.Sizeof(*t))
	fmt.Println(unsafe.Offsetof(l.b), unsafe.Offsetof(t.b), l.b+t.b)
}
