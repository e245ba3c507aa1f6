// Misuse of runtime.SetFinalizer: nilpointer.
package main

import "runtime"

type T struct {
	a, b int
	p    *int
}

type P *T
type Q *T

var sink any

func main() {
	runtime.SetFinalizer((*int)(nil), func(*int) {})
}
