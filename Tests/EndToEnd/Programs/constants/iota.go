package main

import "fmt"

type Day int

const (
	Sunday Day = iota
	Monday
	Tuesday
	_
	Thursday
	Friday = iota + 100
	Saturday
)

type Flags uint8

const (
	Read Flags = 1 << iota
	Write
	Exec
	All = Read | Write | Exec
)

const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
)

const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

const (
	first = "x"
	second
	third = iota
	fourth
)

const Huge = 1 << 100
const Ratio = Huge >> 98
const Third = 1.0 / 3
const Pi = 3.14159265358979323846264338327950288419716939937510582097494459

func (d Day) String() string {
	switch d {
	case Sunday:
		return "Sun"
	case Monday:
		return "Mon"
	}
	return fmt.Sprintf("Day(%d)", int(d))
}

func (f Flags) String() string {
	s := ""
	for i, name := range []string{"r", "w", "x"} {
		if f&(1<<i) != 0 {
			s += name
		} else {
			s += "-"
		}
	}
	return s
}

func main() {
	fmt.Println(Sunday, Monday, Tuesday, Thursday, Friday, Saturday)
	fmt.Println(Read, Write, Exec, All, All&^Write, Flags(0))
	fmt.Println(KB, MB, GB)
	fmt.Println(a, b, c, d, e, f)
	fmt.Println(first, second, third, fourth)
	fmt.Println(Ratio, Huge/(1<<97), Third*3 == 1, float32(Third))
	fmt.Println(Pi, float32(Pi), Pi*1e10, int64(Pi*0+7))
	const big = 9223372036854775807
	const expr = (big*2 + 1) / 2
	fmt.Println(expr == big, big%1000, -7/2, -7%2, 7.0/2, 7/2, 7/2*1.0, 1/2.0)
	const r = 'a' + 1
	fmt.Printf("%T %v %c\n", r, r, r)
	const cplx = 2i * 2i
	fmt.Printf("%T %v %T %v\n", cplx, cplx, 1+0i, real(cplx))
	var f32 float32 = 1 << 20
	var i8 int8 = 'a'
	var u = uint(1) << 3.0
	fmt.Println(f32, i8, u)
	const s = "constant" + " " + "string"
	fmt.Println(s, len(s), s[3], s > "conf", len("héé"))
	const t = len(s) * 2
	var arr [t]bool
	fmt.Println(len(arr), cap(arr), t == 30)
	const (
		x = iota
		y
	)
	{
		const iota = 5
		fmt.Println(iota, x, y)
	}
	fmt.Println(^0, ^uint8(1), -5>>1, 5&^3, 6^3, 1<<3|1, !true || 2 > 1 && "a" < "b")
	fmt.Printf("%d %T %T %T %T\n", 'x', 'x', 1.0, 1, "s")
	var iface interface{} = 1 << 3
	fmt.Printf("%T %v\n", iface, iface)
	const long = 0xFFFFFFFFFFFFFFFF
	fmt.Println(uint64(long), long>>60, long&0xF0)
}
