package main

import (
	"errors"
	"fmt"
	"strconv"
)

type point struct{ X, Y int }

func main() {
	fmt.Println("hello", 1, 2.5, true, nil, point{1, 2}, &point{3, 4}, map[string]int{"b": 2, "a": 1})
	fmt.Printf("%+v %#v %T %x %q %8.3f|%-8d|%08d\n", point{1, 2}, point{1, 2}, point{}, "hi", "hi\n", 3.14159, 42, -42)
	fmt.Println(strconv.Atoi("x1"))
	fmt.Println(fmt.Errorf("a: %w", errors.New("b")))
}
