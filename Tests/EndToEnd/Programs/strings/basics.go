package main

import "fmt"

func reverse(s string) string {
	r := []rune(s)
	for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
		r[i], r[j] = r[j], r[i]
	}
	return string(r)
}

func main() {
	s := "héllo, 世界! \U0001F600"
	fmt.Println(len(s), s, s[1], s[1:3], s[7:])
	for i, r := range s {
		fmt.Print(i, ":", string(r), "(", r, ") ")
	}
	fmt.Println()
	for i := range "añb" {
		fmt.Print(i, " ")
	}
	fmt.Println()
	bad := "a\xffb\xc0\xafc\xe4\xb8"
	for i, r := range bad {
		fmt.Printf("%d:%U ", i, r)
	}
	fmt.Println(len(bad), len([]rune(bad)))
	fmt.Printf("%q %+q %x %v\n", bad, s, bad, []byte(bad))
	fmt.Println(reverse("Hello, 世界"), reverse(""))
	raw := `raw \n string
second line	tab`
	fmt.Println(raw, len(raw))
	fmt.Println("esc: \a\b\f\v\\\"\x41\101\u00e9\U0001F600" == "esc: \a\b\f\v\\\"AA\u00e9😀", '\'', '\n', '\x00')
	b := []byte("mutable")
	t := string(b)
	b[0] = 'M'
	fmt.Println(t, string(b))
	var acc string
	for c := 'a'; c <= 'j'; c++ {
		acc += string(c)
	}
	fmt.Println(acc, acc[2:5]+acc[:1]+acc[9:], len(acc[10:]))
	eq := acc[:3] == "abc"
	fmt.Println(eq, "a"+"b" == "ab", "abc" < "abd", "" == "")
	counts := [26]int{}
	for _, c := range "the quick brown fox jumps over the lazy dog" {
		if c >= 'a' && c <= 'z' {
			counts[c-'a']++
		}
	}
	fmt.Println(counts)
	bs := append([]byte("abc"), "def"...)
	n := copy(bs[1:], "ZZ")
	fmt.Println(string(bs), n)
	switch acc[0] {
	case 'a':
		fmt.Println("starts with a")
	}
	sub := acc[3:3]
	fmt.Println(sub == "", len(sub))
	m := map[string]int{"k": 1}
	key := []byte{'k'}
	fmt.Println(m[string(key)])
	fmt.Println(string([]byte{}), string([]rune{0x4e16, 0xD800, -5, 0x110000}))
	for i, c := range []byte("hi") {
		fmt.Print(i, c, ";")
	}
	fmt.Println()
	defer func() { fmt.Println(recover()) }()
	i := 30
	fmt.Println(s[i])
}
