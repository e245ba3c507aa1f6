package main

import (
	"fmt"
	"strings"
)

func counter() (inc, dec func() int, get func() int) {
	n := 0
	inc = func() int { n++; return n }
	dec = func() int { n--; return n }
	get = func() int { return n }
	return
}
func memo[K comparable, V any](f func(K) V) func(K) V {
	cache := map[K]V{}
	return func(k K) V {
		if v, ok := cache[k]; ok {
			return v
		}
		v := f(k)
		cache[k] = v
		return v
	}
}
func curry[A, B, C any](f func(A, B) C) func(A) func(B) C {
	return func(a A) func(B) C { return func(b B) C { return f(a, b) } }
}
func pipeline[T any](fs ...func(T) T) func(T) T {
	return func(x T) T {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

type option func(*server)
type server struct {
	host string
	port int
	tags []string
}

func withPort(p int) option        { return func(s *server) { s.port = p } }
func withTags(t ...string) option  { return func(s *server) { s.tags = append(s.tags, t...) } }
func newServer(h string, opts ...option) *server {
	s := &server{host: h, port: 80}
	for _, o := range opts {
		o(s)
	}
	return s
}

func main() {
	inc, dec, get := counter()
	inc()
	inc()
	dec()
	fmt.Println(get())
	calls := 0
	var fib func(int) int
	fib = memo(func(n int) int {
		calls++
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	})
	fmt.Println(fib(80), calls)
	add := curry(func(a, b int) int { return a + b })
	fmt.Println(add(3)(4))
	shout := pipeline(strings.TrimSpace, strings.ToUpper, func(s string) string { return s + "!" })
	fmt.Println(shout("  hey "))
	fmt.Printf("%+v\n", *newServer("h", withPort(8080), withTags("a", "b")))
	var handlers []func()
	for i := 0; i < 3; i++ {
		defer func() { fmt.Print("deferred ", i, " ") }()
		handlers = append(handlers, func() { fmt.Print(i*i, " ") })
	}
	for _, h := range handlers {
		h()
	}
	fmt.Println()
}
