// Generic code that would need instances without end. The compiler's answer is in cycles.txt:
//
//	go build -gcflags=-e cycles.go 2>&1 | sed -E 's,\(/.*/,(./,; /^#/d' > cycles.txt
package main

type Box[A any] struct{ value A }

func fine[T any](n int, x T) {
	type local struct{ x T }
	fine(n-1, x)
	other[T](x)
}

func other[U any](x U) { fine(1, x) }

func grows[A any](n int, x A) {
	if n > 0 {
		through(n-1, Box[A]{x})
	}
}

func through[B any](n int, x B) { grows(n, x) }

func main() { grows(1, 1) }
