package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
	"time"
)

type P struct{ X, Y int }
type S struct {
	A *P
	B []P
	M map[string]*P
	I any
	E error
	F func()
	C chan int
	T time.Duration
	N struct{ U uint8 }
}
type G int

func (g G) GoString() string { return "G!" }
func (g G) Format(f fmt.State, c rune) {
	w, wok := f.Width()
	p, pok := f.Precision()
	fmt.Fprintf(f, "[%c %d %v %d %v %v%v%v%v%v %s]", c, w, wok, p, pok, f.Flag('+'), f.Flag('-'), f.Flag('#'), f.Flag(' '), f.Flag('0'), fmt.FormatString(f, c))
}

type St struct{ v int }

func (s *St) String() string { return fmt.Sprint("St", s.v) }

type Pan struct{}

func (Pan) String() string { panic("boom") }

type NilS struct{}

func (n *NilS) String() string { return n.x() }
func (n *NilS) x() string      { var a []int; return fmt.Sprint(a[0]) }

func main() {
	s := S{A: &P{1, 2}, B: []P{{3, 4}}, M: map[string]*P{"k": nil}, I: P{5, 6}, E: errors.New("e"), T: time.Second}
	s.A = nil
	fmt.Printf("%v\n%+v\n", s, s)
	fmt.Printf("%#v\n", s.B)
	fmt.Printf("%v %+v %#v %T\n", &P{1, 2}, &P{1, 2}, &P{1, 2}, &P{})
	fmt.Printf("%v %+v\n", &[]int{1}, &map[string]int{"a": 1})
	fmt.Printf("%5d|%-5d|%05d|%+d|%x|%X|%#x|%o|%#o|%O|%b|%c|%q|%U|%#U\n", 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 42, 0x1F600)
	fmt.Printf("%e|%E|%f|%F|%g|%G|%8.3f|%-8.2f|%+.1e|%x|%08.3f|% f\n", 1234.5678, 1234.5678, 1234.5678, 1234.5678, 1e21, 1e-7, 3.14159, 2.5, 12345.678, 3.5, -3.14159, 1.5)
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|%X|% x|%#x|%+q|%#q\n", "héy", "héy", "héy", "héy", "héy", "héy", "héy", "héy", "héy", "héy", "héy")
	fmt.Printf("%t|%5t|%v|%p|%v\n", true, false, nil, nil, []any{1, "a", nil, 2.5})
	fmt.Printf("%*d|%-*d|%.*f|%[2]*[1]d|%[3]v %[1]v|%[5]d|%d\n", 5, 42, 5, 42, 2, 3.14159)
	fmt.Printf("%d %s %!|%z %d\n", "str", 5, 1)
	fmt.Printf("%d\n")
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("x\n", 1, "a")
	fmt.Printf("%[x]d %[0]d %[1]d %[1\n", 7)
	fmt.Printf("%s %v %d\n", error(nil), (*St)(nil), []byte(nil))
	fmt.Printf("%v %s %d\n", &St{3}, &St{4}, &St{5})
	fmt.Printf("%v %s\n", Pan{}, (*NilS)(nil))
	fmt.Printf("%v %d %+8.3x %#v %-05q\n", G(1), G(2), G(3), G(4), G(5))
	fmt.Printf("%v %v %x %X %s\n", []byte("ab"), [3]byte{1, 2, 3}, []byte("ab"), "hi", []string{"a", "b"})
	fmt.Printf("%q %v %d %s\n", []string{"a b", "c"}, [2]bool{true}, []int{1, 2}, []error{errors.New("x")})
	fmt.Printf("%6.2f|%v|%v\n", []float64{1.234, 5}, complex(1, -2), 1+2i)
	fmt.Printf("%v %v\n", map[int]string{3: "c", 1: "a"}, map[P]bool{{2, 1}: true, {1, 9}: false})
	fmt.Printf("%08b|%-8b|%+q|%c%c\n", 5, 5, 'é', 0x4E16, 0x754C)
	fmt.Printf("%t %t\n", 1, "x")
	fmt.Printf("%%|%5%|%c|%v\n", 65, 'x')
	fmt.Printf("%x %x %X\n", -42, "hello", []int{10, 11})
	fmt.Printf("%3c|%-3c|%03d|%+03d|% d|% d\n", 'a', 'b', 7, 7, 7, -7)
	fmt.Printf("%10.3v|%-10v|%10v|\n", 3.14159, "ab", []int{1})
	fmt.Printf("%v %v %v\n", int8(-5), uint8(200), uintptr(10))
	fmt.Printf("%s\n", fmt.Errorf("wrap %w and %w", errors.New("a"), errors.New("b")))
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, nil), fmt.Sprintln("x", 1))
	fmt.Println(fmt.Append(nil, "a", 1), string(fmt.Appendf(nil, "%03d", 5)), string(fmt.Appendln(nil, 1, 2)))
	var a int
	var b string
	var c float64
	n, err := fmt.Sscanf("12 abc 3.5", "%d %s %f", &a, &b, &c)
	fmt.Println(n, err, a, b, c)
	n, err = fmt.Sscan("7 x 2.5", &a, &b, &c)
	fmt.Println(n, err, a, b, c)
	n, err = fmt.Sscanln("7 x\n2.5", &a, &b, &c)
	fmt.Println(n, err)
	n, err = fmt.Sscanf("0x1f:77", "%x:%o", &a, &n)
	fmt.Println(n, err, a)
	r := bufio.NewReader(strings.NewReader("1 2\n3 4\n"))
	for {
		var x, y int
		k, err := fmt.Fscanln(r, &x, &y)
		if err != nil {
			fmt.Println(k, err)
			break
		}
		fmt.Println(x, y)
	}
	tw := tabwriter.NewWriter(os.Stdout, 0, 8, 1, ' ', tabwriter.AlignRight)
	fmt.Fprintln(tw, "a\tbbb\tc\t")
	fmt.Fprintln(tw, "aaaa\tb\tccc\t")
	tw.Flush()
	fmt.Printf("%v %v\n", struct{}{}, struct {
		A any
		b []byte
	}{nil, []byte("x")})
	type Rec struct {
		Name string
		Next *Rec
	}
	fmt.Printf("%+v\n", Rec{"a", nil})
	fmt.Printf("%#v %#v %#v %#v %#v\n", "q", 1.0, []any{1, "x"}, map[string]bool{"t": true}, struct{ X *int }{})
	fmt.Printf("%#v %#v %#v\n", uint8(3), 'x', [2]string{"a"})
	fmt.Printf("%T %T %T %T %T %T\n", nil, s.M, s.F, s.C, func(int) (string, error) { return "", nil }, [3]*P{})
}
