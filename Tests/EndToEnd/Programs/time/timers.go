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
	fmt.Println(t.Reset(0))
	<-t.C
	n := 0
	tk := time.NewTicker(time.Millisecond)
	for range tk.C {
		if n++; n == 3 {
			tk.Stop()
			break
		}
	}
	fmt.Println(n)
	select {
	case <-tk.C:
		fmt.Println("tick after stop")
	case <-time.After(5 * time.Millisecond):
		fmt.Println("quiet")
	}
	tk.Reset(time.Millisecond)
	<-tk.C
	func() {
		defer func() { fmt.Println(recover()) }()
		time.NewTicker(0)
	}()
	d := time.Now().Add(time.Hour)
	fmt.Println(time.Until(d) > 59*time.Minute)
}
