package main

import "fmt"

type Number interface{ ~int | ~float64 }

func Sum[T Number](xs ...T) (t T) { return }
func Conv[T, U any](t T) U        { var u U; return u }
func Eq[T any](a, b T) bool       { return a == b }

type Stack[T any] struct{ items []T }

func (s Stack[T]) Map[U any](f func(T) U) {}

func main() {
	fmt.Println(Sum("a", "b"))
	fmt.Println(Sum(1, 2.5))
	fmt.Println(Conv(1))
	var s Stack
	var t Stack[int, string]
	var n Number
	fmt.Println(s, t, n, Sum[string], Stack[int]{1})
}
