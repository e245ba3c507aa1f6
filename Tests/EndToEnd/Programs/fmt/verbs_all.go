package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"time"
)

type P struct {
	X, Y int
	name string
}
type S string
type Str struct{ v int }

func (s Str) String() string { return fmt.Sprintf("Str<%d>", s.v) }

type G struct{ a int }

func (g G) GoString() string { return "G!" }

type Fm struct{}

func (Fm) Format(f fmt.State, verb rune) {
	w, wok := f.Width()
	p, pok := f.Precision()
	fmt.Fprintf(f, "[%c %d %t %d %t %t %t %t]", verb, w, wok, p, pok, f.Flag('+'), f.Flag('-'), f.Flag('#'))
}

type PanicS struct{}

func (PanicS) String() string { panic("oops") }

type nilS struct{ x int }

func (n *nilS) String() string { return fmt.Sprint(n.x) }

func main() {
	p := P{1, -2, "n"}
	fmt.Printf("%v %+v %#v %T %v %+v\n", p, p, p, p, &p, &p)
	fmt.Printf("%d %5d|%-5d|%05d|%+d|% d|%x|%X|%o|%O|%b|%#x|%#o|%#b|%c|%q|%U|%#U\n", 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 65, 65, 0x1F600, 0x1F600)
	fmt.Printf("%f %.2f %8.3f|%-8.1f|%+f %e %E %g %G %.3g %08.2f %x %b\n", math.Pi, math.Pi, math.Pi, math.Pi, math.Pi, 123456.789, 0.00012, 1e21, 1e-7, 123456.0, -3.14159, 1.5, 1.0)
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|%X|% x|%#q|%+q\n", "go", "go", "go", "golang", "a\"b\n", "hi", "hi", "hi", "back`tick", "世")
	fmt.Printf("%t %v %5t\n", true, false, true)
	fmt.Printf("%v %v %v %v %v\n", []int{1, 2}, [2]string{"a", "b"}, map[string]int{"z": 1, "a": 2}, struct{}{}, []any{1, "a", nil})
	fmt.Printf("%#v %#v %#v %#v %#v\n", []int{1}, map[string]bool{"k": true}, []string{"x"}, struct{ A any }{1}, [2]byte{1, 2})
	fmt.Printf("%#v %#v %#v %#v %#v %#v\n", 1.0, "s", 'x', uint8(3), nil, []any{nil, 1.5})
	fmt.Printf("%x % x %X %s %q %v\n", []byte("abc"), []byte("abc"), "xyz", []byte("raw"), []string{"a b", "c"}, []byte("ab"))
	fmt.Printf("%v %s %d %#v\n", Str{5}, Str{6}, Str{7}, Str{8})
	fmt.Printf("%v %#v %v\n", G{1}, G{1}, []Str{{1}, {2}})
	fmt.Printf("%v|%+8.3x|%-#s\n", Fm{}, Fm{}, Fm{})
	fmt.Printf("%v %d\n", PanicS{}, (*nilS)(nil) == nil)
	fmt.Printf("%v\n", (*nilS)(nil))
	fmt.Printf("%!|%d|%d %d\n", 1)
	fmt.Printf("%z %d %s\n", 1, "x", 2)
	fmt.Printf("%[2]d %[1]d %d %[3]*.[2]*[1]f|\n", 1, 2, 3)
	fmt.Printf("%[5]d %[x]d %*d %-*d|\n", 1, 2, 3, 4)
	fmt.Printf("%6.2f%%|%v|%v\n", 99.5, errors.New("e"), time.Second)
	fmt.Printf("%v %v %.2f %g\n", 1+2i, complex64(1), 1.234+5.678i, 2i)
	fmt.Printf("%p %v\n", nil, (*int)(nil))
	fmt.Printf("%s %v %d\n", S("typed"), S("t"), []S{"a"})
	fmt.Printf("%08b %o %x %X %#X\n", -5, -8, -255, -255, -255)
	fmt.Printf("%3c|%-3c|%03d|%+.1e|%x\n", 'x', 'y', 7, 12345.678, -1)
	fmt.Printf("%t %s\n", 1, true)
	fmt.Printf("%v %v %v\n", math.Inf(1), math.NaN(), -math.MaxFloat64)
	fmt.Printf("%5v|%-5v|%05v|%5v\n", 1, 2, 3, "s")
	fmt.Printf("%6v|%-8v|\n", []int{1, 2}, []string{"a"})
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.5, nil), fmt.Sprintln("x", 1))
	fmt.Fprintln(os.Stdout, "to", "stdout")
	fmt.Println(fmt.Sprintf("no args %d"), fmt.Sprintf("extra", 1, "a"))
	var ip *int
	var e error
	fmt.Println(ip, e, []int(nil), map[string]int(nil), struct{ e error }{})
	fmt.Printf("%+v %#v\n", struct {
		P
		e error
		f func()
	}{P: p}, struct{ p *int }{})
	fmt.Printf("%d %v\n", &[]int{1}, &map[string]int{"a": 1})
	fmt.Printf("%s\n", fmt.Appendf(nil, "%d-%d", 1, 2))
	fmt.Printf("%w\n", e)
	fmt.Printf("%q %q %q\n", 'x', '\n', 0x10ffff+1)
	fmt.Printf("%.3v %10.4v|\n", "abcdef", 3.14159265)
	fmt.Printf("%+q %#q %x\n", "é\u2028", "x", "é")
	fmt.Printf("% d % d %+d\n", 5, -5, 0)
	fmt.Printf("%20s|%-20s|\n", Str{1}, Str{2})
	fmt.Printf("%v %v\n", [3]bool{true}, [][]int{{1}, {2, 3}})
	fmt.Printf("%#v\n", map[P][]string{{1, 2, "x"}: {"a"}})
	fmt.Printf("%v %v\n", int8(-128), uint64(math.MaxUint64))
}
