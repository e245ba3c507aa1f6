package main

type inner struct{ a, b int }
type S struct {
	x inner
	y string
}

func main() {
	panic(S{inner{1, 2}, "s"})
}
