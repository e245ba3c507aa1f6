package main

import (
	"errors"
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

func producer(n int, ch chan<- int, wg *sync.WaitGroup) {
	defer wg.Done()
	for i := 0; i < n; i++ {
		ch <- i
	}
}
func gen(n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := 2; i < n; i++ {
			ch <- i
		}
	}()
	return ch
}
func sieve(in <-chan int, p int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			if v%p != 0 {
				out <- v
			}
		}
	}()
	return out
}

type Counter struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *Counter) Inc(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[k]++
}

func main() {
	ch := make(chan int, 3)
	var wg sync.WaitGroup
	for i := 1; i <= 3; i++ {
		wg.Add(1)
		go producer(i*2, ch, &wg)
	}
	go func() { wg.Wait(); close(ch) }()
	var got []int
	for v := range ch {
		got = append(got, v)
	}
	sort.Ints(got)
	fmt.Println(got, len(ch), cap(ch))
	src := gen(40)
	for {
		p, ok := <-src
		if !ok {
			break
		}
		fmt.Print(p, " ")
		src = sieve(src, p)
	}
	fmt.Println()
	c := Counter{m: map[string]int{}}
	var n atomic.Int64
	var wg2 sync.WaitGroup
	for i := range 20 {
		wg2.Add(1)
		go func() {
			defer wg2.Done()
			c.Inc([]string{"a", "b"}[i%2])
			n.Add(int64(i))
		}()
	}
	wg2.Wait()
	fmt.Println(c.m, n.Load())
	done := make(chan struct{})
	res := make(chan string)
	go func() {
		select {
		case <-done:
			res <- "cancelled"
		case <-time.After(time.Hour):
			res <- "timeout"
		}
	}()
	close(done)
	fmt.Println(<-res)
	select {
	case v := <-make(chan int):
		fmt.Println(v)
	default:
		fmt.Println("default")
	}
	select {
	case <-time.After(5 * time.Millisecond):
		fmt.Println("after")
	}
	v, ok := <-ch
	fmt.Println(v, ok)
	errs := make(chan error, 2)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				errs <- fmt.Errorf("recovered: %v", r)
			}
		}()
		var m map[int]int
		m[1] = 1
	}()
	fmt.Println(<-errs)
	go func() { errs <- errors.New("plain") }()
	fmt.Println(<-errs)
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	var nilch chan int
	select {
	case nilch <- 1:
	case <-nilch:
	default:
		fmt.Println("nil channels never proceed")
	}
	pingpong := make(chan int)
	go func() {
		for v := range pingpong {
			pingpong <- v * 2
		}
	}()
	for i := range 3 {
		pingpong <- i
		fmt.Print(<-pingpong, " ")
	}
	fmt.Println()
	defer fmt.Println("main's defer does not run")
	go panic("in goroutine")
	time.Sleep(time.Second)
}
