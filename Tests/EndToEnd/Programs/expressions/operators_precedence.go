package main

import "fmt"

func main() {
	a, b, c := 7, 3, 2
	fmt.Println(a+b*c, (a+b)*c, a-b-c, a/b*c, a%b+c, -a+b, -a*b)
	fmt.Println(a<<1+1, a&b|c, a^b&c, a|b^c, a&^b+1, a<<b>>c)
	fmt.Println(a > b && b > c || a == 0, !(a > b) || c < b, a == b != (b == c))
	x := []int{1}
	p := &x[0]
	fmt.Println(*p+*p**p, -*p, ^*p, 5-(-3), 5 - +3, 5 ^ -1)
	fmt.Println(1<<3|1, 6&3<<1, 10-2*3%4)
	fmt.Println("a"+"b" == "ab", 'a'+1 > 'a', !true == false)
	var u uint8 = 0xF0
	fmt.Println(^u, u>>4|u<<4, u&^0x30)
	ch := make(chan int, 1)
	ch <- 5
	fmt.Println(-<-ch + 1)
}
