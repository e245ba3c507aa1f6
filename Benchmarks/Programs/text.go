package main

import (
	"strconv"
	"strings"
)

func main() {
	total := 0
	for round := 0; round < 20; round++ {
		var b strings.Builder
		for i := 0; i < 20000; i++ {
			b.WriteString("item ")
			b.WriteString(strconv.Itoa(i))
			b.WriteByte('\n')
		}
		total += len(b.String())
	}
	short := ""
	for i := 0; i < 5000; i++ {
		short += "x"
	}
	println(total, len(short))
}
