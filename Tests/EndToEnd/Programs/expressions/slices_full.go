package main

import "fmt"

func try(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("panic:", r)
		}
	}()
	f()
}

func main() {
	s := []int{1, 2, 3, 4, 5}
	a := [5]int{1, 2, 3, 4, 5}
	str := "hello"
	i, j, k, n := 1, 3, 4, -1
	fmt.Println(s[i:j], s[:j], s[i:], s[:], s[i:j:k], cap(s[i:j:k]), a[i:j], str[i:j], str[:0] == "")
	try(func() { fmt.Println(s[j:i]) })
	try(func() { fmt.Println(s[:10]) })
	try(func() { fmt.Println(s[6:]) })
	try(func() { fmt.Println(s[n:]) })
	try(func() { fmt.Println(s[i:j:10]) })
	try(func() { fmt.Println(s[i:k:j]) })
	try(func() { fmt.Println(s[j:i:k]) })
	try(func() { fmt.Println(str[j:i]) })
	try(func() { fmt.Println(str[9:]) })
	try(func() { fmt.Println(str[:9]) })
	try(func() { fmt.Println(str[n]) })
	try(func() { fmt.Println(a[k+1]) })
	try(func() { fmt.Println(a[i:n+100]) })
	try(func() { p := (*[5]int)(nil); fmt.Println(len(p)); fmt.Println(p[i:]) })
	try(func() { fmt.Println([6]int(s)) })
	try(func() { fmt.Println(s[uint8(200)]) })
	try(func() { u := uint32(1 << 31); fmt.Println(s[u]) })
	try(func() { x := []int(nil); fmt.Println(x[0:0] == nil, x[:]); fmt.Println(x[0]) })
	try(func() { _ = make([]int, n) })
	try(func() { _ = make([]int, 1, n+1) })
	try(func() { _ = make([]int, k, i) })
	try(func() { _ = make(chan int, n) })
	try(func() { _ = make(map[int]int, n) ; fmt.Println("map ok") })
	try(func() { _ = make([]int, 1<<62) })
	t := s[1:3]
	t = t[:4]
	fmt.Println(t, len(t), cap(t))
}
