package main

import (
	"fmt"
	"strings"
)

type Animal struct {
	Name string
	Legs int
}

func (a Animal) Describe() string   { return fmt.Sprintf("%s has %d legs", a.Name, a.Legs) }
func (a *Animal) Rename(n string)   { a.Name = n }
func (a Animal) Sound() string      { return "..." }
func (a *Animal) Lose() (left int)  { a.Legs--; return a.Legs }

type Dog struct {
	Animal
	Breed string
}

func (d Dog) Sound() string { return "Woof (not " + d.Animal.Sound() + ")" }

type Logger struct{ lines []string }

func (l *Logger) Log(s string) { l.lines = append(l.lines, s) }

type Service struct {
	*Logger
	Dog
	deps map[string]int
	inner
}
type inner struct{ depth, Name int }

type Speaker interface{ Sound() string }
type Describer interface {
	Speaker
	Describe() string
}

type Deep1 struct{ V int }
type Deep2 struct{ Deep1 }
type Deep3 struct{ *Deep2 }

func (d *Deep1) Inc() { d.V++ }

type Wrapper struct{ Speaker }
type Upper struct{ fmt.Stringer }

func (u Upper) String() string { return strings.ToUpper(u.Stringer.String()) }

type word string

func (w word) String() string { return "word:" + string(w) }

func main() {
	d := Dog{Animal{"Rex", 4}, "Lab"}
	fmt.Println(d.Describe(), d.Sound(), d.Animal.Sound(), d.Name)
	d.Rename("Max")
	d.Lose()
	fmt.Println(d, d.Legs)
	fmt.Printf("%+v\n", d)
	s := Service{Logger: &Logger{}, Dog: d}
	s.Log("one")
	s.Logger.Log("two")
	s.depth = 3
	fmt.Println(s.lines, s.Dog.Name, s.inner.Name, s.Breed, s.depth)
	var sp Speaker = d
	fmt.Println(sp.Sound())
	var de Describer = &d
	fmt.Println(de.Describe(), de.Sound())
	sp = de
	_, isDog := sp.(*Dog)
	fmt.Println(isDog)
	d3 := Deep3{&Deep2{Deep1{5}}}
	d3.Inc()
	d3.Deep2.Inc()
	d3.Deep2.Deep1.Inc()
	fmt.Println(d3.V, d3.Deep2.V)
	inc := d3.Inc
	inc()
	f := (*Dog).Rename
	f(&d, "Zed")
	g := Dog.Describe
	fmt.Println(d3.V, d.Name, g(d))
	w := Wrapper{d}
	fmt.Println(w.Sound(), Upper{word("hi")})
	a, b := d, d
	fmt.Println(a == b, &a == &b)
	b.Animal = Animal{"Other", 2}
	fmt.Println(a == b, a.Animal == d.Animal, b.Animal)
	type local struct {
		Dog
		extra [2]int
	}
	l := local{Dog: d}
	l.extra[1] = 7
	l.Rename("Local")
	c := l
	c.extra[0] = 1
	fmt.Println(l, c, l.Name)
	ptr := &l
	ptr.Dog.Legs *= 2
	(*ptr).Breed = "X"
	fmt.Println(ptr.Legs, l.Breed)
	anon := struct {
		Animal
		int
		string
	}{Animal{"anon", 1}, 5, "str"}
	anon.int++
	fmt.Println(anon.int, anon.string, anon.Name, anon)
	var w2 Wrapper
	defer func() { fmt.Println("recovered:", recover()) }()
	w2.Sound()
}
