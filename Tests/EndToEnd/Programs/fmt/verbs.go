package main

import (
	"errors"
	"fmt"
	"os"
)

type P struct {
	X, Y int
	name string
}
type Nested struct {
	P
	M   map[string]int
	S   []string
	I   interface{}
	Ptr *P
	F   func()
	E   error
	B   []byte
	A   [2]bool
}
type Str string
type Bytes []byte
type Num int
type Flt float64
type Stringer struct{ v int }
type GoS struct{ v int }
type Fmt struct{ v int }
type PtrStringer struct{ v int }
type Err struct{ code int }
type Panicky struct{}

func (s Stringer) String() string             { return fmt.Sprintf("<%d>", s.v) }
func (g GoS) GoString() string                { return "GoS!" }
func (p *PtrStringer) String() string         { return "ptr" }
func (e Err) Error() string                   { return fmt.Sprint("err ", e.code) }
func (Panicky) String() string                { panic("in String") }
func (f Fmt) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "{%c %d %t %d %t %t %t}", verb, w, wok, p, pok, s.Flag('+'), s.Flag('#'))
}

func main() {
	p := P{1, -2, "n"}
	n := Nested{P: p, M: map[string]int{"b": 2, "a": 1}, S: []string{"x", "y z"}, I: 3.5, B: []byte("hi"), E: Err{3}}
	fmt.Printf("%v\n%+v\n", n, n)
	fmt.Printf("%#v\n", p)
	fmt.Printf("%v %+v %T\n", &p, &p, &p)
	fmt.Printf("%#v %#v %#v %#v %#v\n", []int{1}, map[string]bool{"k": true}, [2]string{"a", "b"}, struct{ A interface{} }{nil}, []interface{}{1, "a", nil, 1.5, 'x'})
	fmt.Printf("%#v %#v %#v %#v %#v %#v\n", 1, "s", 2.0, uint8(3), []byte{1}, Str("q"))
	fmt.Printf("%#v %#v %#v %#v\n", []string(nil), map[int]int(nil), (*P)(nil), error(nil))
	fmt.Printf("%#v %#v %v\n", Num(3), Flt(2.5), Flt(1e6))
	// Integers
	for _, f := range []string{"%d", "%+d", "% d", "%5d", "%-5d|", "%05d", "%x", "%X", "%#x", "%o", "%#o", "%O", "%b", "%#b", "%c", "%q", "%U", "%#U", "%e", "%s", "%t", "%8.4d", "%+.3d", "%x4", "%08b", "%+5d", "% 05d", "%-05d|"} {
		fmt.Printf(f+" ", 42)
		fmt.Printf(f+"\n", -7)
	}
	fmt.Printf("%d %d %d %x %X\n", uint8(255), int64(-1<<63), uint64(1<<64-1), uint64(1<<64-1), -255)
	fmt.Printf("%c%c%c %q %q %q %U %#U %+q\n", 'a', '世', 0x1F600, 'x', '\n', '\'', '⌘', '⌘', '世')
	// Floats
	for _, f := range []string{"%v", "%f", "%.2f", "%8.3f", "%-8.1f|", "%+.1f", "%08.2f", "%e", "%.3E", "%g", "%.3g", "%G", "%6.0f", "%#.0f", "%#g", "% f", "%x", "%.2x", "%b", "%d", "%s"} {
		fmt.Printf(f+" ", 3.14159265)
		fmt.Printf(f+" ", -1e21)
		fmt.Printf(f+"\n", 0.00001)
	}
	fmt.Printf("%v %v %g %f %5.1f %v\n", float32(0.1), float32(1)/3, float32(16777216), float32(2.5), float32(9.99), 1e6)
	// Strings
	for _, f := range []string{"%s", "%q", "%x", "%X", "% x", "%#x", "%# X", "%10s|", "%-10s|", "%.3s", "%8.2s|", "%+q", "%#q", "%v", "%d", "%T", "%c", "%t", "%08s", "%-8q|", "%p"} {
		fmt.Printf(f+"\n", "go世\"")
	}
	fmt.Printf("%s %q %x %v %d %s %x\n", []byte("abc"), []byte("abc"), []byte("abc"), []byte("abc"), []byte("abc"), Bytes("B"), [3]byte{1, 2, 3})
	fmt.Printf("%s %q %v %x %5s|%-5s|\n", []string{"a", "b"}, []string{"a", "b"}, []string{}, []string{"hi", "yo"}, []string{"x"}, []string{"y"})
	fmt.Printf("%q %#q %#q %s %v\n", `back`+"`", "plain", "with`tick", Str("str"), Str("v"))
	// Booleans, pointers, nil, errors
	fmt.Printf("%t %v %5t %-7t| %q %d\n", true, false, true, false, true, true)
	fmt.Printf("%v %s %d %+v %t\n", nil, nil, nil, nil, nil)
	fmt.Printf("%v %s %q %d %+v %#v\n", Err{1}, Err{2}, Err{3}, Err{4}, Err{5}, Err{6})
	fmt.Printf("%v %s %d %x %q %#v %+v\n", Stringer{1}, Stringer{2}, Stringer{3}, Stringer{4}, Stringer{5}, Stringer{6}, []Stringer{{7}})
	fmt.Printf("%v %#v %v %+v %d\n", GoS{1}, GoS{1}, PtrStringer{2}, &PtrStringer{3}, PtrStringer{4})
	fmt.Printf("%v %+8.3x %#q\n", Fmt{1}, Fmt{2}, Fmt{3})
	fmt.Printf("%v %s\n", Panicky{}, Panicky{})
	var nilS *PtrStringer
	var nilE *Stringer
	fmt.Printf("%v %v %v\n", nilS, nilE, error(nil))
	fmt.Println(nil, []interface{}{nil, 1, "a"}, map[string]interface{}{"z": nil, "a": []int{1}}, struct{}{}, [0]int{})
	// Wrong uses
	fmt.Printf("%d %s\n", 1)
	fmt.Printf("%d\n", 1, 2, "three")
	fmt.Printf("%z %!\n", 3)
	fmt.Printf("%d %s %v\n", "str", 5, struct{ a, b int }{1, 2})
	fmt.Printf("100%%|%5%|%c|%v\n", 'x', 'x')
	fmt.Printf("%[2]d %[1]d %d|%[3]*.[2]*[1]f|%[5]d|%[x]d\n", 1, 2, 3)
	fmt.Printf("%[3]*.[2]*[1]f|%6.2f|%*d|%-*d|%.*f\n", 12.0, 2, 6, 1.5)
	fmt.Printf("%*d|%-*d|%.*f|%0*d\n", 5, 1, 5, 2, 2, 3.14159, 6, -42)
	fmt.Printf("%.f %.0f %5.f %6.3d|%-+6d|%+-6d\n", 2.5, 3.5, 1.5, 7, 8, 9)
	fmt.Printf("%")
	fmt.Printf("\n%s\n", errors.New("e"))
	// Compound values with inner verbs
	fmt.Printf("%d %x %05d %+d %v\n", []int{1, -2}, []int{10, 255}, [2]int{3, 4}, map[string]int{"a": 1}, [][]int{{1}, {2, 3}})
	fmt.Printf("%.1f %6.2f %q %t %s\n", []float64{1, 2.55}, map[string]float64{"x": 1.005}, []rune("hi"), []bool{true, false}, []error{errors.New("a"), nil})
	fmt.Printf("%v %d %s\n", struct {
		A *int
		B []string
		C interface{}
	}{nil, []string{"s"}, Num(2)}, struct{ A, B int }{1, 2}, struct{ S string }{"x"})
	fmt.Printf("%6v|%-6v|%06v|%6v|%6v\n", 1, 2, 3, "a", true)
	fmt.Printf("%6v|%-4v|%v|%6.2v\n", []int{1, 2}, []string{"a"}, [3]bool{}, 3.14159)
	fmt.Printf("%T %T %T %T %T %T %T %T\n", n, n.M, n.S, n.F, main, struct{ A int }{}, [3]*P{}, fmt.Errorf("x"))
	fmt.Printf("%T %T %T %T %T\n", nil, 'x', 1i, make(chan<- int), map[Num][]Str{})
	fmt.Printf("%v %.2f %+.1e %8.1f|\n", 1+2i, 3-4i, 1i, complex64(2))
	fmt.Print("a", 1, 2, "b", "c", 3.5, nil, nil, 'x', "\n")
	fmt.Print(1, 2, "\n")
	fmt.Println("a", 1, true, nil, 2.0, 'c', []byte("x"))
	s := fmt.Sprint("x", 1, 2, "y") + fmt.Sprintln("end", 3) + fmt.Sprintf("%03d", 7)
	fmt.Printf("%q\n", s)
	fmt.Fprintf(os.Stderr, "to stderr %d\n", 5)
	fmt.Fprintln(os.Stdout, "to stdout", len(os.Args))
	fmt.Fprint(os.Stdout, "x", "y", 1, 2, "\n")
	k, err := fmt.Println("counted")
	fmt.Println(k, err)
	fmt.Println(string(fmt.Append(nil, "app", 1)), string(fmt.Appendf([]byte(">"), "%d", 2)))
}
