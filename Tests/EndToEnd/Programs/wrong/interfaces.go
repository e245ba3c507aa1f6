package main

import "fmt"

type Shape interface {
	Area() float64
	Name() string
}
type Sq struct{}

func (s *Sq) Area() float64 { return 1 }
func (s *Sq) Name() string  { return "" }

type Half struct{}

func (Half) Area() int { return 1 }

func main() {
	var s Shape = Sq{}
	var t Shape = Half{}
	var u fmt.Stringer = 5
	_ = s.(Half)
	_ = t.(*Sq)
	_ = u.(int)
	switch v := s.(type) {
	case Half:
	case *Sq:
	case *Sq:
	}
	x := 5
	_ = x.(int)
}
