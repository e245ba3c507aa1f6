package main

import (
	"fmt"
	"time"
)

func main() {
	defer fmt.Println("main's deferred call does not run")
	go func() {
		defer fmt.Println("goroutine's deferred call runs")
		var m map[string]int
		m["x"] = 1
	}()
	time.Sleep(time.Second)
}
