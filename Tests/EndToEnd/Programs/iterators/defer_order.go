package main

import (
	"errors"
	"fmt"
	"iter"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("iterator ends")
		for i := range n {
			defer fmt.Println("iterator's own", i)
			if !yield(i) {
				return
			}
		}
	}
}

func plain() {
	defer fmt.Println("plain: first deferred")
	for i := range count(3) {
		defer func() { fmt.Println("plain: body", i) }()
	}
	defer fmt.Println("plain: last deferred")
	fmt.Println("plain: end")
}

func early() (r int) {
	defer func() { r *= 10 }()
	for i := range count(5) {
		defer func() { r += i }()
		if i == 2 {
			return 100
		}
	}
	return -1
}

func recovering() (err error) {
	for i := range count(4) {
		defer func() {
			if r := recover(); r != nil {
				err = errors.Join(err, fmt.Errorf("%d: %v", i, r))
			}
		}()
		if i == 1 {
			panic("boom")
		}
	}
	return nil
}

func nested() {
	for i := range count(2) {
		for j := range count(2) {
			defer fmt.Println("nested", i, j)
		}
		for k := range 2 {
			defer fmt.Println("counted", i, k)
		}
	}
	func() {
		for i := range count(1) {
			defer fmt.Println("literal's", i)
		}
		fmt.Println("literal ends")
	}()
	fmt.Println("nested ends")
}

func repanic() {
	defer func() { fmt.Println("recovered", recover()) }()
	for i := range count(2) {
		defer func() {
			fmt.Println("first recover", recover())
			panic(fmt.Sprint("again ", i))
		}()
	}
	panic("original")
}

func never() {
	for range count(0) {
		defer fmt.Println("never")
	}
	fmt.Println("never ends")
}

func grow(n int) int {
	var pad [200]int
	if n > 0 {
		return grow(n-1) + pad[n%200]
	}
	return 0
}

func growing() (sum int) {
	for i := range count(3) {
		grow(50 * (i + 1))
		defer func() { sum += i + grow(10) }()
	}
	return 1
}

func onOtherGoroutine() {
	seq := func(yield func(int) bool) {
		done := make(chan bool)
		go func() { done <- yield(7) }()
		<-done
	}
	for x := range seq {
		defer fmt.Println("deferred from another goroutine", x)
	}
	fmt.Println("other ends")
}

func main() {
	plain()
	fmt.Println(early())
	fmt.Println(recovering())
	nested()
	repanic()
	never()
	fmt.Println(growing())
	onOtherGoroutine()
}
