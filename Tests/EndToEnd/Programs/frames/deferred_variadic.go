package main

import "fmt"

// The slice of a variadic call that is deferred or started belongs to the later call, each argument to the statement.

func show(name string, xs ...int) { fmt.Println(name, len(xs), xs) }

func two() (string, int) { return "two", 2 }

type printer struct{ tag string }

func (p printer) all(xs ...any) { fmt.Println(append([]any{p.tag}, xs...)...) }

func main() {
	p := printer{"p"}
	f := show
	for i := 0; i < 3; i++ {
		defer show("loop", i, i*i)
		defer fmt.Println("any", i, p)
		defer p.all(i, "x")
		defer f("func")
		p.tag += "+"
	}
	defer show(two())
	xs := []int{7, 8}
	defer show("spread", xs...)
	xs[0] = 70
	done := make(chan bool)
	for i := 0; i < 3; i++ {
		go func(c chan bool, names ...string) {
			fmt.Println(len(names), names)
			c <- true
		}(done, fmt.Sprint("g", i), "tail")
		<-done
	}
}
