package main

import "fmt"

func main() {
	s := "héllo, 世界\xff!"
	for i, r := range s {
		fmt.Printf("%d:%c(%U) ", i, r, r)
	}
	fmt.Println()
	for i := 0; i < len(s); i++ {
		fmt.Printf("%02x ", s[i])
	}
	fmt.Println()
	fmt.Println([]byte(s[:3]), []rune(s), string([]rune{'a', 0x4e16, -1, 0x110000, 0xd800}))
	fmt.Println(string(rune(65)), string(rune(0x4e16)), string([]byte{0x68, 0x69}))
	fmt.Println(s[1:3], s[7:], len(s), s < "i", s == "héllo", "a" < "b", "a" < "B", "" < "a")
	t := s
	t += "?"
	fmt.Println(len(t)-len(s), s != t)
	type bytes []byte
	type str string
	type runes []rune
	b := bytes("abc")
	b[0] = 'X'
	fmt.Println(str(b), string(runes{'o', 'k'}), str("x")+"y")
	const c = "constant"
	fmt.Println(c[2], len(c), c[1:3])
	var e string
	for range e {
		panic("no")
	}
	switch "b" {
	case "a", "b":
		fmt.Println("matched")
	}
	m := map[string]int{}
	for _, w := range []byte("mississippi") {
		m[string(w)]++
	}
	fmt.Println(m)
	x := []byte("shared")
	y := string(x)
	x[0] = 'S'
	fmt.Println(y, string(x))
	fmt.Println("multi"+
		"line", `a`+"b"+string('c'))
}
