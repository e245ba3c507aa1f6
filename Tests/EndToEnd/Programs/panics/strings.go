package main

type Msg string

func main() {
	defer func() {
		panic(Msg("typed\nstring"))
	}()
	panic("plain \"string\"")
}
