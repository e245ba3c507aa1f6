package main

import (
	"fmt"
	"math"
)

func main() {
	var i8 int8 = 127
	i8++
	var u8 uint8
	u8--
	var i16 int16 = math.MinInt16
	i16 = -i16
	var i32 int32 = math.MaxInt32
	i32 += 2
	var i64 int64 = math.MinInt64
	fmt.Println(i8, u8, i16, i32, -i64, i64/-1, i64%-1)
	var u32 uint32 = 1 << 31
	fmt.Println(u32<<1, u32>>31, u32*2, ^u32, -u32)
	var f32 float32 = 1e38
	f32 *= 10
	fmt.Println(f32, -f32, f32-f32, 1/f32)
	var z float64
	f64 := 1.0
	fmt.Println(1/z, -1/z, z/z, math.IsNaN(z/z), -z, 1/(-z*1))
	fmt.Println(int(3.99*f64), int(-3.99*f64), uint8(int(300)&255), int8(u32>>24), int64(float32(16777217)))
	var a, b uint = 3, 5
	fmt.Println(a-b, a-b > 0, int(a-b))
	x := 0b1010
	fmt.Println(x&0b0110, x|0b0101, x^0b1111, x&^0b0010, ^x, x<<2, x>>1, -x>>1)
	fmt.Println(7/2, -7/2, 7/-2, -7/-2, 7%2, -7%2, 7%-2, -7%-2)
	c := complex(1, 2)
	fmt.Println(c*c, c/(1+1i), real(c), imag(c), c == 1+2i, -c, c+3)
	var c64 complex64 = complex64(c)
	fmt.Printf("%T %T %T %v\n", real(c64), c, c64, c64*2)
	var r rune = 'x'
	var by byte = 'y'
	fmt.Printf("%T %T %d %c\n", r, by, r+1, by+1)
	var up uintptr = 10
	fmt.Println(up + 5)
	var s uint = 70
	fmt.Println(1<<s == 0, int32(1)<<s, -1>>s, uint8(200)>>1<<1)
	fmt.Println(float32(0.1), float64(float32(0.1)), 0.1+0.2, float32(0.1)+float32(0.2))
	fmt.Println(math.MaxFloat64, math.SmallestNonzeroFloat64, math.MaxFloat32, 1e20, 1e21, 123456789.0, 1e-5, 100000.0)
	fmt.Println(int64(math.Float64bits(1.5)), math.Float32bits(-2))
	type Celsius float64
	type Fahrenheit float64
	t := Celsius(100)
	fmt.Println(Fahrenheit(t*9/5 + 32))
	h := 10
	h /= 3
	h %= 2
	h <<= 4
	h |= 3
	h &^= 1
	h ^= 0xff
	fmt.Println(h)
}
