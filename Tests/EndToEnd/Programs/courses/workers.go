package main

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"
	"sync/atomic"
	"time"
)

type Job struct {
	ID   int
	Data []int
}

type Result struct {
	ID  int
	Sum int
	Err error
}

var errOdd = errors.New("odd job")

func process(j Job) (r Result) {
	r.ID = j.ID
	defer func() {
		if x := recover(); x != nil {
			r.Err = fmt.Errorf("job %d: %v", j.ID, x)
		}
	}()
	if j.ID == 7 {
		_ = j.Data[len(j.Data)]
	}
	if j.ID == 9 {
		r.Err = errOdd
		return
	}
	for _, x := range j.Data {
		r.Sum += x * x
	}
	return
}

func pool(workers int, jobs []Job) []Result {
	in := make(chan Job)
	out := make(chan Result, len(jobs))
	var wg sync.WaitGroup
	for w := 0; w < workers; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := range in {
				out <- process(j)
			}
		}()
	}
	for _, j := range jobs {
		in <- j
	}
	close(in)
	wg.Wait()
	close(out)
	var rs []Result
	for r := range out {
		rs = append(rs, r)
	}
	sort.Slice(rs, func(i, j int) bool { return rs[i].ID < rs[j].ID })
	return rs
}

func generate(ctx context.Context) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := 2; ; i++ {
			select {
			case ch <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return ch
}

func filter(ctx context.Context, in <-chan int, p int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for x := range in {
			if x%p != 0 {
				select {
				case out <- x:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	return out
}

type Counter struct {
	mu sync.RWMutex
	m  map[string]int
}

func (c *Counter) Inc(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[k]++
}

func (c *Counter) Get(k string) int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.m[k]
}

func main() {
	var jobs []Job
	for i := 0; i < 12; i++ {
		d := make([]int, i)
		for k := range d {
			d[k] = k + i
		}
		jobs = append(jobs, Job{i, d})
	}
	for _, r := range pool(4, jobs) {
		fmt.Println(r.ID, r.Sum, r.Err, errors.Is(r.Err, errOdd))
	}

	ctx, cancel := context.WithCancel(context.Background())
	ch := generate(ctx)
	for i := 0; i < 15; i++ {
		p := <-ch
		fmt.Print(p, " ")
		ch = filter(ctx, ch, p)
	}
	cancel()
	fmt.Println(ctx.Err())

	c := Counter{m: map[string]int{}}
	var total atomic.Int64
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Add(1)
		go func(key string) {
			defer wg.Done()
			for range 10 {
				c.Inc(key)
				total.Add(int64(i))
			}
		}(fmt.Sprint("k", i%3))
	}
	wg.Wait()
	fmt.Println(c.Get("k0"), c.Get("k1"), c.Get("k2"), total.Load())

	timeout := time.After(50 * time.Millisecond)
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	n := 0
loop:
	for {
		select {
		case <-tick.C:
			n++
		case <-timeout:
			break loop
		}
	}
	fmt.Println("ticks", n)

	var once sync.Once
	for i := 0; i < 3; i++ {
		once.Do(func() { fmt.Println("once", i) })
	}
	done := make(chan struct{})
	data := make(chan string)
	go func() {
		defer close(done)
		for {
			select {
			case s, ok := <-data:
				if !ok {
					fmt.Println("closed")
					return
				}
				fmt.Println("got", s)
			}
		}
	}()
	for _, s := range []string{"a", "b"} {
		data <- s
	}
	close(data)
	<-done
	var nilch chan int
	select {
	case v := <-nilch:
		fmt.Println(v)
	default:
		fmt.Println("nothing")
	}
	cond := sync.NewCond(&sync.Mutex{})
	ready := false
	go func() { cond.L.Lock(); ready = true; cond.L.Unlock(); cond.Broadcast() }()
	cond.L.Lock()
	for !ready {
		cond.Wait()
	}
	cond.L.Unlock()
	fmt.Println(ready)
}
