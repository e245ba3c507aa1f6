package main

import (
	"fmt"
	"runtime"
)

func main() {
	defer fmt.Println("deferred")
	go func() {
		fmt.Println("the other one ends")
	}()
	runtime.Goexit()
}
