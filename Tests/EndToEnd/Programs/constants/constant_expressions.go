package main

import "fmt"

const (
	a = 2 + 3.0
	b = 15 / 4
	c = 15 / 4.0
	d = 1 << 3.0
	e = int32(1) << 10
	h = "foo" > "bar"
	j = true
	k = 'w' + 1
	l = j == true
	S = iota + 1i
	T = iota*2 + 0.5
	Huge          = 1 << 100
	Four    int8  = Huge >> 98
	θ       = 3 + 0i
	m       = uint(5) - 5
	masked  = ^1
	maskedU = uint8(^byte(1))
	str     = "len" + "gth"
	ln      = len(str)
)

const Θ float64 = 3 / 2
const Π float64 = 3 / 2.
const Σ = 1 - 0.707i
const Δ = Σ + 2.0e-4
const Φ = iota*1i - 1/1i

func main() {
	fmt.Println(a, b, c, d, e, h, j, k, l, S, T, Four, real(θ), m, masked, maskedU, ln)
	fmt.Println(Θ, Π, Σ, Δ, Φ)
	fmt.Printf("%T %T %T %T %T %T\n", a, b, c, d, k, S)
	var f32 float32 = 1 / 3.0
	fmt.Println(f32, 1/3.0, -7/2, -7%3, 7.0/2, 1e400/1e399)
	const x = 0.1
	fmt.Println(x+x+x == 0.3, float32(x))
	y := 0.1
	fmt.Println(y+y+y == 0.3)
}
