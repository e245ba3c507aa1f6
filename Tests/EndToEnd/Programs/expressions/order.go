package main

import "fmt"

var log []string

func note(s string) int {
	log = append(log, s)
	return len(log)
}
func flush() {
	fmt.Println(log)
	log = nil
}

func pair(s string) (int, int) { return note(s), note(s + "'") }
func three(a, b, c int) int    { return a*100 + b*10 + c }
func yes(s string) bool        { note(s); return true }
func no(s string) bool         { note(s); return false }
func arr(s string) []int       { note(s); return []int{1, 2, 3} }

type T struct{ n int }

func (t T) add(n int) T { note(fmt.Sprint("add", n)); return T{t.n + n} }
func mk(n int) T        { note(fmt.Sprint("mk", n)); return T{n} }

func main() {
	fmt.Println(three(note("a"), note("b"), note("c")))
	flush()
	x := note("l") + note("m")*note("r")
	fmt.Println(x)
	flush()
	fmt.Println(yes("1") && no("2") && yes("3"), no("4") || yes("5") || no("6"))
	flush()
	arr("s")[note("i")-1] = note("v")
	flush()
	m := map[int]int{}
	m[note("k1")], m[note("k2")] = pair("p")
	fmt.Println(m)
	flush()
	fmt.Println(mk(1).add(note("x")).add(note("y")).n)
	flush()
	a, b := 1, 2
	a, b = b, a
	s := []int{0, 1, 2}
	i := 0
	i, s[i] = 2, 9
	fmt.Println(a, b, i, s)
	s[0], s[2] = s[2], s[0]
	fmt.Println(s)
	p := &T{5}
	p, p.n = &T{6}, 7
	fmt.Println(p.n)
	lit := []int{note("e0"), note("e1"), 5: note("e5"), note("e6")}
	fmt.Println(lit)
	flush()
	st := struct{ a, b int }{b: note("fb"), a: note("fa")}
	fmt.Println(st)
	flush()
	f := func() func(int) int { note("f"); return func(v int) int { note("call"); return v } }
	f()(note("arg"))
	flush()
	var ptr *int
	ok := ptr != nil && *ptr == 1
	fmt.Println(ok)
	y := 10
	inc := func() int { y++; return y }
	fmt.Println(y+inc(), inc()+y, y)
	ar := [3]int{1, 2, 3}
	get := func() [3]int { note("get"); return ar }
	fmt.Println(get()[note("ix")%3], len(get()), 2+3*4-6/4%2<<1&7|8^1)
	flush()
	fmt.Println(-5%3, 5%-3, -(5 % 3), !(1 < 2) != (3 > 4), 1 == 1 == true)
	ch := "abc"[note("z")-1]
	fmt.Println(ch, "héllo"[1:3] == "é", "abc"+"d"+string(ch))
	flush()
}
