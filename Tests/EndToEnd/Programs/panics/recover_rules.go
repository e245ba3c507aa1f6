package main

import "fmt"

func direct() {
	defer func() { fmt.Println("direct", recover()) }()
	panic(1)
}
func nestedCall() {
	defer func() { fmt.Println("outer recovers", recover()) }()
	defer func() {
		func() { fmt.Println("nested", recover()) }()
	}()
	panic(2)
}
func asDeferred() {
	defer func() { fmt.Println("after", recover()) }()
	defer recover()
	defer fmt.Println("args", recover())
	panic(3)
}

type T struct{}

func (T) rec() { fmt.Println("method", recover()) }
func method()  { defer T{}.rec(); panic(4) }
func value()   { r := T{}.rec; defer r(); panic(5) }
func iface() {
	var i interface{ rec() } = T{}
	defer i.rec()
	panic(6)
}
func deferInDefer() {
	defer func() {
		defer func() { fmt.Println("in deferred's defer", recover()) }()
	}()
	panic(7)
}
func replaced() {
	defer func() { fmt.Println("replaced", recover()) }()
	defer func() { panic("new") }()
	panic("old")
}
func twice() {
	defer func() { fmt.Println("second", recover()) }()
	defer func() { fmt.Println("first", recover()) }()
	panic(8)
}
func afterRecover() (s string) {
	defer func() { s += " end" }()
	defer func() {
		if recover() != nil {
			s = "recovered"
		}
	}()
	panic("x")
}
func loop() {
	for i := range 3 {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Print("loop ", r, " ")
				}
			}()
			if i%2 == 0 {
				panic(i)
			}
		}()
	}
	fmt.Println()
}

func main() {
	direct()
	nestedCall()
	func() {
		defer func() { recover() }()
		asDeferred()
	}()
	method()
	value()
	iface()
	func() {
		defer func() { fmt.Println("main", recover()) }()
		deferInDefer()
	}()
	replaced()
	twice()
	fmt.Println(afterRecover())
	loop()
}
