package main

import "fmt"

type Base struct{ ID int }

func (b Base) Describe() string   { return fmt.Sprint("base ", b.ID) }
func (b *Base) SetID(i int)       { b.ID = i }

type Mid struct {
	*Base
	Name string
}
type Top struct {
	Mid
	Extra int
}

func (t Top) Describe() string { return "top of " + t.Mid.Describe() }

type Describer interface{ Describe() string }
type Setter interface{ SetID(int) }
type Logger struct{ Describer }

func main() {
	t := Top{Mid{&Base{1}, "m"}, 2}
	t.SetID(42)
	fmt.Println(t.ID, t.Describe(), t.Mid.Describe(), t.Base.Describe())
	var d Describer = t
	fmt.Println(d.Describe())
	var s Setter = t
	s.SetID(7)
	fmt.Println(t.Mid.Base.ID)
	l := Logger{t.Mid}
	fmt.Println(l.Describe(), l.Describer == Describer(t.Mid))
	func() {
		defer func() { fmt.Println("nil embedded:", recover()) }()
		fmt.Println(Logger{}.Describe())
	}()
	func() {
		defer func() { fmt.Println("nil base:", recover()) }()
		fmt.Println(Top{}.ID)
	}()
}
