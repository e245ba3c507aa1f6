package main

import (
	"fmt"
	"runtime"
)

func line() int {
	_, _, l, _ := runtime.Caller(1)
	return l
}

func caller() {
	_, _, l, _ := runtime.Caller(1)
	var pcs [5]uintptr
	runtime.Callers(2, pcs[:])
	f, _ := runtime.CallersFrames(pcs[:]).Next()
	fmt.Println(l, f.Line, f.Function)
}

func late() {
	defer caller()
	fmt.Println("late")
}

func main() {
	fmt.Println(line())
	caller()
	late()
	defer caller()
}
