package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	var wg sync.WaitGroup
	for i := range 5 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			once.Do(func() { fmt.Println("once") })
			_ = i
		}()
	}
	wg.Wait()
	value := sync.OnceValue(func() int { fmt.Println("computed"); return 42 })
	fmt.Println(value(), value())
	both := sync.OnceValues(func() (int, error) { return 1, fmt.Errorf("e") })
	fmt.Println(both())
	fmt.Println(both())
	bad := sync.OnceFunc(func() { panic("bad") })
	for range 2 {
		func() {
			defer func() { fmt.Println(recover()) }()
			bad()
		}()
	}
	var o sync.Once
	func() {
		defer func() { recover() }()
		o.Do(func() { panic("first") })
	}()
	o.Do(func() { fmt.Println("not again") })
	fmt.Println("end")
}
