package main

type F float64

func main() {
	defer func() { panic(F(2.5)) }()
	panic(1.5)
}
