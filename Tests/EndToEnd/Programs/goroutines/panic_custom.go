package main

import (
	"fmt"
	"time"
)

type problem struct{ code int }

func (p problem) Error() string { return fmt.Sprint("problem ", p.code) }

func main() {
	go func() {
		defer func() {
			r := recover()
			fmt.Println("first:", r)
			panic(fmt.Errorf("again: %w", r.(error)))
		}()
		panic(problem{7})
	}()
	time.Sleep(time.Second)
	fmt.Println("not reached")
}
