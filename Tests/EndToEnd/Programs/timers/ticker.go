package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	t := time.NewTicker(20 * time.Millisecond)
	n := 0
	for range t.C {
		n++
		if n == 5 {
			t.Stop()
			break
		}
	}
	d := time.Since(start)
	fmt.Println(n, d >= 100*time.Millisecond, d < 150*time.Millisecond)
	select {
	case <-t.C:
		fmt.Println("tick after Stop")
	case <-time.After(50 * time.Millisecond):
		fmt.Println("stopped")
	}
	t.Reset(time.Millisecond)
	<-t.C
	// Ticks that nobody takes are dropped.
	time.Sleep(50 * time.Millisecond)
	fmt.Println(len(t.C) <= 1, cap(t.C))
	t.Stop()
	for _, d := range []time.Duration{0, -1} {
		func() {
			defer func() { fmt.Println(recover()) }()
			time.NewTicker(d)
		}()
		func() {
			defer func() { fmt.Println(recover()) }()
			t.Reset(d)
		}()
	}
	fmt.Println(time.Tick(0) == nil)
}
