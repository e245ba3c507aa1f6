package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	time.Sleep(50 * time.Millisecond)
	d := time.Since(start)
	fmt.Println(d >= 50*time.Millisecond, d < time.Second)
	c := make(chan time.Time, 1)
	go func() { c <- <-time.After(30 * time.Millisecond) }()
	at := <-c
	fmt.Println(at.After(start), at.Sub(start) >= 80*time.Millisecond)
	deadline := time.Now().Add(20 * time.Millisecond)
	n := 0
	for time.Now().Before(deadline) {
		time.Sleep(5 * time.Millisecond)
		n++
	}
	fmt.Println(n >= 1 && n <= 5)
}
