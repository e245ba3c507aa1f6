package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Println(len(os.Args))
	fmt.Fprintln(os.Stdout, "out")
	fmt.Fprintln(os.Stderr, "err")
	os.Stdout.WriteString("direct\n")
	n, err := os.Stdout.Write([]byte("bytes\n"))
	fmt.Println(n, err)
	println("println", 1, true, 'x', "s")
	print("a", 1, "b\n")
	os.Exit(7)
}
