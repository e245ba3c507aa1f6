package main

import "fmt"

type big struct {
	a [100]int
	p *int
}

func main() {
	c := make(chan big)
	d := make(chan big, 2)
	go func() {
		for i := range 3 {
			var b big
			b.a[99] = i
			b.p = &b.a[99]
			c <- b
			d <- b
		}
		close(c)
		close(d)
	}()
	for b := range c {
		fmt.Println(b.a[99], *b.p)
		e := <-d
		fmt.Println(e.a == b.a)
	}
}
