package count

import "fmt"

var n = 10

func init() { fmt.Println("init of count") }

// Next counts.
func Next() int {
	n++
	return n
}
