package main

import "errors"

func main() {
	defer func() {
		panic(errors.Join(errors.New("one"), errors.New("two")))
	}()
	panic("line one\nline two")
}
