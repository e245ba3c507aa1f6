package main

import (
	"fmt"
	"os"
	"runtime"
	"time"
)

func main() {
	go func() {
		time.Sleep(time.Millisecond)
		fmt.Println("others go on")
		os.Exit(3)
	}()
	defer fmt.Println("deferred")
	runtime.Goexit()
}
