package main

import "fmt"

type pair struct {
	n int
	s *string
}

func main() {
	c := make(chan pair, 4)
	for i := range 3 {
		s := fmt.Sprint("text", i)
		c <- pair{i, &s}
	}
	close(c)
	for i := range 5 {
		v, ok := <-c
		if v.s != nil {
			fmt.Println(i, v.n, *v.s, ok)
		} else {
			fmt.Println(i, v.n, v.s == nil, ok)
		}
	}
	fmt.Println(len(c), cap(c))
}
