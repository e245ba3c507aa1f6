package main

import "fmt"

func value() int { panic("in the operand") }

func main() {
	defer func() { fmt.Println("recovered:", recover()) }()
	c := make(chan int, 1)
	select {
	case c <- value():
	default:
	}
}
