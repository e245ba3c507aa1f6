package main

import (
	"fmt"
	"sync"
)

type Tree struct {
	Left  *Tree
	Value int
	Right *Tree
}

func insert(t *Tree, v int) *Tree {
	if t == nil {
		return &Tree{nil, v, nil}
	}
	if v < t.Value {
		t.Left = insert(t.Left, v)
	} else {
		t.Right = insert(t.Right, v)
	}
	return t
}
func New(k int, order []int) *Tree {
	var t *Tree
	for _, v := range order {
		t = insert(t, (1+v)*k)
	}
	return t
}
func Walk(t *Tree, ch chan int) {
	var walk func(*Tree)
	walk = func(t *Tree) {
		if t != nil {
			walk(t.Left)
			ch <- t.Value
			walk(t.Right)
		}
	}
	walk(t)
	close(ch)
}
func Same(t1, t2 *Tree) bool {
	c1, c2 := make(chan int), make(chan int)
	go Walk(t1, c1)
	go Walk(t2, c2)
	for {
		v1, ok1 := <-c1
		v2, ok2 := <-c2
		if v1 != v2 || ok1 != ok2 {
			return false
		}
		if !ok1 {
			return true
		}
	}
}

type Fetcher interface {
	Fetch(url string) (body string, urls []string, err error)
}
type fake map[string]*result
type result struct {
	body string
	urls []string
}

func (f fake) Fetch(url string) (string, []string, error) {
	if r, ok := f[url]; ok {
		return r.body, r.urls, nil
	}
	return "", nil, fmt.Errorf("not found: %s", url)
}

type visited struct {
	sync.Mutex
	m map[string]error
}

func (v *visited) Crawl(url string, depth int, f Fetcher, wg *sync.WaitGroup) {
	defer wg.Done()
	if depth <= 0 {
		return
	}
	v.Lock()
	if _, ok := v.m[url]; ok {
		v.Unlock()
		return
	}
	v.m[url] = nil
	v.Unlock()
	_, urls, err := f.Fetch(url)
	v.Lock()
	v.m[url] = err
	v.Unlock()
	for _, u := range urls {
		wg.Add(1)
		go v.Crawl(u, depth-1, f, wg)
	}
}
func fibonacci(c, quit chan int) {
	x, y := 0, 1
	for {
		select {
		case c <- x:
			x, y = y, x+y
		case <-quit:
			fmt.Println("quit")
			return
		}
	}
}

func main() {
	fmt.Println(Same(New(1, []int{3, 1, 2}), New(1, []int{1, 2, 3})), Same(New(1, []int{1, 2}), New(2, []int{1, 2})))
	v := visited{m: map[string]error{}}
	var wg sync.WaitGroup
	wg.Add(1)
	go v.Crawl("/", 4, fake{"/": {"root", []string{"/a", "/b"}}, "/a": {"a", []string{"/", "/c"}}}, &wg)
	wg.Wait()
	fmt.Println(v.m)
	c, quit := make(chan int), make(chan int)
	go func() {
		for i := 0; i < 10; i++ {
			fmt.Print(<-c, " ")
		}
		quit <- 0
	}()
	fibonacci(c, quit)
}
