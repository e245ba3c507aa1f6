package main

import "fmt"

type Celsius float64
type MyInt int
type MyStr string
type Bytes []byte
type Fn func(int) int
type S1 struct {
	A int `tag:"one"`
	B string
}
type S2 struct {
	A int
	B string `tag:"two"`
}
type I interface{ M() }
type J interface {
	M()
	N()
}
type Impl struct{ n int }

func (i Impl) M() { fmt.Println("M", i.n) }
func (i Impl) N() { fmt.Println("N", i.n) }

func main() {
	f := 3.99
	fmt.Println(int(f), int(-f), uint8(int(f)), Celsius(f), MyInt(f))
	var big int64 = 1<<40 + 5
	fmt.Println(int32(big), int16(big), uint8(big), float32(big))
	fmt.Println(string(MyStr("abc")), MyStr([]byte("xyz")), Bytes("hello"), string(Bytes{104, 105}))
	fmt.Println(S1(S2{1, "x"}), (*S1)(&S2{2, "y"}).B)
	fn := Fn(func(i int) int { return i + 1 })
	fmt.Println((func(int) int)(fn)(1))
	var j J = Impl{5}
	i := I(j)
	i.M()
	i.(J).N()
	var e interface{} = j
	e.(I).M()
	ch := make(chan int, 1)
	var send chan<- int = ch
	var recv = (<-chan int)(ch)
	send <- 1
	fmt.Println(<-recv)
	fmt.Println([]rune("añb"), string([]rune{97, 241}), []byte("añ"))
	var np *int = (*int)(nil)
	fmt.Println(np == nil, []int(nil) == nil, map[string]int(nil) == nil, error(nil) == nil)
	arr := [4]int([]int{1, 2, 3, 4, 5})
	fmt.Println(arr)
	p := (*[2]int)([]int{7, 8, 9})
	fmt.Println(*p, len(p))
	var r rune = 'x'
	fmt.Println(string(r), float32(1)/3, float64(float32(1)/3))
	var u uint32 = 0xFFFFFFFF
	fmt.Println(int32(u), int64(u), int64(int32(u)))
	const c = 300
	x := c
	fmt.Println(byte(x), int8(x))
	fmt.Println(complex64(complex(1, 2)), uint(7)/2, 7.0/2, MyInt(7)/2)
}
