package main

import "fmt"

func main() {
	results := make([]chan int, 5)
	for i := range results {
		results[i] = make(chan int)
		go func() { results[i] <- i * i }()
	}
	for i := len(results) - 1; i >= 0; i-- {
		fmt.Println(<-results[i])
	}
}
