// Package ring is a circular list.
package ring

// A Ring is one element of a circle; its zero value is a circle of one.
type Ring struct {
	next, prev *Ring
	Value      any
}

// ready makes a zero Ring usable.
func (r *Ring) ready() *Ring {
	if r.next == nil {
		r.next, r.prev = r, r
	}
	return r
}

// New is a circle of n elements.
func New(n int) *Ring {
	if n <= 0 {
		return nil
	}
	first := new(Ring)
	last := first
	for ; n > 1; n-- {
		last.next = &Ring{prev: last}
		last = last.next
	}
	last.next, first.prev = first, last
	return first
}

// Next is the next element.
func (r *Ring) Next() *Ring { return r.ready().next }

// Prev is the previous element.
func (r *Ring) Prev() *Ring { return r.ready().prev }

// Move goes n elements on, or back where n is negative.
func (r *Ring) Move(n int) *Ring {
	r.ready()
	for ; n > 0; n-- {
		r = r.next
	}
	for ; n < 0; n++ {
		r = r.prev
	}
	return r
}

// Link puts s behind r and returns what was behind r; if both are in one
// circle, what lies between them is cut out.
func (r *Ring) Link(s *Ring) *Ring {
	behind := r.Next()
	if s != nil {
		before := s.Prev()
		r.next, s.prev = s, r
		behind.prev, before.next = before, behind
	}
	return behind
}

// Unlink cuts out the n elements behind r and returns them.
func (r *Ring) Unlink(n int) *Ring {
	if n <= 0 {
		return nil
	}
	return r.Link(r.Move(n + 1))
}

// Len is the number of elements, counted.
func (r *Ring) Len() int {
	if r == nil {
		return 0
	}
	n := 1
	for p := r.Next(); p != r; p = p.next {
		n++
	}
	return n
}

// Do calls f with each value, from r on.
func (r *Ring) Do(f func(any)) {
	if r == nil {
		return
	}
	f(r.Value)
	for p := r.Next(); p != r; p = p.next {
		f(p.Value)
	}
}
