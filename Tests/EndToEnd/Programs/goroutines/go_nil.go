package main

import (
	"fmt"
	"time"
)

func main() {
	var f func()
	fmt.Println("about to")
	go f()
	time.Sleep(time.Second)
}
