package main

import "fmt"

func main() {
	var s uint = 33
	var i = 1 << s
	var j int32 = 1 << s
	var k = uint64(1 << s)
	var w int64 = 1.0 << 33
	var u = 1<<s != 0
	var v1 = make([]byte, 1<<3)
	fmt.Println(i, j, k, w, u, len(v1))
	x := -8
	fmt.Println(x>>1, x>>70, x<<62, uint8(x)>>1, uint32(1)<<31>>31)
	for n := 0; n < 70; n += 23 {
		fmt.Print(1<<n, " ", int8(1)<<n, " ", uint16(0xffff)>>n, " ")
	}
	fmt.Println()
	var b byte = 1
	b <<= 7
	fmt.Println(b, b<<1, int(b)<<1, b>>7)
	func() {
		defer func() { fmt.Println(recover()) }()
		n := -1
		fmt.Println(1 << n)
	}()
	const c = 1 << 62
	fmt.Println(c>>60, uint64(c)<<1)
	var s64 int64 = 3
	fmt.Println(1<<s64, 'a'<<1)
}
