// sync and sync/atomic, from many goroutines; the results do not depend on the order.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
	"unsafe"
)

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	var rw sync.RWMutex
	n, m := 0, 0
	var a32 atomic.Int32
	var a64 atomic.Uint64
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 200; k++ {
				mu.Lock()
				n++
				mu.Unlock()
				rw.Lock()
				m++
				rw.Unlock()
				rw.RLock()
				_ = m
				rw.RUnlock()
				a32.Add(1)
				a64.Add(2)
			}
		}()
	}
	wg.Wait()
	fmt.Println(n, m, a32.Load(), a64.Load())
	fmt.Println(mu.TryLock(), mu.TryLock(), rw.TryRLock(), rw.TryRLock(), rw.TryLock())
	rw.RUnlock()
	rw.RUnlock()
	fmt.Println(rw.TryLock(), rw.TryRLock())
	rw.Unlock()
	mu.Unlock()

	var once sync.Once
	for i := 0; i < 3; i++ {
		once.Do(func() { fmt.Println("once", i) })
	}
	var failing sync.Once
	try(func() { failing.Do(func() { panic("in once") }) })
	failing.Do(func() { fmt.Println("never") })
	value := sync.OnceValue(func() int { fmt.Println("computed"); return 42 })
	fmt.Println(value(), value())
	x, y := sync.OnceValues(func() (int, string) { return 1, "a" })()
	fmt.Println(x, y)
	bad := sync.OnceFunc(func() { panic("bad") })
	try(bad)
	try(bad)

	cond := sync.NewCond(&mu)
	ready, awake := false, 0
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for !ready {
				cond.Wait()
			}
			awake++
			mu.Unlock()
		}()
	}
	mu.Lock()
	ready = true
	mu.Unlock()
	cond.Broadcast()
	wg.Wait()
	fmt.Println(awake)
	queue := []int{}
	total := 0
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for k := 0; k < 25; k++ {
				mu.Lock()
				for len(queue) == 0 {
					cond.Wait()
				}
				total += queue[0]
				queue = queue[1:]
				mu.Unlock()
			}
		}()
	}
	for i := 1; i <= 100; i++ {
		mu.Lock()
		queue = append(queue, i)
		mu.Unlock()
		cond.Signal()
	}
	wg.Wait()
	fmt.Println(total)

	pool := sync.Pool{New: func() any { return "new" }}
	fmt.Println(pool.Get())
	pool.Put("a")
	fmt.Println(pool.Get(), pool.Get())

	var sm sync.Map
	sm.Store("a", 1)
	fmt.Println(sm.Load("a"))
	fmt.Println(sm.Load("b"))
	fmt.Println(sm.LoadOrStore("a", 2))
	fmt.Println(sm.LoadOrStore("b", 2))
	fmt.Println(sm.Swap("a", 9))
	fmt.Println(sm.CompareAndSwap("a", 9, 10), sm.CompareAndSwap("a", 9, 10), sm.CompareAndDelete("a", 9))
	fmt.Println(sm.LoadAndDelete("b"))
	count := 0
	sm.Range(func(k, v any) bool { count++; fmt.Println(k, v); return true })
	sm.Clear()
	fmt.Println(sm.Load("a"))

	try(func() { var wg sync.WaitGroup; wg.Add(-1) })
	var v atomic.Value
	fmt.Println(v.Load(), v.CompareAndSwap(nil, 1), v.Load(), v.Swap(2), v.CompareAndSwap(2, 3), v.Load())
	try(func() { v.Store("x") })
	try(func() { v.Store(nil) })
	try(func() { v.CompareAndSwap(3, "x") })
	var b atomic.Bool
	fmt.Println(b.Load(), b.Swap(true), b.CompareAndSwap(true, false), b.Load())
	var p atomic.Pointer[int]
	k := 5
	fmt.Println(p.Load() == nil, p.CompareAndSwap(nil, &k), *p.Load(), p.Swap(nil) == &k)
	var i32 int32 = 6
	var u64 uint64 = 7
	var up uintptr = 8
	fmt.Println(atomic.AddInt32(&i32, -10), atomic.OrInt32(&i32, 1), atomic.AndUint64(&u64, 3), atomic.SwapUintptr(&up, 3), atomic.CompareAndSwapUint64(&u64, 3, 4), i32, u64, up, atomic.AddUint64(&u64, ^uint64(0)))
	fmt.Println(unsafe.Sizeof(mu), unsafe.Sizeof(rw), unsafe.Sizeof(wg), unsafe.Sizeof(once), unsafe.Sizeof(*cond), unsafe.Sizeof(a32), unsafe.Sizeof(a64), unsafe.Sizeof(v), unsafe.Sizeof(b), unsafe.Sizeof(p))
}
