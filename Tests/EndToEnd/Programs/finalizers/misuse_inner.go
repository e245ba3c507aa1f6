// Misuse of runtime.SetFinalizer: inner.
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
	x := &[4]*int{}
	sink = x
	runtime.SetFinalizer(&x[1], func(**int) {})
}
