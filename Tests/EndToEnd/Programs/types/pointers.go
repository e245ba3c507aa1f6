package main

import "fmt"

type node struct {
	val         int
	left, right *node
}

func (n *node) insert(v int) *node {
	if n == nil {
		return &node{val: v}
	}
	if v < n.val {
		n.left = n.left.insert(v)
	} else {
		n.right = n.right.insert(v)
	}
	return n
}
func (n *node) walk(f func(int)) {
	if n != nil {
		n.left.walk(f)
		f(n.val)
		n.right.walk(f)
	}
}
func swap(a, b *int)     { *a, *b = *b, *a }
func set(p **int, v *int) { *p = v }
func newInt(v int) *int   { return &v }

func main() {
	x, y := 1, 2
	swap(&x, &y)
	fmt.Println(x, y)
	p := &x
	q := p
	*q = 50
	fmt.Println(*p, p == q, p == &y, p != nil)
	set(&p, &y)
	*p = 7
	fmt.Println(x, y)
	var root *node
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = root.insert(v)
	}
	root.walk(func(v int) { fmt.Print(v, " ") })
	fmt.Println()
	pp := new(*node)
	*pp = root
	(*pp).val = 55
	fmt.Println(root.val)
	arr := [3]int{1, 2, 3}
	e := &arr[1]
	*e *= 10
	fmt.Println(arr)
	s := []int{1, 2}
	ep := &s[0]
	s = append(s, 3)
	*ep = 99
	fmt.Println(s[0], *ep)
	f := &struct{ a, b int }{1, 2}
	fp := &f.b
	*fp++
	fmt.Println(*f)
	fmt.Println(*newInt(3) + *newInt(4))
	type list struct {
		next *list
		v    int
	}
	var l *list
	for i := 0; i < 3; i++ {
		l = &list{l, i}
	}
	for n := l; n != nil; n = n.next {
		fmt.Print(n.v)
	}
	fmt.Println()
	ptrs := []*int{}
	for i := 0; i < 3; i++ {
		ptrs = append(ptrs, &i)
	}
	for _, p := range ptrs {
		fmt.Print(*p)
	}
	fmt.Println()
	var np *node
	fmt.Printf("%v %t\n", np, np == nil)
}
