// Package unique gives equal values one handle, so that comparing is comparing handles.
package unique

// A Handle stands for a value.
type Handle[T comparable] struct {
	value *T
}

// handles holds, by value, the *T of each handle. (In Go values that nobody has a handle of any more are forgotten.)
var handles = map[any]any{}

// Make is the handle of a value.
func Make[T comparable](value T) Handle[T] {
	if p, ok := handles[value].(*T); ok {
		return Handle[T]{p}
	}
	p := new(T)
	*p = value
	handles[value] = p
	return Handle[T]{p}
}

// Value is the value that the handle stands for.
func (h Handle[T]) Value() T { return *h.value }
