package main

import "fmt"

type T struct{ n int }

func (t T) show(xs ...any)      { fmt.Println(t.n, len(xs), xs) }
func (t *T) point(xs ...int)    { fmt.Println(t.n, xs) }
func two(i int) (int, string)   { return i, fmt.Sprint("s", i) }
func rest(a int, xs ...string)  { fmt.Println(a, xs) }
func all(xs ...any)             { fmt.Println(xs...) }
func none(a int, xs ...float64) { fmt.Println(a, xs == nil) }

type shower interface{ show(...any) }

func main() {
	for i := 0; i < 3; i++ {
		defer fmt.Print("d", i, " ", i*i, "\n")
		defer T{i}.show(i, "x", nil)
		defer (&T{i}).point(i, i+1)
		defer rest(two(i))
		defer all(two(i))
		defer none(i)
		defer all([]any{i, "spread"}...)
		var s shower = T{i * 10}
		defer s.show()
		defer s.show(i)
		f := func(xs ...int) { fmt.Println("f", i, xs) }
		defer f(i, i)
		defer func(xs ...any) { fmt.Println("literal", xs) }(i, 2.5)
		defer println("builtin", i)
		if i == 2 {
			f = nil
			defer func() { fmt.Println(recover()) }()
			defer f(1)
		}
	}
	fmt.Println("body")
}
