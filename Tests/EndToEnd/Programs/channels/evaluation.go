package main

import "fmt"

func value(s string, v int) int {
	fmt.Println("value", s)
	return v
}

func channel(s string, c chan int) chan int {
	fmt.Println("channel", s)
	return c
}

func main() {
	c := make(chan int, 4)
	channel("send", c) <- value("send", 1)
	fmt.Println(<-channel("receive", c))
	var array [3]int
	c <- 5
	c <- 2
	array[value("index", 1)] = <-channel("into array", c)
	fmt.Println(array)
	select {
	case channel("first", c) <- value("first", 7):
		fmt.Println("sent")
	case array[value("lhs", 2)] = <-channel("second", nil):
		fmt.Println("received")
	}
	fmt.Println(array, len(c))
	m := map[string]int{}
	var ok bool
	m["v"], ok = <-c
	fmt.Println(m, ok)
}
