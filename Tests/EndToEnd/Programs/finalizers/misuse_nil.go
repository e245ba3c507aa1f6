// Misuse of runtime.SetFinalizer: nil.
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
	runtime.SetFinalizer(nil, func(*int) {})
}
