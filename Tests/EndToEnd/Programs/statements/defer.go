package main

import (
	"errors"
	"fmt"
	"os"
)

type res struct{ name string }

func open(name string) (*res, error) {
	fmt.Println("open", name)
	if name == "bad" {
		return nil, errors.New("cannot open " + name)
	}
	return &res{name}, nil
}
func (r *res) Close() error { fmt.Println("close", r.name); return nil }

func use(names ...string) (err error) {
	for _, n := range names {
		r, e := open(n)
		if e != nil {
			return fmt.Errorf("use: %w", e)
		}
		defer r.Close()
	}
	defer func() {
		if err == nil {
			err = errors.New("set by defer")
		}
	}()
	return nil
}

func order() {
	for i := 0; i < 3; i++ {
		defer fmt.Print(i, " ")
	}
	x := 1
	defer fmt.Println("x at defer", x)
	x = 2
	defer func() { fmt.Println("x at run", x) }()
	x = 3
}

func result() (n int) {
	defer func() { n *= 2 }()
	defer func() { n += 3 }()
	n = 1
	return n + 1
}

func unnamed() int {
	n := 1
	defer func() { n = 100 }()
	return n
}

func nested() {
	defer fmt.Println("outer")
	defer func() {
		defer fmt.Println("inner deferred")
		fmt.Println("in deferred")
	}()
}

func cond(b bool) {
	if b {
		defer fmt.Println("conditional")
	}
	fmt.Println("body", b)
}

func loopFile() {
	defer fmt.Fprintln(os.Stdout, "variadic", 1, 2, []int{3})
	m := map[string]int{"a": 1}
	defer delete(m, "a")
	defer func(m map[string]int) { fmt.Println(len(m)) }(m)
	ch := make(chan int, 1)
	defer close(ch)
	defer copy([]int{1}, []int{2})
	defer print("")
	defer panicky()
}

func panicky() {
	defer func() { recover() }()
	panic(1)
}

func main() {
	fmt.Println(use("a", "b"))
	fmt.Println(use("a", "bad", "c"))
	order()
	fmt.Println(result(), unnamed())
	nested()
	cond(true)
	cond(false)
	loopFile()
	var f func()
	func() {
		defer func() { fmt.Println("nil func:", recover()) }()
		defer f()
		fmt.Println("before nil call")
	}()
	defer func() {
		r := recover()
		fmt.Println("main recovered", r)
	}()
	var p *res
	fmt.Println(p.name)
}
