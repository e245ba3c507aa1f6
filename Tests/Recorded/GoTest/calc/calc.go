package calc

import "errors"

var ErrDiv = errors.New("division by zero")

func Add(a, b int) int { return a + b }

func Div(a, b int) (int, error) {
	if b == 0 {
		return 0, ErrDiv
	}
	return a / b, nil
}

func hidden() string { return "hidden" }
