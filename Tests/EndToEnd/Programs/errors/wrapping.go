package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
)

var ErrNotFound = errors.New("not found")

type QueryError struct {
	Query string
	Err   error
}

func (e *QueryError) Error() string { return e.Query + ": " + e.Err.Error() }
func (e *QueryError) Unwrap() error { return e.Err }

type Timeout struct{}

func (Timeout) Error() string        { return "timeout" }
func (Timeout) Is(target error) bool { return target == ErrNotFound }

func find(k string) error {
	if k == "" {
		return fmt.Errorf("find: %w", &QueryError{"empty", ErrNotFound})
	}
	return nil
}

func main() {
	err := find("")
	fmt.Println(err, errors.Is(err, ErrNotFound), errors.Is(err, io.EOF))
	var qe *QueryError
	fmt.Println(errors.As(err, &qe), qe.Query, errors.Unwrap(err) == qe, errors.Unwrap(errors.Unwrap(err)) == ErrNotFound)
	fmt.Println(find("x") == nil, errors.Is(nil, ErrNotFound), errors.Unwrap(ErrNotFound))
	j := errors.Join(ErrNotFound, nil, io.EOF)
	fmt.Println(j, errors.Is(j, io.EOF), errors.Join(nil, nil) == nil)
	m := fmt.Errorf("multi %w and %w", io.EOF, err)
	fmt.Println(m, errors.Is(m, ErrNotFound), errors.As(m, &qe))
	fmt.Println(errors.Is(Timeout{}, ErrNotFound))
	_, err = strconv.Atoi("12a")
	var ne *strconv.NumError
	fmt.Println(err, errors.As(err, &ne), ne.Func, ne.Num, errors.Is(err, strconv.ErrSyntax))
	_, err = strconv.ParseInt("999999999999999999999", 10, 64)
	fmt.Println(err, errors.Is(err, strconv.ErrRange))
	err = &os.PathError{Op: "open", Path: "/no", Err: os.ErrNotExist}
	var pe *os.PathError
	fmt.Println(err, errors.As(err, &pe), errors.Is(err, os.ErrNotExist))
	fmt.Printf("%v %s %q %+v %T\n", ErrNotFound, ErrNotFound, ErrNotFound, qe, qe)
	var t Timeout
	fmt.Println(errors.As(fmt.Errorf("w: %w", Timeout{}), &t))
	fmt.Println(fmt.Errorf("no verb %d", 5), fmt.Errorf("%w", nil))
	switch {
	case errors.Is(m, io.EOF):
		fmt.Println("eof")
	}
	func() {
		defer func() {
			r := recover()
			if e, ok := r.(error); ok {
				fmt.Println("as error:", e)
			}
		}()
		panic(fmt.Errorf("wrapped: %w", ErrNotFound))
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		errors.As(err, nil)
	}()
}
