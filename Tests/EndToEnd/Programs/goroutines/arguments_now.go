package main

import "fmt"

func trace(s string) string {
	fmt.Println("evaluated", s)
	return s
}

func main() {
	done := make(chan bool)
	x := 1
	go func(v int, s string) {
		fmt.Println(v, s)
		done <- true
	}(x, trace("argument"))
	x = 2
	fmt.Println("started")
	<-done
	fmt.Println(x)
}
