package main

import "fmt"

type Node struct {
	v    int
	next *Node
}

func main() {
	n := &Node{1, nil}
	fmt.Println(n.v)
	n = n.next
	n.v = 2
}
