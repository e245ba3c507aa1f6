package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, "panics:", r)
		}
	}()
	f()
	fmt.Println(name, "ok")
}

func main() {
	try("wg negative", func() { var wg sync.WaitGroup; wg.Add(-1) })
	try("wg reuse", func() { var wg sync.WaitGroup; wg.Add(1); wg.Done(); wg.Wait() })
	var once sync.Once
	try("once panics", func() { once.Do(func() { panic("first") }) })
	try("once again", func() { once.Do(func() { panic("second") }) })
	n := 0
	of := sync.OnceFunc(func() { n++; panic("oncefunc") })
	try("oncefunc", of)
	try("oncefunc", of)
	ov := sync.OnceValue(func() int { n++; return n })
	fmt.Println(ov(), ov())
	ovs := sync.OnceValues(func() (int, error) { n++; return n, errors.New("e") })
	a, err := ovs()
	fmt.Println(a, err)
	fmt.Println(ovs())
	var m sync.Map
	for i := range 5 {
		m.Store(i, i*i)
	}
	fmt.Println(m.Load(3))
	fmt.Println(m.LoadOrStore(3, 100))
	fmt.Println(m.LoadAndDelete(3))
	fmt.Println(m.Swap(4, "x"))
	fmt.Println(m.CompareAndSwap(4, "x", "y"), m.CompareAndDelete(4, "z"), m.CompareAndDelete(4, "y"))
	sum := 0
	m.Range(func(k, v any) bool { sum += k.(int); return true })
	fmt.Println(sum)
	m.Clear()
	_, ok := m.Load(1)
	fmt.Println(ok)
	var mu sync.Mutex
	fmt.Println(mu.TryLock(), mu.TryLock())
	mu.Unlock()
	var rw sync.RWMutex
	rw.RLock()
	fmt.Println(rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	l := rw.RLocker()
	l.Lock()
	l.Unlock()
	p := sync.Pool{New: func() any { return "new" }}
	fmt.Println(p.Get())
	p.Put("old")
	fmt.Println(p.Get(), p.Get())
	c := sync.NewCond(&mu)
	ready := 0
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for ready <= i {
				c.Wait()
			}
			mu.Unlock()
		}()
	}
	for range 3 {
		mu.Lock()
		ready++
		mu.Unlock()
		c.Broadcast()
		time.Sleep(time.Millisecond)
	}
	wg.Wait()
	var cnt atomic.Int64
	var ptr atomic.Pointer[string]
	var val atomic.Value
	s := "s"
	ptr.Store(&s)
	val.Store([]int{1})
	fmt.Println(cnt.Add(5), cnt.CompareAndSwap(5, 7), cnt.Swap(9), cnt.Load(), cnt.And(8), cnt.Or(3), cnt.Load(), *ptr.Load(), val.Load())
	try("value type", func() { val.Store("x") })
	try("value nil", func() { val.Store(nil) })
	ctx, cancel := context.WithCancelCause(context.Background())
	stop := context.AfterFunc(ctx, func() { fmt.Println("after") })
	_ = stop
	cancel(errors.New("why"))
	time.Sleep(time.Millisecond)
	fmt.Println(ctx.Err(), context.Cause(ctx), context.WithoutCancel(ctx).Err(), stop())
	ctx, cancel2 := context.WithTimeoutCause(context.Background(), time.Millisecond, errors.New("late"))
	defer cancel2()
	<-ctx.Done()
	fmt.Println(ctx.Err(), context.Cause(ctx), ctx.Err() == context.DeadlineExceeded, errors.Is(ctx.Err(), os.ErrDeadlineExceeded))
	type key struct{}
	vctx := context.WithValue(ctx, key{}, "v")
	fmt.Println(vctx.Value(key{}), vctx.Value("other"))
	sig := make(chan os.Signal, 1)
	signal.Notify(sig, os.Interrupt, syscall.SIGTERM)
	select {
	case <-sig:
	case <-time.After(time.Second):
		fmt.Println("no signal", os.Interrupt, syscall.SIGTERM, syscall.ENOENT)
	}
	try("nil ctx", func() { context.WithCancel(nil) })
	tm := time.AfterFunc(time.Hour, func() {})
	fmt.Println(tm.Stop(), tm.Stop(), tm.Reset(time.Hour))
	tk := time.NewTicker(time.Millisecond)
	for range 3 {
		<-tk.C
	}
	tk.Stop()
	try("ticker", func() { time.NewTicker(0) })
	mu.Unlock()
}
