package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	defer func() { fmt.Println("recover does not help:", recover()) }()
	fmt.Println("about to")
	mu.Unlock()
}
