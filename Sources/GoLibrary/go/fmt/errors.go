package fmt

import "errors"

// Errorf returns an error with Sprintf's text. It wraps the operands of %w,
// which must be errors.
func Errorf(format string, a ...any) error {
	p := newPrinter()
	p.wrapping = true
	p.format(format, a)
	msg := string(p.buf)
	var err error
	switch len(p.wrapped) {
	case 0:
		err = errors.New(msg)
	case 1:
		wrapped, _ := a[p.wrapped[0]].(error)
		err = &wrapError{msg, wrapped}
	default:
		if p.reordered {
			ascending(p.wrapped)
		}
		var errs []error
		for i, index := range p.wrapped {
			if i > 0 && p.wrapped[i-1] == index {
				continue
			}
			if e, ok := a[index].(error); ok {
				errs = append(errs, e)
			}
		}
		err = &wrapErrors{msg, errs}
	}
	p.release()
	return err
}

// ascending sorts a few numbers.
func ascending(a []int) {
	for i := 1; i < len(a); i++ {
		for j := i; j > 0 && a[j] < a[j-1]; j-- {
			a[j], a[j-1] = a[j-1], a[j]
		}
	}
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }

func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string { return e.msg }

func (e *wrapErrors) Unwrap() []error { return e.errs }
