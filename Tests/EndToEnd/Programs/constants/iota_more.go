package main

import "fmt"

type ByteSize float64

const (
	_           = iota
	KB ByteSize = 1 << (10 * iota)
	MB
	GB
)

func (b ByteSize) String() string {
	switch {
	case b >= GB:
		return fmt.Sprintf("%.2fGB", b/GB)
	case b >= MB:
		return fmt.Sprintf("%.2fMB", b/MB)
	case b >= KB:
		return fmt.Sprintf("%.2fKB", b/KB)
	}
	return fmt.Sprintf("%.2fB", b)
}

const (
	bit0, mask0 = 1 << iota, 1<<iota - 1
	bit1, mask1
	_, _
	bit3, mask3
)

type Color int

const (
	Red Color = iota + 10
	Green
	Blue = iota * 100
	Purple
	x = "s"
	y
	z = iota
)

const outer = iota

func main() {
	fmt.Println(KB, MB, GB, ByteSize(1500), ByteSize(3.5e6))
	fmt.Println(bit0, mask0, bit1, mask1, bit3, mask3)
	fmt.Println(Red, Green, Blue, Purple, x, y, z, outer)
	fmt.Printf("%T %T %T\n", Green, Blue, z)
	const (
		a = iota
		b
		c = iota == 2
		d
	)
	fmt.Println(a, b, c, d)
	const (
		skip = iota
		_
		_
		three
	)
	fmt.Println(three)
}
