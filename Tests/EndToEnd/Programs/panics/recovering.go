package main

import (
	"errors"
	"fmt"
	"runtime"
)

func try(name string, f func()) {
	defer func() {
		r := recover()
		switch e := r.(type) {
		case nil:
			fmt.Println(name, "no panic")
		case runtime.Error:
			fmt.Println(name, "runtime error:", e.Error())
		case error:
			fmt.Println(name, "error:", e)
		case fmt.Stringer:
			fmt.Println(name, "stringer:", e.String())
		default:
			fmt.Printf("%s %T: %v\n", name, r, r)
		}
	}()
	f()
}

type S struct{ a, b int }

func (s S) String() string { return "S!" }

func deferOrder() {
	for i := 0; i < 4; i++ {
		defer fmt.Print("d", i, " ")
	}
	fmt.Print("body ")
}

func namedResult(a, b int) (q int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("caught: %v", r)
			q = -1
		}
	}()
	q = a / b
	return q, nil
}

func nested() (s string) {
	defer func() { s += fmt.Sprint(" outer:", recover()) }()
	defer func() {
		defer func() { s += fmt.Sprint(" inner:", recover()) }()
		panic("second")
	}()
	panic("first")
}

func replaced() {
	defer func() { panic("third") }()
	defer func() { panic("second") }()
	panic("first")
}

func notDirect() {
	defer func() {
		func() { fmt.Println("indirect recover:", recover()) }()
	}()
	panic("needs a direct call")
}

func helper() { fmt.Println("helper:", recover()) }
func direct() {
	defer helper()
	panic("direct")
}

func loopRecover() (n int) {
	for i := 0; i < 5; i++ {
		func() {
			defer func() {
				if recover() != nil {
					n++
				}
			}()
			if i%2 == 0 {
				panic(i)
			}
		}()
	}
	return
}

func argsEarly() {
	x := 1
	defer fmt.Println("deferred x =", x)
	x = 2
	defer func() { fmt.Println("closure x =", x) }()
	x = 3
}

func rethrow() {
	defer func() {
		r := recover()
		panic(fmt.Sprintf("re-%v", r))
	}()
	panic("throw")
}

type res struct{ name string }

func (r *res) Close() error { fmt.Println("close", r.name); return errors.New("close " + r.name) }

func resources() (err error) {
	a := &res{"a"}
	defer a.Close()
	b := &res{"b"}
	defer func() { err = errors.Join(err, b.Close()) }()
	return errors.New("work failed")
}

func deep(n int) {
	defer func() {
		if n%2 == 0 {
			if r := recover(); r != nil {
				fmt.Print("deep", n, "(", r, ") ")
				if n > 0 {
					panic(n)
				}
			}
		}
	}()
	if n == 6 {
		panic("bottom")
	}
	deep(n + 1)
}

func main() {
	var m map[string]int
	var p *S
	var e interface{} = "str"
	arr := []int{1, 2, 3}
	idx, zero, neg := 5, 0, -1
	try("index", func() { _ = arr[idx] })
	try("index neg", func() { _ = arr[neg] })
	try("slice hi", func() { _ = arr[1:idx] })
	try("slice lo", func() { lo := 3; hi := 2; _ = arr[lo:hi] })
	try("slice 3", func() { _ = arr[0:2:idx] })
	try("slice 3b", func() { h := 3; mx := 2; _ = arr[0:h:mx] })
	try("string index", func() { _ = "abc"[idx] })
	try("string slice", func() { _ = "abc"[idx:] })
	try("array index", func() { var a [4]int; _ = a[idx] })
	try("divide", func() { fmt.Println(1 / zero) })
	try("mod", func() { fmt.Println(1 % zero) })
	try("nil map", func() { m["a"] = 1 })
	try("nil pointer", func() { fmt.Println(p.b) })
	try("nil func", func() { var f func(); f() })
	try("type assertion", func() { _ = e.(int) })
	try("make neg", func() { _ = make([]int, neg) })
	try("make cap", func() { _ = make([]int, 2, zero+1) })
	try("custom", func() { panic(fmt.Errorf("wrapped: %w", errors.New("inner"))) })
	try("stringer", func() { panic(S{1, 2}) })
	try("int", func() { panic(42) })
	try("nil panic", func() { panic(nil) })
	try("none", func() {})
	try("array conv", func() { _ = [4]int(arr) })
	try("shift", func() { fmt.Println(1 << neg) })
	try("replaced", replaced)
	try("not direct", notDirect)
	try("rethrow", rethrow)
	try("goexit-free", deferOrder)
	fmt.Println(namedResult(6, 3))
	fmt.Println(namedResult(6, 0))
	fmt.Println(nested())
	direct()
	fmt.Println(loopRecover())
	argsEarly()
	fmt.Println(resources())
	deep(0)
	fmt.Println()
	fmt.Println(recover())
}
