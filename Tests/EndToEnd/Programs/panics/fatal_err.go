package main

import (
	"fmt"
	"os"
	"strconv"
)

func main() {
	_, err := strconv.Atoi("12x")
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(3)
	}
}
