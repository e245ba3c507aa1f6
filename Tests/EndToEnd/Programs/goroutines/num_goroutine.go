package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	fmt.Println(runtime.NumGoroutine())
	stop := make(chan bool)
	for range 4 {
		go func() { <-stop }()
	}
	fmt.Println(runtime.NumGoroutine())
	for range 4 {
		stop <- true
	}
	for runtime.NumGoroutine() > 1 {
		runtime.Gosched()
	}
	timer := time.AfterFunc(time.Hour, func() {})
	ticker := time.NewTicker(time.Hour)
	fmt.Println(runtime.NumGoroutine(), timer.Stop())
	ticker.Stop()
}
