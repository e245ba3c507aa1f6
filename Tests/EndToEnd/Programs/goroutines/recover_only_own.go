package main

import "fmt"

func main() {
	done := make(chan string)
	for i := range 3 {
		go func() {
			defer func() {
				if r := recover(); r != nil {
					done <- fmt.Sprint("recovered ", r)
				} else {
					done <- "nothing to recover"
				}
			}()
			if i > 0 {
				panic(i)
			}
		}()
	}
	n := map[string]int{}
	for range 3 {
		n[<-done]++
	}
	fmt.Println(n)
}
