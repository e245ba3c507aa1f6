package main

import (
	"errors"
	"fmt"
	"io"
	"os"
)

var ErrNotFound = errors.New("not found")
var ErrDenied = errors.New("denied")

type PathError struct {
	Path string
	Err  error
}

func (p *PathError) Error() string { return p.Path + ": " + p.Err.Error() }
func (p *PathError) Unwrap() error { return p.Err }

type Code int

func (c Code) Error() string        { return fmt.Sprintf("code %d", int(c)) }
func (c Code) Is(target error) bool { return target == ErrDenied && c == 403 }

type Multi []error

func (m Multi) Error() string   { return fmt.Sprintf("%d errors", len(m)) }
func (m Multi) Unwrap() []error { return m }

type Temp interface{ Temporary() bool }
type tempErr struct{}

func (tempErr) Error() string   { return "temporary" }
func (tempErr) Temporary() bool { return true }

func open(path string) error {
	switch path {
	case "":
		return ErrNotFound
	case "secret":
		return &PathError{path, ErrDenied}
	case "deep":
		return fmt.Errorf("open: %w", fmt.Errorf("layer: %w", &PathError{path, Code(403)}))
	case "two":
		return fmt.Errorf("two: %w and %w", ErrNotFound, io.EOF)
	case "join":
		return errors.Join(ErrNotFound, nil, Code(5), tempErr{})
	case "multi":
		return Multi{io.ErrUnexpectedEOF, &PathError{"m", ErrNotFound}}
	case "v":
		return fmt.Errorf("opaque: %v", ErrNotFound)
	}
	return nil
}

func main() {
	for _, path := range []string{"", "secret", "deep", "two", "join", "multi", "v", "fine"} {
		err := open(path)
		var pe *PathError
		var code Code
		var temp Temp
		fmt.Printf("%q: %v | nf=%t denied=%t eof=%t path=%t code=%t temp=%t\n", path, err,
			errors.Is(err, ErrNotFound), errors.Is(err, ErrDenied), errors.Is(err, io.EOF),
			errors.As(err, &pe), errors.As(err, &code), errors.As(err, &temp))
		if pe != nil {
			fmt.Println("   path", pe.Path, pe.Err)
		}
		if code != 0 {
			fmt.Println("   code", int(code))
		}
		fmt.Println("   unwrap:", errors.Unwrap(err))
	}
	e := fmt.Errorf("no verb")
	fmt.Println(e, errors.Unwrap(e) == nil, e == fmt.Errorf("no verb"), errors.Is(nil, nil), errors.Is(e, nil))
	fmt.Printf("%v|%s|%q|%+v|%T\n", e, e, e, e, e)
	fmt.Printf("%T %T %T\n", open("deep"), open("two"), open("join"))
	fmt.Println(fmt.Errorf("bad %w", "not an error"))
	fmt.Println(errors.Join() == nil, errors.Join(nil, nil) == nil)
	fmt.Println(errors.New("a") == errors.New("a"), ErrDenied == ErrDenied)
	defer func() {
		err := recover().(error)
		var pe *PathError
		fmt.Println("recovered", errors.As(err, &pe), err)
		fmt.Fprintln(os.Stderr, "exiting:", err)
		os.Exit(1)
	}()
	panic(&PathError{"/tmp", open("deep")})
}
