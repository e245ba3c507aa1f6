package main

import "fmt"

type Cache struct{ entries map[string]int }

func (c *Cache) Put(k string, v int) { c.entries[k] = v }

func main() {
	var c Cache
	fmt.Println(c.entries["a"], len(c.entries))
	c.Put("a", 1)
}
