package main

func main() {
	a := 'ab'
	b := "unterminated
	c := 09
	d := 0b12
	e := '\q'
	f := 1__0
	_, _, _, _, _, _ = a, b, c, d, e, f
}
