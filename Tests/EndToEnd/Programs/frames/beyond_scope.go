package main

import (
	"fmt"
	"strings"
)

// Variables that are reached through pointers behind the end of their scope, and by deferred calls.

type box struct {
	text *string
	next *box
}

func garbage() (n int) {
	for i := 0; i < 300; i++ {
		s := make([]*string, i%7+1)
		t := strings.Repeat("z", i%30)
		s[0] = &t
		n += len(*s[0])
	}
	return
}

func fresh(s string) *string {
	t := strings.Repeat(s, 2)
	return &t
}

func outlive(flag bool) string {
	var p *box
	if flag {
		b := box{text: fresh("if")}
		p = &b
	} else {
		b := box{text: fresh("else")}
		c := box{text: fresh("c"), next: &b}
		p = &c
	}
	garbage()
	for p.next != nil {
		p = p.next
	}
	return *p.text
}

func deferred(n int) (out string) {
	defer func() {
		if r := recover(); r != nil {
			out += fmt.Sprint("|", r)
		}
	}()
	if n > 0 {
		x := fresh("x")
		defer func() {
			out += *x
			x = fresh("y")
			garbage()
			out += *x
		}()
	}
	garbage()
	if n == 1 {
		panic("one")
	}
	late := box{text: fresh("late")}
	q := &late
	garbage()
	return *q.text
}

func main() {
	for i := 0; i < 3; i++ {
		fmt.Println(outlive(i%2 == 0), deferred(i))
	}
}
