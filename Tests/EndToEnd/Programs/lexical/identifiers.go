package main

import "fmt"

var 世界 = "world"
var été = 1
var _x9 = 2
var ThisVariableIsExported = 3
var αβ = 4

type 型 struct{ 名 string }

func (t 型) こんにちは() string { return "hello " + t.名 }

// Predeclared names are no keywords.
func shadow() {
	len := func(s string) int { return 42 }
	true := false
	nil := 0
	int := "int"
	string := 3.5
	fmt.Println(len("x"), true, nil, int, string)
	type error struct{ code uint8 }
	var e error
	e.code = 7
	fmt.Printf("%+v\n", e)
	print := fmt.Println
	print("printed")
}

func main() {
	fmt.Println(世界, été, _x9, ThisVariableIsExported, αβ)
	fmt.Println(型{"Go"}.こんにちは())
	shadow()
	var append, cap, iota = 1, 2, 3
	fmt.Println(append, cap, iota)
}
