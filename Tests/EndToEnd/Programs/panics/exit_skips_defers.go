package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("not printed")
	defer func() { recover() }()
	fmt.Print("no newline")
	os.Exit(41)
}
