package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Hour)
	fmt.Println(t.Stop(), t.Stop())
	fmt.Println(t.Reset(time.Millisecond))
	<-t.C
	fmt.Println(t.Stop())
	fmt.Println(t.Reset(10*time.Millisecond), t.Reset(time.Millisecond))
	<-t.C
	fmt.Println(len(t.C), cap(t.C))
	t.Reset(time.Millisecond)
	time.Sleep(5 * time.Millisecond)
	// Since 1.23 a timer that was stopped or reset has nothing stale in its channel.
	fmt.Println(t.Stop())
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing")
	}
	t.Reset(time.Millisecond)
	time.Sleep(5 * time.Millisecond)
	fmt.Println(t.Reset(time.Hour))
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing")
	}
}
