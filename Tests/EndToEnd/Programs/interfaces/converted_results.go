package main

import "fmt"

type E struct{ s string }

func (e *E) Error() string { return e.s }

type W struct{ n int }

func (q *W) marshal(x any) { fmt.Printf("%q\n", x) }

func (q *W) val(v error) { q.marshal(v.Error()) }

func (q *W) val2(v *E) { q.marshal(v.Error()) }

func (q *W) val3(v *E) {
	s := v.Error()
	q.marshal(s)
}

func two(a int, x any) { fmt.Printf("%q\n", x) }

func text() string { return "bad thing" }

func main() {
	x := &W{}
	x.val(&E{"bad thing"})
	x.val2(&E{"bad thing"})
	x.val3(&E{"bad thing"})
	two(1, text())
	two(1, (&E{"bad thing"}).Error())
	s := fmt.Sprint("dyn", 5)
	x.val(&E{s})
	two(1, fmt.Sprint("a", "b"))
}
