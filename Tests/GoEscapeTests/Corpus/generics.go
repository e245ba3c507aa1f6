package main

type stack[T any] struct{ items []T }

func (s *stack[T]) push(item T) { s.items = append(s.items, item) }

func (s *stack[T]) pop() (item T, ok bool) {
	if len(s.items) == 0 {
		return item, false
	}
	item = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return item, true
}

func (s *stack[T]) at(i int) *T { return &s.items[i] }

func pointerTo[T any](value T) *T { return &value }

func mapped[T, U any](list []T, f func(T) U) []U {
	var result []U
	for _, item := range list {
		result = append(result, f(item))
	}
	return result
}

func main() {
	s := &stack[int]{}
	s.push(1)
	n, ok := s.pop()
	println(n, ok)
	var words stack[string]
	words.push("a")
	_, _ = words.pop()
	_ = words.at(0)
	println(*pointerTo(3), *pointerTo("x"))
	lengths := mapped([]string{"a", "bc"}, func(s string) int { return len(s) })
	println(len(lengths), *s.at(0))
}

func show(values ...any) { shown = values }

var shown []any

func init() {
	s := &stack[[]byte]{}
	s.push([]byte("a"))
	item, _ := s.pop()
	_ = s.at(0)
	show(item, mapped([]int{1}, func(n int) byte { return byte(n) }), *s.at(1))
}
