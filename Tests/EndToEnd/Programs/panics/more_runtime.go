package main

import (
	"errors"
	"fmt"
	"runtime"
)

type T struct{ p *T; v int }
type I interface{ M() }
type E string

func (e E) Error() string { return "E:" + string(e) }

func try(name string, f func()) {
	defer func() {
		r := recover()
		_, isRT := r.(runtime.Error)
		e, isE := r.(error)
		fmt.Printf("%s: %v [%t %t]\n", name, r, isRT, isE)
		if isE {
			var re runtime.Error
			fmt.Println(errors.As(e, &re), e.Error() == fmt.Sprint(r))
		}
	}()
	f()
}

var zero int

func main() {
	try("index", func() { a := []int{1}; i := 5; _ = a[i] })
	try("neg", func() { a := []int{1}; i := -1; _ = a[i] })
	try("div", func() { _ = 1 / zero })
	try("mod", func() { _ = 1 % zero })
	try("nil", func() { var t *T; _ = t.v })
	try("nil deep", func() { t := &T{}; _ = t.p.p.v })
	try("nil iface", func() { var i I; i.M() })
	try("nil func", func() { var f func(); f() })
	try("nil map", func() { var m map[string]int; m["a"]++ })
	try("assert", func() { var x any = "s"; _ = x.(int) })
	try("assert nil", func() { var x any; _ = x.(int) })
	try("assert iface", func() { var x any = 1; _ = x.(I) })
	try("assert iface2", func() { var x any; _ = x.(I) })
	try("assert named", func() { var x error = E("q"); _ = x.(interface{ Foo() }) })
	try("assert ptr", func() { var x any = T{}; _ = x.(*T) })
	try("closed", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int); close(c); c <- 1 })
	try("close nil", func() { var c chan int; close(c) })
	try("slice to array", func() { s := []int{1}; _ = [2]int(s) })
	try("custom", func() { panic(E("x")) })
	try("nil panic", func() { panic(nil) })
	try("string", func() { panic("s") })
	try("struct", func() { panic(T{nil, 1}) })
	try("errorf", func() { panic(fmt.Errorf("w %w", E("y"))) })
	try("neg shift", func() { s := -1 + zero; _ = 1 << s })
	try("makeslice", func() { n := -5 + zero; _ = make([]int, n) })
	try("none", func() {})
}
