package main

import (
	"errors"
	"fmt"
	"sync"
)

type Request struct {
	args       []int
	f          func([]int) int
	resultChan chan int
}

func sum(a []int) (s int) {
	for _, v := range a {
		s += v
	}
	return
}
func handle(queue chan *Request) {
	for req := range queue {
		req.resultChan <- req.f(req.args)
	}
}

type Work struct{ n int }

func safelyDo(w *Work) (err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("work failed: %v", e)
		}
	}()
	fmt.Println(100 / w.n)
	return nil
}

type Regexp struct{}
type Error string

func (e Error) Error() string { return string(e) }
func (r *Regexp) error(s string) { panic(Error(s)) }
func Compile(s string) (r *Regexp, err error) {
	r = new(Regexp)
	defer func() {
		if e := recover(); e != nil {
			r = nil
			err = e.(Error)
		}
	}()
	if s == "*" {
		r.error("'*' illegal at start of expression")
	}
	if s == "boom" {
		panic(errors.New("not an Error"))
	}
	return
}

type leaky struct {
	free chan *[]byte
	made int
}

func (l *leaky) get() *[]byte {
	select {
	case b := <-l.free:
		return b
	default:
		l.made++
		return new([]byte)
	}
}
func (l *leaky) put(b *[]byte) {
	select {
	case l.free <- b:
	default:
	}
}

func main() {
	q := make(chan *Request)
	for range 2 {
		go handle(q)
	}
	r := &Request{[]int{3, 4, 5}, sum, make(chan int)}
	q <- r
	fmt.Println(<-r.resultChan)
	for _, n := range []int{4, 0} {
		fmt.Println(safelyDo(&Work{n}))
	}
	_, err := Compile("*")
	fmt.Println(err)
	func() {
		defer func() { fmt.Println("conversion failed:", recover() != nil) }()
		Compile("boom")
	}()
	l := leaky{free: make(chan *[]byte, 1)}
	a, b := l.get(), l.get()
	l.put(a)
	l.put(b)
	fmt.Println(l.get() == a, l.made)
	var once sync.Once
	for range 3 {
		once.Do(func() { fmt.Println("setup") })
	}
}
