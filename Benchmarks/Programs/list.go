package main

import (
	"os"
	"runtime"
)

type node struct {
	next  *node
	value int
}

// A million linked blocks, and as many collections as there are arguments.
func main() {
	var head *node
	for i := 0; i < 1000000; i++ {
		head = &node{head, i}
	}
	for range os.Args[1:] {
		runtime.GC()
	}
	println(head.value)
}
