package main

import "fmt"

func shl(x int32, n uint) int32 { return x << n }
func shr(x int32, n uint) int32 { return x >> n }

type bits uint16

func main() {
	for _, n := range []uint{0, 1, 7, 8, 15, 16, 31, 32, 33, 63, 64, 100} {
		var i8 int8 = -77
		var u8 uint8 = 0xB3
		var i16 int16 = -12345
		var u16 bits = 0xBEEF
		var i64 int64 = -0x123456789ABCDEF
		var u64 uint64 = 0xFEDCBA9876543210
		fmt.Println(n, i8<<n, i8>>n, u8<<n, u8>>n, i16<<n, i16>>n, u16<<n, u16>>n)
		fmt.Println("  ", shl(0x12345678, n), shr(-0x12345678, n), i64<<n, i64>>n, u64<<n, u64>>n)
	}
	var s8 int8 = 3
	var s64 int64 = 40
	fmt.Println(1<<s8, 1<<s64, uint32(1)<<s64, int64(1)<<s8)
	x := 1
	x <<= 10
	x >>= 3
	x |= 5
	x &^= 4
	x ^= 0xff
	x %= 100
	fmt.Println(x)
	var f float64 = float64(1 << 3)
	fmt.Println(f)
	var w int64 = 1.0 << 33
	fmt.Println(w)
	var k uint = 33
	var v int64 = 1 << k
	var small = uint8(1) << k
	fmt.Println(v, small)
	var arr [1 << 4]int
	fmt.Println(len(arr))
	defer func() {
		fmt.Println("recovered:", recover())
	}()
	neg := -1
	fmt.Println(1 << neg)
}
