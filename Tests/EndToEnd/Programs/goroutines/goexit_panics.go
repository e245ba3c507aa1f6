package main

import (
	"fmt"
	"runtime"
	"sync"
)

func safely(name string, wg *sync.WaitGroup, f func()) {
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() {
			if r := recover(); r != nil {
				fmt.Println(name, "recovered", r)
			}
		}()
		f()
	}()
	wg.Wait()
}

func main() {
	var wg sync.WaitGroup
	safely("a", &wg, func() { panic("one") })
	safely("b", &wg, func() {
		defer fmt.Println("deferred in b")
		runtime.Goexit()
		fmt.Println("never")
	})
	safely("c", &wg, func() {
		defer func() {
			fmt.Println("recover in goexit", recover())
			panic("during goexit")
		}()
		runtime.Goexit()
	})
	safely("d", &wg, func() {
		defer runtime.Goexit()
		panic("replaced by goexit")
	})
	safely("e", &wg, func() {
		defer func() { panic(fmt.Sprint("second after ", recover())) }()
		panic("first")
	})
	safely("f", &wg, func() {
		defer func() {
			defer func() { fmt.Println("inner", recover()) }()
			panic("inner panic")
		}()
		panic("outer panic")
	})
	safely("g", &wg, func() {
		var m map[string]int
		m["x"] = 1
	})
	safely("h", &wg, func() {
		func() {
			defer func() { recover() }()
			panic("quiet")
		}()
		fmt.Println("h goes on")
	})
	safely("i", &wg, func() {
		defer func() {
			helper := func() { fmt.Println("indirect recover", recover()) }
			helper()
		}()
		panic("not recovered indirectly")
	})
	fmt.Println(runtime.NumGoroutine())
}
