package main

import "fmt"

func Count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Print("(done) ")
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

// What the body defers runs when the function ends, not when the body does.
func find(n int) (r string) {
	defer func() { r += "!" }()
	for i := range Count(5) {
		defer fmt.Print("deferred", i, " ")
		if i == n {
			return fmt.Sprint("found ", i)
		}
	}
	return "none"
}

func main() { fmt.Println(find(2), find(20)) }
