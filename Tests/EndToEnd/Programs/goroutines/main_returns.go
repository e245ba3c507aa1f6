package main

import (
	"fmt"
	"runtime"
)

func main() {
	c := make(chan int)
	go func() {
		defer fmt.Println("never")
		<-c
	}()
	go func() {
		for {
			runtime.Gosched()
		}
	}()
	runtime.Gosched()
	fmt.Println("main returns")
}
