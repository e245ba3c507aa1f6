package main

import "fmt"

func f(b byte) string  { return fmt.Sprintf("%T %v", b, b) }
func g(r rune) string  { return fmt.Sprintf("%T %q", r, r) }
func h(x any) string {
	switch x.(type) {
	case uint8:
		return "uint8"
	case int32:
		return "int32"
	}
	return "?"
}

func main() {
	var u uint8 = 7
	var i int32 = 'z'
	fmt.Println(f(u), g(i), h(byte(1)), h('x'))
	fmt.Printf("%T %T\n", []byte{}, []rune{})
}
