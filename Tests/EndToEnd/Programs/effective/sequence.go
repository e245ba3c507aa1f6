package main

import (
	"fmt"
	"sort"
)

type Sequence []int

func (s Sequence) Len() int           { return len(s) }
func (s Sequence) Less(i, j int) bool { return s[i] < s[j] }
func (s Sequence) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }
func (s Sequence) Copy() Sequence     { return append(make(Sequence, 0, len(s)), s...) }
func (s Sequence) String() string {
	s = s.Copy()
	sort.Sort(s)
	return fmt.Sprint([]int(s))
}

type ByteSlice []byte

func (p *ByteSlice) Write(data []byte) (n int, err error) {
	*p = append(*p, data...)
	return len(data), nil
}

func trace(s string) string { fmt.Println("entering:", s); return s }
func un(s string)           { fmt.Println("leaving:", s) }
func a()                    { defer un(trace("a")); fmt.Println("in a") }
func b()                    { defer un(trace("b")); fmt.Println("in b"); a() }
func unhex(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	}
	return 0
}
func shouldEscape(c byte) bool {
	switch c {
	case ' ', '?', '&', '=', '#', '+', '%':
		return true
	}
	return false
}

func main() {
	fmt.Println(Sequence{5, 3, 9, -1})
	var p ByteSlice
	fmt.Fprintf(&p, "This hour has %d days\n", 7)
	fmt.Print(string(p))
	b()
	fmt.Println(unhex('f'), shouldEscape('&'))
	var t any = 3 < 4
	switch t := t.(type) {
	default:
		fmt.Printf("unexpected type %T\n", t)
	case bool:
		fmt.Printf("boolean %t\n", t)
	case *bool:
		fmt.Printf("pointer to boolean %t\n", *t)
	}
	for pos, char := range "日本\x80語" {
		fmt.Printf("character %#U starts at byte position %d\n", char, pos)
	}
	timeZone := map[string]int{"UTC": 0, "EST": -5 * 60 * 60}
	fmt.Printf("%v %#v %T\n", timeZone, timeZone, timeZone)
}
