package text

import "fmt"

func init() { fmt.Println("init of text, imported for that") }
