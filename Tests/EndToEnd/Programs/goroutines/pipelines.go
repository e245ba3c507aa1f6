package main

import (
	"fmt"
	"sort"
	"strings"
	"sync"
	"time"
)

type Event struct {
	at   time.Duration
	name string
}
type Stage func(<-chan int) <-chan int

func source(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := range n {
			out <- i
		}
	}()
	return out
}
func stage(f func(int) (int, bool)) Stage {
	return func(in <-chan int) <-chan int {
		out := make(chan int, 2)
		go func() {
			defer close(out)
			for v := range in {
				if r, ok := f(v); ok {
					out <- r
				}
			}
		}()
		return out
	}
}
func merge(ins ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, in := range ins {
		wg.Add(1)
		go func(c <-chan int) {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}(in)
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type SafeMap[K comparable, V any] struct {
	mu sync.RWMutex
	m  map[K]V
}

func (s *SafeMap[K, V]) Update(k K, f func(V) V) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.m == nil {
		s.m = map[K]V{}
	}
	s.m[k] = f(s.m[k])
}
func (s *SafeMap[K, V]) Len() int { s.mu.RLock(); defer s.mu.RUnlock(); return len(s.m) }

type request struct {
	key   string
	reply chan<- int
}

func server(reqs <-chan request, quit <-chan struct{}, done chan<- string) {
	hits := map[string]int{}
	for {
		select {
		case r := <-reqs:
			hits[r.key]++
			r.reply <- hits[r.key]
		case <-quit:
			keys := []string{}
			for k := range hits {
				keys = append(keys, k)
			}
			sort.Strings(keys)
			done <- strings.Join(keys, ",")
			return
		}
	}
}

func main() {
	double := stage(func(v int) (int, bool) { return v * 2, true })
	even := stage(func(v int) (int, bool) { return v, v%4 == 0 })
	var all []int
	for v := range merge(even(double(source(10))), double(source(3))) {
		all = append(all, v)
	}
	sort.Ints(all)
	fmt.Println(all)
	var sm SafeMap[string, int]
	var wg sync.WaitGroup
	for i := range 50 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sm.Update(fmt.Sprint("k", i%5), func(v int) int { return v + i })
		}()
	}
	wg.Wait()
	fmt.Println(sm.Len(), sm.m)
	reqs, quit, done := make(chan request), make(chan struct{}), make(chan string)
	go server(reqs, quit, done)
	for _, k := range []string{"a", "b", "a"} {
		reply := make(chan int)
		reqs <- request{k, reply}
		fmt.Print(<-reply, " ")
	}
	close(quit)
	fmt.Println(<-done)
	timeout := time.After(50 * time.Millisecond)
	tick := time.NewTicker(10 * time.Millisecond)
	n := 0
loop:
	for {
		select {
		case <-tick.C:
			n++
			if n == 3 {
				tick.Stop()
				break loop
			}
		case <-timeout:
			fmt.Println("timeout")
			break loop
		}
	}
	fmt.Println("ticks", n)
	start := time.Now()
	time.Sleep(20 * time.Millisecond)
	el := time.Since(start)
	fmt.Println(el >= 20*time.Millisecond, el < 5*time.Second)
	sem := make(chan struct{}, 2)
	var mu sync.Mutex
	active, peak := 0, 0
	for range 6 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			mu.Lock()
			active++
			peak = max(peak, active)
			mu.Unlock()
			time.Sleep(time.Millisecond)
			mu.Lock()
			active--
			mu.Unlock()
			<-sem
		}()
	}
	wg.Wait()
	fmt.Println(active, peak <= 2)
	errc := make(chan error, 1)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				errc <- fmt.Errorf("worker: %v", r)
			}
		}()
		var s []int
		_ = s[3]
	}()
	fmt.Println(<-errc)
	var once sync.Once
	var val int
	for i := range 3 {
		wg.Add(1)
		go func() { defer wg.Done(); once.Do(func() { val = 100 + i*0 }) }()
	}
	wg.Wait()
	fmt.Println(val)
	ch := make(chan int, 2)
	ch <- 1
	ch <- 2
	select {
	case ch <- 3:
		fmt.Println("sent")
	default:
		fmt.Println("full", len(ch), cap(ch))
	}
	close(ch)
	for v := range ch {
		fmt.Print(v, " ")
	}
	v, ok := <-ch
	fmt.Println(v, ok)
	func() {
		defer func() { fmt.Println(recover()) }()
		ch <- 1
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		close((chan int)(nil))
	}()
	done2 := make(chan bool)
	data := make(chan string)
	go func() {
		for {
			s, more := <-data
			if !more {
				done2 <- true
				return
			}
			fmt.Print(s, ";")
		}
	}()
	for _, s := range []string{"x", "y", "z"} {
		data <- s
	}
	close(data)
	<-done2
	fmt.Println()
	var chans [3]chan int
	for i := range chans {
		chans[i] = make(chan int, 1)
	}
	chans[1] <- 7
	select {
	case v := <-chans[0]:
		fmt.Println(0, v)
	case v := <-chans[1]:
		fmt.Println(1, v)
	}
	wg.Add(1)
	wg.Done()
	defer func() { fmt.Println("main recovers:", recover()) }()
	wg.Done()
}
