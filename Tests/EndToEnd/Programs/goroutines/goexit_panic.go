package main

import (
	"fmt"
	"runtime"
)

func run(name string, f func()) {
	done := make(chan bool)
	go func() {
		defer close(done)
		f()
		fmt.Println(name, "returned")
	}()
	<-done
	fmt.Println(name, "is over")
}

func main() {
	run("panic while exiting", func() {
		defer fmt.Println("last")
		defer func() { fmt.Println("recovered", recover()) }()
		defer func() { panic("during Goexit") }()
		runtime.Goexit()
	})
	run("exit while panicking", func() {
		defer func() { fmt.Println("recover finds", recover()) }()
		defer runtime.Goexit()
		panic("given up")
	})
	run("exit in nested", func() {
		defer fmt.Println("outermost")
		func() {
			defer func() {
				defer fmt.Println("deferred by deferred")
				runtime.Goexit()
			}()
			panic("one")
		}()
		fmt.Println("not reached")
	})
	run("exit twice", func() {
		defer fmt.Println("first deferred")
		defer runtime.Goexit()
		runtime.Goexit()
	})
}
