package main

import (
	. "fmt"
	m "math"
	_ "sort"
	str "strings"
	"unicode/utf8"
)

func main() {
	Println(m.Sqrt(16), str.ToUpper("x"), Sprintf("%05.1f", m.E))
	Println(utf8.RuneCountInString("héé"), utf8.ValidString("\xff"))
	var s Stringer = T(3)
	Println(s)
}

type T int

func (t T) String() string { return Sprint("T", int(t)) }
