package main

import "fmt"

func main() {
	done := make(chan bool)
	defer fmt.Println("main's deferred call does not run")
	go func() {
		defer fmt.Println("deferred in the goroutine")
		var m map[string]int
		m["a"] = 1
	}()
	<-done
}
