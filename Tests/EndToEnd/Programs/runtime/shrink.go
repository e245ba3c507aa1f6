// Stacks shrink during collections; whoever waits has its stack moved under its feet.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"unsafe"
)

//go:noinline
func deep(n int) int {
	var pad [256]int
	pad[n%256] = n
	if n == 0 {
		return pad[0]
	}
	return deep(n-1) + pad[n%256] - n
}

type record struct {
	name  string
	value int
}

func place(p *int) uintptr { return uintptr(unsafe.Pointer(p)) }

// wait grows its stack, then waits in every way that leaves pointers into the stack with others.
func wait(id int, in chan record, out chan [40]int, both chan int, results chan string, m *sync.Mutex) {
	var x int
	deep(100)
	before := place(&x)
	p := &x
	got := <-in
	moved := place(&x) != before
	*p = id

	var large [40]int
	for i := range large {
		large[i] = id * i
	}
	out <- large

	var selected int
	var ok bool
	select {
	case selected, ok = <-both:
	case never := <-make(chan int):
		selected = never
	}
	m.Lock()
	defer m.Unlock()
	results <- fmt.Sprint(moved, x, got, selected, ok)
}

func collect() {
	for range 6 {
		runtime.GC()
	}
}

func main() {
	const n = 4
	in, out, both := make(chan record), make(chan [40]int), make(chan int)
	results := make(chan string, n)
	var m sync.Mutex
	m.Lock()
	for i := range n {
		go wait(i+1, in, out, both, results, &m)
	}
	for range 10 {
		runtime.Gosched()
	}
	collect()
	for i := range n {
		in <- record{fmt.Sprint("record ", i), i}
	}
	collect()
	total := 0
	for range n {
		large := <-out
		for i, v := range large {
			total += i * v
		}
	}
	collect()
	for range n {
		both <- 7
	}
	collect()
	m.Unlock()
	lines := map[string]bool{}
	for range n {
		lines[<-results] = true
	}
	fmt.Println(total, len(lines))
	for i := range n {
		count := 0
		for line := range lines {
			var moved bool
			var x, selected int
			var name string
			fmt.Sscan(line, &moved, &x, &name)
			if moved && x == i+1 {
				count++
			}
			_ = selected
		}
		fmt.Println(i+1, count)
	}

	// main's own stack.
	var y int
	deep(300)
	at := place(&y)
	collect()
	fmt.Println(place(&y) != at, y)
	at = place(&y)
	collect()
	fmt.Println(place(&y) != at)
}
