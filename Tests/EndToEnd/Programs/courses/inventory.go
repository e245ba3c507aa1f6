package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
)

type Category uint8

const (
	Tool Category = iota + 1
	Food
	Book
)

func (c Category) String() string {
	switch c {
	case Tool:
		return "tool"
	case Food:
		return "food"
	case Book:
		return "book"
	}
	return fmt.Sprintf("Category(%d)", uint8(c))
}

type Item struct {
	Name  string
	Price float64
	Qty   int
	Cat   Category
}
type Inventory struct {
	items map[string]*Item
	log   []func() string
}

func (inv *Inventory) Add(items ...Item) *Inventory {
	if inv.items == nil {
		inv.items = make(map[string]*Item)
	}
	for _, it := range items {
		if old, ok := inv.items[it.Name]; ok {
			old.Qty += it.Qty
			continue
		}
		inv.items[it.Name] = &it
		inv.log = append(inv.log, func() string { return "added " + it.Name })
	}
	return inv
}
func (inv *Inventory) By(less func(a, b *Item) bool) []*Item {
	out := make([]*Item, 0, len(inv.items))
	for _, it := range inv.items {
		out = append(out, it)
	}
	sort.Slice(out, func(i, j int) bool { return less(out[i], out[j]) })
	return out
}
func (inv *Inventory) Total() (sum float64) {
	for _, it := range inv.items {
		sum += it.Price * float64(it.Qty)
	}
	return
}

func main() {
	var inv Inventory
	inv.Add(Item{"hammer", 12.5, 3, Tool}, Item{"apple", 0.4, 100, Food}).Add(Item{"go book", 39.99, 2, Book}, Item{"apple", 0.4, 20, Food}, Item{"odd", 1, 1, 9})
	fmt.Fprintf(os.Stdout, "%-10s|%8s|%5s|%s\n", "name", "price", "qty", "cat")
	fmt.Println(strings.Repeat("-", 35))
	for _, it := range inv.By(func(a, b *Item) bool { return a.Name < b.Name }) {
		fmt.Printf("%-10s|%8.2f|%5d|%v\n", it.Name, it.Price, it.Qty, it.Cat)
	}
	fmt.Printf("total %.2f\n", inv.Total())
	for i, f := range inv.log {
		fmt.Println(i, f())
	}
	fmt.Printf("%v %+v\n", *inv.items["odd"], *inv.items["hammer"])
}
