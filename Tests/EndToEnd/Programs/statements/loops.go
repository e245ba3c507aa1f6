package main

import "fmt"

func main() {
	for i := 0; i < 3; i++ {
		fmt.Print(i, " ")
	}
	n := 5
	for n > 0 {
		n -= 2
	}
	fmt.Println(n)
	for {
		n++
		if n%2 == 0 {
			continue
		}
		if n > 6 {
			break
		}
	}
	fmt.Println(n)
	for i := range 4 {
		fmt.Print(i, " ")
	}
	for range 2 {
		fmt.Print("x ")
	}
	const c = 3
	for i := range c {
		fmt.Printf("%T ", i)
		break
	}
	var u8 uint8 = 3
	for i := range u8 {
		fmt.Printf("%T%d ", i, i)
	}
	fmt.Println()
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	s := []int{1, 2, 3}
	for i, v := range s {
		s = append(s, v*10)
		s[i] = -v
	}
	fmt.Println(s)
	var i, v int
	for i, v = range s {
	}
	fmt.Println(i, v)
	var arr [3]int
	idx := 0
	for idx, arr[idx] = range []int{7, 8, 9} {
	}
	fmt.Println(idx, arr)
outer:
	for i := range 3 {
		for j := range 3 {
			if j == 2 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	for i, r := range "aé世\xffz" {
		fmt.Print(i, ":", string(r), "(", r, ") ")
	}
	fmt.Println()
	ch := make(chan int, 5)
	for i := range 5 {
		ch <- i * i
	}
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	fmt.Println()
	m := map[int]int{1: 1}
	for k := range m {
		delete(m, k)
	}
	fmt.Println(len(m))
	i = 0
loop:
	if i < 3 {
		fmt.Print("goto ", i, " ")
		i++
		goto loop
	}
	fmt.Println()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, ",", j, " ")
	}
	fmt.Println()
	x := [...]int{1, 2, 3}
	for range x {
	}
	for i := range x[:2] {
		x[i] *= 2
	}
	fmt.Println(x)
	type hits struct{ n int }
	ps := []*hits{{1}, {2}}
	for _, p := range ps {
		p.n *= 10
	}
	fmt.Println(ps[0].n, ps[1].n)
	var total int64
	for i := int64(1); i <= 20; i++ {
		total += i * i * i
	}
	fmt.Println(total)
	var np *[5]int
	for i := range np {
		fmt.Print(i)
	}
	fmt.Println(len(np))
blk:
	for {
		for {
			break blk
		}
	}
	k := 0
	for k = range 10 {
		if k == 4 {
			break
		}
	}
	fmt.Println(k)
}
