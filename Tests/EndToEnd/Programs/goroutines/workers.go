package main

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"time"
)

type job struct{ id, n int }
type result struct {
	job
	sum int
}

func worker(jobs <-chan job, results chan<- result, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		s := 0
		for i := range j.n + 1 {
			s += i
		}
		results <- result{j, s}
	}
}

func main() {
	jobs, results := make(chan job), make(chan result, 10)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go worker(jobs, results, &wg)
	}
	go func() {
		for i := range 12 {
			jobs <- job{i, i * 10}
		}
		close(jobs)
		wg.Wait()
		close(results)
	}()
	all := make([]int, 12)
	for r := range results {
		all[r.id] = r.sum
	}
	fmt.Println(all)
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	select {
	case <-ctx.Done():
		fmt.Println(ctx.Err())
	}
	var rw sync.RWMutex
	shared := 0
	var wg3 sync.WaitGroup
	for i := range 6 {
		wg3.Add(1)
		go func() {
			defer wg3.Done()
			if i%2 == 0 {
				rw.Lock()
				shared += i
				runtime.Gosched()
				rw.Unlock()
			} else {
				rw.RLock()
				_ = shared
				rw.RUnlock()
			}
		}()
	}
	wg3.Wait()
	fmt.Println(shared)
	cond := sync.NewCond(&sync.Mutex{})
	ready := false
	go func() {
		cond.L.Lock()
		ready = true
		cond.L.Unlock()
		cond.Broadcast()
	}()
	cond.L.Lock()
	for !ready {
		cond.Wait()
	}
	cond.L.Unlock()
	fmt.Println("ready")
	tick := time.NewTicker(time.Millisecond)
	for range 3 {
		<-tick.C
	}
	tick.Stop()
	var m sync.Map
	m.Store("k", 1)
	v, ok := m.Load("k")
	fmt.Println(v, ok)
	pool := sync.Pool{New: func() any { return "new" }}
	fmt.Println(pool.Get())
	var mu sync.Mutex
	mu.Lock()
	mu.Lock()
}
