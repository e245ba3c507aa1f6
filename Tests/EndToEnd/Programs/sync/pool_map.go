package main

import (
	"fmt"
	"sync"
)

func main() {
	pool := sync.Pool{New: func() any { return new(int) }}
	p := pool.Get().(*int)
	*p = 5
	pool.Put(p)
	fmt.Println(*pool.Get().(*int) >= 0)
	var empty sync.Pool
	fmt.Println(empty.Get())
	var m sync.Map
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			m.Store(i%5, i)
			m.LoadOrStore(i, "x")
		}()
	}
	wg.Wait()
	n := 0
	m.Range(func(k, v any) bool { n++; return true })
	fmt.Println(n)
	v, loaded := m.LoadAndDelete(19)
	fmt.Println(v, loaded)
	_, ok := m.Load(19)
	fmt.Println(ok)
	m.Clear()
	_, ok = m.Load(1)
	fmt.Println(ok)
}
