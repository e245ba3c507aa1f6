package main

import "fmt"

type Address struct {
	Street, City string
	Zip          int `json:"zip" xml:"z"`
}
type Person struct {
	Name string
	Age  int
	*Address
	Tags []string
	_    int
	next *Person
}
type T1 struct{ A, B int }
type T2 struct{ A, B int }

func main() {
	p := Person{Name: "Ann", Age: 30, Address: &Address{"Main", "Rome", 123}}
	p.City = "Oslo"
	fmt.Println(p.Name, p.City, p.Address.Zip, p.Tags == nil)
	q := p
	q.Street = "Shared"
	q.Name = "Bob"
	fmt.Println(p.Street, p.Name, q.Name)
	p.next = &q
	p.next.next = &p
	fmt.Println(p.next.next.next.Name)
	a, b := T1{1, 2}, T2{1, 2}
	fmt.Println(a == T1(b), T2(a) == b)
	anon := struct {
		X, Y int
		T1
	}{1, 2, T1{3, 4}}
	fmt.Printf("%v %+v %#v %T\n", anon, anon, anon, anon)
	var e1, e2 struct{}
	fmt.Println(e1 == e2, e1)
	ps := []Person{{Name: "x"}, {Name: "y", Age: 2}}
	for _, pp := range ps {
		pp.Age = 100
	}
	for i := range ps {
		ps[i].Age++
	}
	fmt.Println(ps[0].Age, ps[1].Age)
	mp := map[string]*T1{"a": {1, 2}}
	mp["a"].A = 50
	fmt.Println(*mp["a"])
	mv := map[string]T1{"a": {1, 2}}
	v := mv["a"]
	v.A = 60
	mv["a"] = v
	fmt.Println(mv, mv["none"])
	pt := &T1{B: 7}
	(*pt).A = 8
	pt.B++
	fmt.Println(*pt, *&pt.A)
	type pair struct {
		k string
		v any
	}
	pairs := []pair{{"a", 1}, {"b", "two"}, {"c", nil}, {"d", T1{}}}
	fmt.Printf("%v\n%+v\n", pairs, pairs)
	fmt.Println(pair{"a", 1} == pairs[0], pair{"a", 2} == pairs[0])
	as := *p.Address
	as.City = "copy"
	fmt.Println(p.City, as)
}
