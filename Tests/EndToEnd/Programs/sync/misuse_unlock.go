package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	mu.Lock()
	mu.Unlock()
	defer fmt.Println("not run: fatal errors cannot be recovered")
	defer func() { recover() }()
	mu.Unlock()
}
