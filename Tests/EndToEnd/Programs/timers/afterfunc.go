package main

import (
	"fmt"
	"time"
)

func main() {
	done := make(chan string)
	start := time.Now()
	t := time.AfterFunc(10*time.Millisecond, func() { done <- "fired" })
	fmt.Println(t.C == nil)
	fmt.Println(<-done, time.Since(start) >= 10*time.Millisecond)
	fmt.Println(t.Stop())
	t.Reset(time.Millisecond)
	fmt.Println(<-done)
	u := time.AfterFunc(time.Millisecond, func() { done <- "not fired" })
	fmt.Println(u.Stop())
	select {
	case s := <-done:
		fmt.Println(s)
	case <-time.After(20 * time.Millisecond):
		fmt.Println("nothing")
	}
	time.AfterFunc(0, func() { done <- "at once" })
	fmt.Println(<-done)
	time.AfterFunc(-time.Second, func() { done <- "before" })
	fmt.Println(<-done)
}
