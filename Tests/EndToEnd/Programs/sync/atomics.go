package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var wg sync.WaitGroup
	var n atomic.Int32
	var u uint64
	var p atomic.Pointer[string]
	var v atomic.Value
	for i := range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			n.Add(int32(i))
			atomic.AddUint64(&u, 2)
			for {
				old := n.Load()
				if n.CompareAndSwap(old, old+100) {
					break
				}
			}
		}()
	}
	wg.Wait()
	fmt.Println(n.Load(), atomic.LoadUint64(&u))
	s := "x"
	fmt.Println(p.Swap(&s) == nil, *p.Load())
	v.Store([]int{1, 2})
	fmt.Println(v.Load().([]int))
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store("another type")
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store(nil)
	}()
	var b atomic.Bool
	fmt.Println(b.Swap(true), b.CompareAndSwap(false, true), b.Load())
	var x atomic.Uint32
	x.Store(0xf0)
	fmt.Println(x.And(0x3c), x.Or(1), x.Load())
}
