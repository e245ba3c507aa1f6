package main

import "fmt"

func main() {
	s := []byte("hello")
	n := 10
	defer func() {
		fmt.Println(recover())
		i, j := 4, 2
		_ = s[i:j]
	}()
	_ = s[:n]
}
