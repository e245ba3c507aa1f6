package main

import "fmt"

func main() {
	c := make(chan int)
	done := make(chan [2]int)
	swap := func(mine int) {
		var got [2]int
		for range 2 {
			select {
			case c <- mine:
				got[0]++
			case v := <-c:
				got[1] += v
			}
		}
		done <- got
	}
	go swap(1)
	go swap(1)
	a, b := <-done, <-done
	fmt.Println(a[0]+b[0], a[1]+b[1])
}
