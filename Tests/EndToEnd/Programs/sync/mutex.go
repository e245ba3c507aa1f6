package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type Counter struct {
	mu sync.Mutex
	m  map[string]int
}

func (c *Counter) Inc(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[k]++
}

type SafeMap[K comparable, V any] struct {
	sync.RWMutex
	m map[K]V
}

func (s *SafeMap[K, V]) Get(k K) (V, bool) {
	s.RLock()
	defer s.RUnlock()
	v, ok := s.m[k]
	return v, ok
}
func (s *SafeMap[K, V]) Set(k K, v V) {
	s.Lock()
	defer s.Unlock()
	if s.m == nil {
		s.m = map[K]V{}
	}
	s.m[k] = v
}

func main() {
	c := Counter{m: map[string]int{}}
	var wg sync.WaitGroup
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); c.Inc([]string{"a", "b"}[i%2]) }()
	}
	wg.Wait()
	fmt.Println(c.m)
	var s SafeMap[int, string]
	for i := range 10 {
		wg.Add(2)
		go func() { defer wg.Done(); s.Set(i, fmt.Sprint(i)) }()
		go func() { defer wg.Done(); s.Get(i) }()
	}
	wg.Wait()
	v, ok := s.Get(7)
	fmt.Println(v, ok, len(s.m))
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("once") })
	}
	of := sync.OnceFunc(func() { fmt.Println("once func") })
	of()
	of()
	ov := sync.OnceValue(func() int { fmt.Println("computing"); return 42 })
	fmt.Println(ov(), ov())
	os := sync.OnceValues(func() (int, error) { return 1, fmt.Errorf("err") })
	fmt.Println(os())
	var n atomic.Int64
	var u uint32
	var flag atomic.Bool
	var p atomic.Pointer[Counter]
	var val atomic.Value
	for range 100 {
		wg.Add(1)
		go func() { defer wg.Done(); n.Add(2); atomic.AddUint32(&u, 1) }()
	}
	wg.Wait()
	fmt.Println(n.Load(), atomic.LoadUint32(&u), n.CompareAndSwap(200, 5), n.Swap(9), n.Load(), flag.CompareAndSwap(false, true), flag.Load())
	p.Store(&c)
	val.Store("x")
	fmt.Println(p.Load() == &c, val.Load())
	fmt.Println(c.mu.TryLock(), c.mu.TryLock())
	var sm sync.Map
	sm.Store("a", 1)
	sm.Store("b", 2)
	act, loaded := sm.LoadOrStore("a", 5)
	fmt.Println(act, loaded)
	sm.Delete("b")
	sm.Range(func(k, v any) bool { fmt.Println(k, v); return true })
	v2, ok2 := sm.LoadAndDelete("a")
	fmt.Println(v2, ok2)
	pool := sync.Pool{New: func() any { return new([]byte) }}
	b := pool.Get().(*[]byte)
	pool.Put(b)
	fmt.Println(len(*b))
}
