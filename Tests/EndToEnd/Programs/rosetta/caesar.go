package main

import (
	"fmt"
	"strings"
)

func shift(n rune) func(rune) rune {
	return func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return 'a' + (r-'a'+n+26)%26
		case 'A' <= r && r <= 'Z':
			return 'A' + (r-'A'+n+26)%26
		}
		return r
	}
}

func main() {
	msg := "The Quick Brown Fox, 世界!"
	e := strings.Map(shift(3), msg)
	fmt.Println(e, strings.Map(shift(-3), e) == msg)
	rot13 := shift(13)
	fmt.Println(strings.Map(rot13, strings.Map(rot13, msg)))
}
