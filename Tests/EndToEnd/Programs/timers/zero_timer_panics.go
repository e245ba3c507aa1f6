package main

import (
	"fmt"
	"time"
)

func main() {
	func() {
		defer func() { fmt.Println(recover()) }()
		var t time.Timer
		t.Stop()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var t time.Timer
		t.Reset(1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var t time.Ticker
		t.Stop()
		t.Reset(1)
	}()
}
