package main

import "fmt"

func grade(n int) string {
	switch {
	case n >= 90:
		return "A"
	case n >= 80:
		return "B"
	default:
		return "F"
	case n >= 70:
		return "C"
	}
}

func fall(n int) (s string) {
	switch n {
	case 0:
		s += "zero "
		fallthrough
	case 1:
		s += "one "
		fallthrough
	case 2:
		s += "two "
	case 3, 4, 5:
		s += "some "
		if n == 4 {
			break
		}
		s += "not four "
		fallthrough
	default:
		s += "default "
	}
	return
}

type I interface{ m() }
type A struct{}
type B struct{ x int }

func (A) m()  {}
func (*B) m() {}

func kind[T any](v T) string {
	switch x := any(v).(type) {
	case int, string:
		return fmt.Sprintf("%T", x)
	case []T:
		return "slice of T"
	case interface{ m() }:
		return "has m"
	case nil:
		return "nil"
	case error, fmt.Stringer:
		return "error or stringer"
	case func(T) T:
		return "func"
	}
	return "?"
}

func main() {
	fmt.Println(grade(95), grade(85), grade(75), grade(5))
	for i := 0; i < 7; i++ {
		fmt.Println(i, fall(i))
	}
	switch x := 5; x {
	case 5.0:
		fmt.Println("five")
	}
	switch x := any(3).(type) {
	case int:
		fmt.Println(x + 1)
	}
	for _, v := range []any{A{}, &A{}, B{}, &B{1}, nil, 3, "s", 2.5, fmt.Errorf("e")} {
		switch x := v.(type) {
		case I:
			fmt.Printf("I %T ", x)
			switch x := x.(type) {
			case *B:
				fmt.Print(x.x)
			case A, *A:
				fmt.Print("A")
			}
			fmt.Println()
		case nil:
			fmt.Println("nil", x)
		case int, float64:
			fmt.Printf("number %v\n", x)
		case string:
			fmt.Println("string", len(x))
		default:
			fmt.Printf("default %T\n", x)
		}
	}
	fmt.Println(kind(1), kind("a"), kind(A{}), kind(1.5), kind[any](nil), kind(fmt.Errorf("x")))
	switch f := func() int { return 3 }; {
	case f() == 3:
		fmt.Println("func in switch")
	}
	switch {
	}
	switch true {
	case false:
	case 1 < 2:
		fmt.Println("true")
	}
	var e any = "x"
	switch e {
	case 1, "x":
		fmt.Println("interface tag")
	}
	type pt struct{ x, y int }
	switch (pt{1, 2}) {
	case pt{1, 2}:
		fmt.Println("struct tag")
	}
loop:
	for i := 0; ; i++ {
		switch {
		case i == 2:
			continue loop
		case i > 4:
			break loop
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	switch c := 'x'; {
	case 'a' <= c && c <= 'z':
		fmt.Println("lower")
	}
}
