// Package errors makes, wraps and inspects error values.
package errors

import (
	"internal/rt"
	"unsafe"
)

// ErrUnsupported says that an operation can never work, whoever asks.
var ErrUnsupported = New("unsupported operation")

type errorString struct {
	s string
}

// New returns an error with the given text, distinct from every other error.
func New(text string) error {
	return &errorString{text}
}

func (e *errorString) Error() string { return e.s }

// Unwrap returns what err's method `Unwrap() error` gives, or nil.
func Unwrap(err error) error {
	if w, ok := err.(interface{ Unwrap() error }); ok {
		return w.Unwrap()
	}
	return nil
}

type joinError struct {
	errs []error
}

// Join wraps all errors that are not nil in one; nil if there are none.
func Join(errs ...error) error {
	count := 0
	for _, err := range errs {
		if err != nil {
			count++
		}
	}
	if count == 0 {
		return nil
	}
	joined := &joinError{make([]error, 0, count)}
	for _, err := range errs {
		if err != nil {
			joined.errs = append(joined.errs, err)
		}
	}
	return joined
}

func (e *joinError) Error() string {
	if len(e.errs) == 1 {
		return e.errs[0].Error()
	}
	text := []byte(e.errs[0].Error())
	for _, err := range e.errs[1:] {
		text = append(text, '\n')
		text = append(text, err.Error()...)
	}
	return unsafe.String(&text[0], len(text))
}

func (e *joinError) Unwrap() []error { return e.errs }

// Is reports whether err or anything that it wraps, depth first, equals target
// or says so through a method `Is(error) bool`.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, isComparable(target))
}

func isComparable(err error) bool {
	full := (*rt.Full)(unsafe.Pointer(&err))
	return rt.Comparable(rt.ItabType(full.Itab))
}

func is(err, target error, comparable bool) bool {
	for err != nil {
		if comparable && err == target {
			return true
		}
		if e, ok := err.(interface{ Is(error) bool }); ok && e.Is(target) {
			return true
		}
		switch e := err.(type) {
		case interface{ Unwrap() error }:
			err = e.Unwrap()
		case interface{ Unwrap() []error }:
			for _, inner := range e.Unwrap() {
				if is(inner, target, comparable) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// As finds the first error in err's tree, depth first, that can be assigned to
// what target points to, assigns it and reports true. target must be a pointer
// to an interface or to a type that implements error.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	box := (*rt.Empty)(unsafe.Pointer(&target))
	if rt.Kind(box.Type) != rt.Pointer || box.Data == nil {
		panic("errors: target must be a non-nil pointer")
	}
	want := rt.Elem(box.Type)
	if rt.Kind(want) != rt.Interface && !isError(want) {
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target, box.Data, want)
}

// isError reports whether values of type t are errors.
func isError(t rt.Type) bool {
	var pattern any = (*error)(nil)
	return rt.Implements(t, rt.Elem((*rt.Empty)(unsafe.Pointer(&pattern)).Type))
}

func as(err error, target any, dst unsafe.Pointer, want rt.Type) bool {
	for {
		if assign(err, dst, want) {
			return true
		}
		if e, ok := err.(interface{ As(any) bool }); ok && e.As(target) {
			return true
		}
		switch e := err.(type) {
		case interface{ Unwrap() error }:
			err = e.Unwrap()
			if err == nil {
				return false
			}
		case interface{ Unwrap() []error }:
			for _, inner := range e.Unwrap() {
				if inner != nil && as(inner, target, dst, want) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
}

// assign stores err at dst, a variable of type want, if its type allows that.
func assign(err error, dst unsafe.Pointer, want rt.Type) bool {
	if rt.Kind(want) == rt.Interface {
		return rt.StoreInterface(dst, want, err)
	}
	full := (*rt.Full)(unsafe.Pointer(&err))
	if rt.ItabType(full.Itab) != want {
		return false
	}
	src := full.Data
	if rt.IsDirect(want) {
		src = unsafe.Pointer(&full.Data)
	}
	rt.TypedMove(want, dst, src)
	return true
}
