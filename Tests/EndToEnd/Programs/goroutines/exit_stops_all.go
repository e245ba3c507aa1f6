package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	for range 3 {
		go func() {
			for {
				time.Sleep(time.Millisecond)
			}
		}()
	}
	defer fmt.Println("not printed")
	time.Sleep(5 * time.Millisecond)
	fmt.Println("leaving")
	os.Exit(5)
}
