package main

import (
	"errors"
	"fmt"
)

var ErrEmpty = errors.New("empty")

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v T) { s.items = append(s.items, v) }
func (s *Stack[T]) Pop() (T, error) {
	var zero T
	if len(s.items) == 0 {
		return zero, ErrEmpty
	}
	v := s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return v, nil
}

type Ring[T any] struct {
	buf        []T
	head, size int
}

func NewRing[T any](n int) *Ring[T] { return &Ring[T]{buf: make([]T, n)} }
func (r *Ring[T]) Put(v T) bool {
	if r.size == len(r.buf) {
		return false
	}
	r.buf[(r.head+r.size)%len(r.buf)] = v
	r.size++
	return true
}
func (r *Ring[T]) Get() (v T, ok bool) {
	if r.size == 0 {
		return
	}
	v, r.head, r.size = r.buf[r.head], (r.head+1)%len(r.buf), r.size-1
	return v, true
}

func balanced(s string) bool {
	pairs := map[rune]rune{')': '(', ']': '[', '}': '{'}
	var st Stack[rune]
	for _, c := range s {
		switch c {
		case '(', '[', '{':
			st.Push(c)
		case ')', ']', '}':
			if top, err := st.Pop(); err != nil || top != pairs[c] {
				return false
			}
		}
	}
	_, err := st.Pop()
	return errors.Is(err, ErrEmpty)
}

func main() {
	fmt.Println(balanced("{[()]}()"), balanced("(]"), balanced("(("), balanced(""))
	r := NewRing[string](2)
	fmt.Println(r.Put("a"), r.Put("b"), r.Put("c"))
	fmt.Println(r.Get())
	fmt.Println(r.Put("d"))
	fmt.Println(r.Get())
	fmt.Println(r.Get())
	fmt.Println(r.Get())
}
