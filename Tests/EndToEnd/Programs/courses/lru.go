package main

import (
	"container/list"
	"fmt"
	"strings"
)

type node[K comparable, V any] struct {
	key        K
	value      V
	prev, next *node[K, V]
}

type LRU[K comparable, V any] struct {
	capacity   int
	items      map[K]*node[K, V]
	head, tail *node[K, V]
	onEvict    func(K, V)
	Hits, Miss int
}

func New[K comparable, V any](capacity int, onEvict func(K, V)) *LRU[K, V] {
	c := &LRU[K, V]{capacity: capacity, items: make(map[K]*node[K, V]), onEvict: onEvict}
	c.head, c.tail = &node[K, V]{}, &node[K, V]{}
	c.head.next, c.tail.prev = c.tail, c.head
	return c
}

func (c *LRU[K, V]) unlink(n *node[K, V]) { n.prev.next, n.next.prev = n.next, n.prev }
func (c *LRU[K, V]) push(n *node[K, V]) {
	n.prev, n.next = c.head, c.head.next
	c.head.next.prev = n
	c.head.next = n
}

func (c *LRU[K, V]) Get(k K) (v V, ok bool) {
	n, ok := c.items[k]
	if !ok {
		c.Miss++
		return
	}
	c.Hits++
	c.unlink(n)
	c.push(n)
	return n.value, true
}

func (c *LRU[K, V]) Put(k K, v V) {
	if n, ok := c.items[k]; ok {
		n.value = v
		c.unlink(n)
		c.push(n)
		return
	}
	if len(c.items) == c.capacity {
		last := c.tail.prev
		c.unlink(last)
		delete(c.items, last.key)
		if c.onEvict != nil {
			c.onEvict(last.key, last.value)
		}
	}
	n := &node[K, V]{key: k, value: v}
	c.items[k] = n
	c.push(n)
}

func (c *LRU[K, V]) Keys() (keys []K) {
	for n := c.head.next; n != c.tail; n = n.next {
		keys = append(keys, n.key)
	}
	return
}

type entry struct {
	k string
	v int
}

type ListCache struct {
	l *list.List
	m map[string]*list.Element
}

func (c *ListCache) Put(k string, v int) {
	if e, ok := c.m[k]; ok {
		e.Value = entry{k, v}
		c.l.MoveToFront(e)
		return
	}
	c.m[k] = c.l.PushFront(entry{k, v})
	if c.l.Len() > 3 {
		b := c.l.Back()
		delete(c.m, c.l.Remove(b).(entry).k)
	}
}

func main() {
	var evicted []string
	c := New(3, func(k string, v int) { evicted = append(evicted, fmt.Sprint(k, "=", v)) })
	for i, w := range strings.Fields("a b c a d a e f a b b c") {
		if v, ok := c.Get(w); ok {
			c.Put(w, v+i)
		} else {
			c.Put(w, i)
		}
		fmt.Println(i, w, c.Keys(), len(c.items))
	}
	fmt.Println(evicted, c.Hits, c.Miss)

	memo := New[[2]int, []byte](100, nil)
	var lcs func(a, b string, i, j int) []byte
	lcs = func(a, b string, i, j int) []byte {
		if i == len(a) || j == len(b) {
			return nil
		}
		k := [2]int{i, j}
		if v, ok := memo.Get(k); ok {
			return v
		}
		var r []byte
		if a[i] == b[j] {
			r = append([]byte{a[i]}, lcs(a, b, i+1, j+1)...)
		} else if r = lcs(a, b, i+1, j); len(r) < len(lcs(a, b, i, j+1)) {
			r = lcs(a, b, i, j+1)
		}
		memo.Put(k, r)
		return r
	}
	fmt.Printf("%s\n", lcs("the quick brown", "a thick crown", 0, 0))
	fmt.Println(memo.Hits > 0, len(memo.items))

	lc := &ListCache{list.New(), map[string]*list.Element{}}
	for i, k := range []string{"x", "y", "z", "x", "w", "v"} {
		lc.Put(k, i*i)
	}
	for e := lc.l.Front(); e != nil; e = e.Next() {
		ent := e.Value.(entry)
		fmt.Print(ent.k, ":", ent.v, " ")
	}
	fmt.Println(len(lc.m))
}
