package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Fprintln(os.Stderr, "to stderr")
	defer func() {
		var m map[string]int
		m["x"] = 1
	}()
	var i interface{} = 1
	fmt.Println(i.(string))
}
