package main

import "fmt"

func main() {
	c := make(chan string, 3)
	fmt.Println(len(c), cap(c))
	c <- "a"
	c <- "b"
	fmt.Println(len(c), cap(c))
	c <- "c"
	select {
	case c <- "d":
		fmt.Println("room?")
	default:
		fmt.Println("full")
	}
	fmt.Println(<-c, <-c, <-c)
	select {
	case v := <-c:
		fmt.Println("value?", v)
	default:
		fmt.Println("empty")
	}
	for i := range 10 {
		c <- fmt.Sprint(i)
		if i%3 == 2 {
			fmt.Println(<-c, <-c, <-c, len(c))
		}
	}
}
