package main

import "fmt"

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Printf("%s: %v\n", name, r)
		}
	}()
	f()
}

func main() {
	bad := func(yield func(int) bool) {
		yield(1)
		yield(2)
	}
	try("continued after break", func() {
		for x := range bad {
			fmt.Println(x)
			break
		}
	})
	var kept func(int) bool
	try("after loop", func() {
		for range func(yield func(int) bool) { kept = yield } {
		}
		kept(1)
	})
	try("swallowed", func() {
		for range func(yield func(int) bool) {
			defer func() { recover() }()
			yield(1)
		} {
			panic("in body")
		}
	})
	try("plain panic", func() {
		for range func(yield func() bool) { yield() } {
			panic("in body")
		}
	})
	try("nil func", func() {
		var f func(func(int) bool)
		for range f {
		}
	})
}
