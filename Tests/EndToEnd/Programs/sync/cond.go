package main

import (
	"fmt"
	"sync"
)

type Queue struct {
	mu    sync.Mutex
	cond  *sync.Cond
	items []int
}

func NewQueue() *Queue { q := &Queue{}; q.cond = sync.NewCond(&q.mu); return q }
func (q *Queue) Put(i int) {
	q.mu.Lock()
	q.items = append(q.items, i)
	q.mu.Unlock()
	q.cond.Signal()
}
func (q *Queue) Get() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.cond.Wait()
	}
	i := q.items[0]
	q.items = q.items[1:]
	return i
}

type Barrier struct {
	mu       sync.Mutex
	c        *sync.Cond
	n, count int
	phase    int
}

func (b *Barrier) Wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	p := b.phase
	b.count++
	if b.count == b.n {
		b.count = 0
		b.phase++
		b.c.Broadcast()
		return
	}
	for p == b.phase {
		b.c.Wait()
	}
}

func main() {
	q := NewQueue()
	var wg sync.WaitGroup
	sum := 0
	wg.Add(1)
	go func() {
		defer wg.Done()
		for range 100 {
			sum += q.Get()
		}
	}()
	for i := range 100 {
		go q.Put(i)
	}
	wg.Wait()
	fmt.Println(sum)
	b := &Barrier{n: 4}
	b.c = sync.NewCond(&b.mu)
	var mu sync.Mutex
	phases := [3]int{}
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for p := range 3 {
				mu.Lock()
				phases[p]++
				if p > 0 && phases[p-1] != 4 {
					fmt.Println("barrier broken")
				}
				mu.Unlock()
				b.Wait()
			}
		}()
	}
	wg.Wait()
	fmt.Println(phases)
}
