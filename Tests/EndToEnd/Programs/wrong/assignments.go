package main

const k = 1

func f() int { return 1 }

type T struct{ a int }

func main() {
	k = 2
	f() = 3
	"a"[0] = 'b'
	m := map[string]T{}
	m["a"].a = 1
	s := "str"
	s[0] = 'x'
	a, b := 1
	a, b = 1, 2, 3
	x := 1
	x := 2
	nil := 3
	var n = nil
	_ = _
	y := nil
	z = 5
	x += "a"
	var p *int = &5
	*x = 1
}
