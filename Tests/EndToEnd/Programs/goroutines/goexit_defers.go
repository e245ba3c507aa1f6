package main

import (
	"fmt"
	"runtime"
)

func inner() {
	defer fmt.Println("inner deferred")
	defer func() { fmt.Println("recover in Goexit:", recover()) }()
	runtime.Goexit()
	fmt.Println("not reached")
}

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer fmt.Println("outer deferred")
		inner()
		fmt.Println("not reached")
	}()
	<-done
	fmt.Println("main goes on")
}
