package main

type node struct {
	next  *node
	value int
}

func main() {
	var head *node
	for i := 0; i < 1000000; i++ {
		head = &node{head, i}
	}
	sum := 0
	for n := head; n != nil; n = n.next {
		sum += n.value
		if n.value > 999900 {
			head.value = sum
		}
	}
	println(sum)
}
