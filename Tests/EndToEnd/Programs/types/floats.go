package main

import "fmt"

func main() {
	x, y := 0.1, 0.2
	fmt.Println(x+y, x+y == 0.3, 0.1+0.2 == 0.3)
	var zero float64
	inf, nan := 1/zero, zero/zero
	fmt.Println(inf, -inf, nan, nan == nan, nan != nan, nan < 1, inf > 1e308, -zero == zero, 1/-inf)
	negZero := zero * -1
	fmt.Println(negZero, 1/negZero, negZero == 0)
	var f32 float32 = 16777216
	fmt.Println(f32+1 == f32, f32+2, f32/3, float64(f32/3))
	var a, b float32 = 0.1, 0.2
	fmt.Println(a+b, float64(a+b), a*b, a-b, a/b)
	sum := float32(0)
	for i := 0; i < 10; i++ {
		sum += 0.1
	}
	fmt.Println(sum, sum == 1)
	sum64 := 0.0
	for i := 0; i < 10; i++ {
		sum64 += 0.1
	}
	fmt.Println(sum64, sum64 == 1)
	fmt.Println(1e100, 1e-100, 123456789.0, 1e20, 1e21, 1e-4, 1e-5, 100000.0, 1234567.0, 0.000001234)
	fmt.Println(float32(1e10), float32(3.4e38), float32(1e-45), 5e-324, 1.7976931348623157e308)
	println(1.5, -0.25, float32(2.5), 1e100, inf, nan, 0.0)
	println(complex(1, -2), true, "text", 'x', uint8(7), int64(-9), nil == error(nil))
	c := complex(3, 4)
	d := 2 - 1i
	fmt.Println(c+d, c-d, c*d, c/d, -c, c == d, c != d, real(c*c), imag(c))
	c += 1
	c *= 2i
	fmt.Println(c)
	var c64 complex64 = 1 + 2i
	fmt.Println(c64*c64, c64/(1-1i))
	fmt.Printf("%v %.2f %g %e %T %T\n", c, c, c, c64, c, c64)
	fmt.Println(0x1p-2, 0x1.8p1, 1_000.5, .5, 1., 017, 0o17, 0b101, 0xFF, 1_000_000)
	big := 1e19
	fmt.Println(uint64(big), big)
	fmt.Println(max(1.5, nan, 2), min(nan, 3), max(zero, negZero), min(zero, negZero))
}
