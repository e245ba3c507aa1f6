package main

import (
	"fmt"
	"slices"
	"sync"
)

func gen[T any](xs ...T) <-chan T {
	out := make(chan T)
	go func() {
		defer close(out)
		for _, x := range xs {
			out <- x
		}
	}()
	return out
}
func mapc[A, B any](in <-chan A, f func(A) B) <-chan B {
	out := make(chan B)
	go func() {
		defer close(out)
		for x := range in {
			out <- f(x)
		}
	}()
	return out
}
func merge[T any](cs ...<-chan T) <-chan T {
	var wg sync.WaitGroup
	out := make(chan T)
	wg.Add(len(cs))
	for _, c := range cs {
		go func() {
			defer wg.Done()
			for x := range c {
				out <- x
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}
func collect[T any](c <-chan T) (xs []T) {
	for x := range c {
		xs = append(xs, x)
	}
	return
}

func main() {
	in := gen(1, 2, 3, 4, 5, 6, 7, 8)
	a := mapc(in, func(i int) string { return fmt.Sprint("a", i*i) })
	b := mapc(gen("x", "y"), func(s string) string { return s + s })
	all := collect(merge(a, b))
	slices.Sort(all)
	fmt.Println(all)

	quit := make(chan bool)
	tick := make(chan int)
	go func() {
		defer close(tick)
		for i := 0; ; i++ {
			select {
			case tick <- i:
			case <-quit:
				return
			}
		}
	}()
	for v := range tick {
		if v == 5 {
			close(quit)
			break
		}
	}
	for range tick {
	}
	fmt.Println("drained")
}
