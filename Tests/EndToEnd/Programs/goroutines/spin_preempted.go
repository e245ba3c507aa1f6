package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

var stop atomic.Bool

func main() {
	n := 0
	done := make(chan bool)
	go func() {
		for !stop.Load() {
			n++
		}
		done <- true
	}()
	time.Sleep(time.Millisecond)
	stop.Store(true)
	<-done
	fmt.Println(n > 0)
}
