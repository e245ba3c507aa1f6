package main

import "fmt"

var x = "package"

type T struct{ x int }

func (T) f() string { return "method" }

func f() string { return "function" }

func main() {
	fmt.Println(x)
	x := 1
	{
		fmt.Println(x)
		x := x + 1
		x++
		fmt.Println(x)
		var f = func() string { return "variable" }
		fmt.Println(f(), T{}.f())
	}
	fmt.Println(x, f())
	if x := 5; x > 10 {
		fmt.Println("no")
	} else if y := x * 2; y > 100 {
		fmt.Println("no")
	} else {
		x, y := y, x
		fmt.Println(x, y)
	}
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	fmt.Println(x)
	switch x := any(x).(type) {
	case int:
		x++
		fmt.Println("int", x)
	}
	type T string
	var t T = "local type"
	fmt.Println(t)
	const fmtName = "fmt"
	func() {
		fmt := "shadowed " + fmtName
		println := func(s string) string { return s }
		_ = println(fmt)
	}()
	var a, b = 1, 2
	a, c := 3, 4
	fmt.Println(a, b, c)
	goto end
end:
	fmt.Println("labels have a space of their own")
}
