package main

import "fmt"

type V struct{ n int }

func (v V) Val() int   { return v.n }
func (v *V) Ptr() int  { v.n++; return v.n }

type Valer interface{ Val() int }
type Ptrer interface{ Ptr() int }

func main() {
	v := V{1}
	var a Valer = v
	var b Valer = &v
	var c Ptrer = &v
	fmt.Println(a.Val(), b.Val(), c.Ptr(), a.Val(), b.Val())
	_, ok := any(v).(Ptrer)
	_, ok2 := any(&v).(Ptrer)
	fmt.Println(ok, ok2)
	fmt.Println(v.Ptr(), (&v).Val(), (*V).Val(&v))
	s := []V{{1}, {2}}
	s[0].Ptr()
	m := map[string]*V{"k": {5}}
	m["k"].Ptr()
	fmt.Println(s, m["k"].n)
}
