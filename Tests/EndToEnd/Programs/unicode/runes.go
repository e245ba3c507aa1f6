package main

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

func main() {
	for _, r := range "aZ5 é世\n!_" {
		fmt.Print(unicode.IsLetter(r), unicode.IsUpper(r), unicode.IsDigit(r), unicode.IsSpace(r), unicode.IsPunct(r), " ")
	}
	fmt.Println()
	s := "héllo\xff世"
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		fmt.Print(i, ":", string(r), n, " ")
		i += n
	}
	fmt.Println(utf8.RuneCountInString(s), utf8.ValidString(s), utf8.RuneLen('世'), utf8.RuneError)
	b := utf8.AppendRune([]byte("x"), 'é')
	r, n := utf8.DecodeLastRune(b)
	fmt.Println(b, string(r), n, utf8.FullRune(b[:2]), utf8.ValidRune(0xd800))
	fmt.Println(string(unicode.ToUpper('ß')), string(unicode.ToLower('É')), string(unicode.ToTitle('a')), unicode.Is(unicode.Han, '世'), unicode.In('a', unicode.Latin, unicode.Greek))
	rs := []rune(s)
	for i, j := 0, len(rs)-1; i < j; i, j = i+1, j-1 {
		rs[i], rs[j] = rs[j], rs[i]
	}
	fmt.Printf("%q\n", string(rs))
	buf := make([]byte, 4)
	fmt.Println(utf8.EncodeRune(buf, '€'), buf[:3])
}
