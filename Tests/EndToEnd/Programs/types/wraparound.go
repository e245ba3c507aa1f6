package main

import "fmt"

type Celsius int8

func main() {
	var i8 int8 = 127
	var i16 int16 = 32767
	var i32 int32 = 2147483647
	var i64 int64 = 9223372036854775807
	var u8 uint8 = 255
	var u16 uint16 = 65535
	var u32 uint32 = 4294967295
	var u64 uint64 = 18446744073709551615
	i8++
	i16++
	i32++
	i64++
	u8++
	u16++
	u32++
	u64++
	fmt.Println(i8, i16, i32, i64, u8, u16, u32, u64)
	i8--
	i16--
	i32--
	i64--
	u8--
	u16--
	u32--
	u64--
	fmt.Println(i8, i16, i32, i64, u8, u16, u32, u64)
	fmt.Println(i8*i8, i16*i16, i32*i32, i64*i64, u8*u8, u16*u16, u32*u32, u64*u64)
	fmt.Println(-i8, -(i8 + 1), -(i64 + 1), -u8, -u64, ^u8, ^i8, ^u64)

	min8, min64 := int8(-128), int64(-9223372036854775808)
	m8, m64 := int8(-1), int64(-1)
	fmt.Println(min8/m8, min8%m8, min64/m64, min64%m64)
	fmt.Println(min8*m8, -min8, min64*m64, -min64)

	// Division truncates towards zero; the remainder has the dividend's sign.
	for _, x := range []int{7, -7} {
		for _, y := range []int{3, -3} {
			fmt.Println(x, y, x/y, x%y, x/y*y+x%y == x)
		}
	}
	var t Celsius = 100
	t += 100
	fmt.Println(t, t > 0)
	t <<= 2
	fmt.Println(t)
	var c Celsius = 10
	c *= 13
	c -= -1
	fmt.Printf("%d %T %v\n", c, c, c/3)

	var a, b uint8 = 200, 100
	fmt.Println(a+b, a-b, b-a, a*b, a/b, a%b, a&b, a|b, a^b, a&^b)
	fmt.Println(int(a+b), int(a)+int(b), uint16(a)*uint16(b))
	var p, q int16 = -300, 129
	fmt.Println(p*q, p-q*200, p&q, p|q, p^q, p&^q, int8(p), uint8(p), uint16(p), uint32(p), int64(p))
	var up uintptr = 0
	up--
	fmt.Println(up, up == ^uintptr(0))
}
