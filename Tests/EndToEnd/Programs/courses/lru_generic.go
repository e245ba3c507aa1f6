package main

import (
	"container/list"
	"fmt"
)

type LRU[K comparable, V any] struct {
	cap   int
	order *list.List
	items map[K]*list.Element
	evict func(K, V)
}
type pair[K comparable, V any] struct {
	k K
	v V
}

func NewLRU[K comparable, V any](n int, evict func(K, V)) *LRU[K, V] {
	return &LRU[K, V]{n, list.New(), make(map[K]*list.Element), evict}
}
func (c *LRU[K, V]) Get(k K) (v V, ok bool) {
	if e, hit := c.items[k]; hit {
		c.order.MoveToFront(e)
		return e.Value.(*pair[K, V]).v, true
	}
	return
}
func (c *LRU[K, V]) Put(k K, v V) {
	if e, ok := c.items[k]; ok {
		e.Value.(*pair[K, V]).v = v
		c.order.MoveToFront(e)
		return
	}
	c.items[k] = c.order.PushFront(&pair[K, V]{k, v})
	if c.order.Len() > c.cap {
		last := c.order.Back()
		p := c.order.Remove(last).(*pair[K, V])
		delete(c.items, p.k)
		if c.evict != nil {
			c.evict(p.k, p.v)
		}
	}
}

func main() {
	c := NewLRU(2, func(k string, v int) { fmt.Println("evicted", k, v) })
	c.Put("a", 1)
	c.Put("b", 2)
	c.Get("a")
	c.Put("c", 3)
	fmt.Println(c.Get("b"))
	fmt.Println(c.Get("a"))
	c.Put("a", 10)
	c.Put("d", 4)
	fmt.Println(len(c.items), c.order.Len())
}
