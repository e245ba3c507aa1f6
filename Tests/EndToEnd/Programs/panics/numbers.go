package main

func main() {
	defer func() { panic(1.5) }()
	defer func() { panic(uint8(200)) }()
	defer func() { panic('x') }()
	defer func() { panic(true) }()
	defer func() { panic(complex(1, 2)) }()
	panic(-3)
}
