// fmt: random directives on all kinds of values.
package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"strings"
	"unsafe"
)

var seed uint64 = 88172645463325252

func random(n int) int {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return int(seed % uint64(n))
}

type celsius float64
type weekday int

func (d weekday) String() string { return [...]string{"Sun", "Mon", "Tue"}[d] }

type stringer struct{ a, b int }

func (s stringer) String() string { return fmt.Sprintf("<%d|%d>", s.a, s.b) }

type pstringer struct{ name string }

func (s *pstringer) String() string { return "P:" + s.name }

type gostringer struct{ x int }

func (gostringer) GoString() string { return "made by GoString" }

type formatter struct{ x int }

func (f formatter) Format(s fmt.State, verb rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "[%c %d %v %d %v", verb, w, wok, p, pok)
	for _, c := range "+-# 0" {
		if s.Flag(int(c)) {
			s.Write([]byte{byte(c)})
		}
	}
	fmt.Fprintf(s, " %s]", fmt.FormatString(s, verb))
}

type myErr struct{ code int }

func (e *myErr) Error() string { return fmt.Sprint("myErr ", e.code) }

type bad struct{}

func (bad) String() string { panic("bad String") }

type worse struct{}

func (worse) Error() string { panic(weekday(1)) }

type nested struct {
	A int
	B string
	c float64
	D []int
	E map[string]int
	F *int
	G any
	h error
	I [2]bool
	J struct{ X, y int }
	K stringer
	l stringer
	M *nested
	N func()
	O chan int
	P []byte
	Q weekday
}

type embedded struct {
	stringer
	Z int
}

type inner struct{ v int }
type outer struct {
	inner
	Ptr *inner
}
type byteType byte
type bytesType []byte
type bytesType2 []byteType
type array3 [3]byte
type mapType map[weekday][]string
type key struct {
	a int
	b string
}
type funcType func()
type one struct{ p *int }
type oneArray [1]map[string]int
type empty struct{}

var number = 7
var nilPointer *int

func values() []any {
	var nilErr error
	var nilPtr *nested
	var nilMap map[string]int
	var nilSlice []int
	var nilStringer *pstringer
	return []any{
		nil, true, false, 0, 1, -1, 42, -123456, int8(-128), int16(300), int32(65), int64(math.MinInt64), uint(7), uint8(200), uint16(9),
		uint32(0x1F600), uint64(math.MaxUint64), uintptr(0xdead), 'x', '世', 0x10FFFF + 1, rune(-5), rune(0xd800),
		0.0, math.Copysign(0, -1), 1.0, -1.5, 3.14159265, 1e6, 1e20, 1e21, 1e-7, 123456789.0, 100000.0, 1e100, 5e-324, math.MaxFloat64, math.Inf(1), math.Inf(-1), math.NaN(), float32(0.1), float32(16777216), float32(3.4e38), 2.5, 0.5, 1e22, 12345678901234567890.0,
		complex(1, -2), complex64(complex(0.1, 2e30)), complex(math.NaN(), math.Inf(1)),
		"", "hello", "héllo 世界", "a\nb\t\"q\"", "back`tick", "\xff\xfe", "%d", "\u00a0\u200b\U0001F600",
		[]byte("bytes"), []byte{}, []byte(nil), []byte{0, 255, '\n'}, bytesType("named"), bytesType2{1, 2}, array3{1, 2, 3}, &array3{4, 5, 6}, [0]int{},
		[]int{1, -2, 3}, []int{}, nilSlice, []string{"a", "b c", ""}, []any{1, "x", nil, 2.5, []int{1}}, [][]int{{1}, nil, {2, 3}}, []float64{1, 2.5, 1e30}, []bool{true}, []rune("hé"), []error{nil, errors.New("e")}, []*int{nil},
		map[string]int{"z": 1, "a": 2, "m": 3}, nilMap, map[int]string{3: "c", -1: "a", 2: "b"}, map[float64]bool{math.NaN(): true, 1: false, -1: true, math.Inf(-1): true}, map[key]any{{2, "b"}: 1, {1, "z"}: "s", {1, "a"}: nil}, map[bool]int{true: 1, false: 0}, map[[2]int]stringer{{2, 1}: {1, 2}, {1, 9}: {3, 4}}, mapType{2: {"x"}, 0: nil}, map[any]int{"a": 1, "b": 2}, map[any]int{nil: 3}, map[weekday]weekday{1: 2, 0: 1},
		nested{}, &nested{A: 1, B: "b", D: []int{1}, E: map[string]int{"k": 1}, G: stringer{1, 2}, h: errors.New("inner"), l: stringer{3, 4}, M: nil, P: []byte("p"), Q: 1}, nilPtr,
		weekday(1), weekday(9), []weekday{0, 1, 7}, celsius(36.6), stringer{1, 2}, &stringer{3, 4}, []stringer{{5, 6}}, nilStringer, &pstringer{"x"}, pstringer{"y"}, gostringer{1}, []gostringer{{2}}, formatter{3}, []formatter{{4}}, &myErr{5}, nilErr, errors.New("plain"), fmt.Errorf("wrap %w", &myErr{6}),
		bad{}, worse{}, []any{bad{}, worse{}}, embedded{stringer{1, 2}, 3}, outer{inner{1}, nil}, struct{}{}, empty{}, &empty{}, struct {
			X int
			Y *int
		}{1, nil}, one{}, oneArray{{"q": 1}}, oneArray{},
		funcType(nil), (func())(nil), (chan int)(nil), unsafe.Pointer(nil), (*int)(nil), (**int)(nil), &[]int{1}, &map[string]int{"a": 1}, &[]string{"p"},
		new(any), &struct{ p *nested }{}, [3]any{1, "two", 3.0}, errors.Join(errors.New("j1"), errors.New("j2")), os.ErrNotExist,
		interface{ M() }(nil), []interface{ Error() string }{&myErr{1}, nil}, struct{ e error }{&myErr{2}}, struct{ E error }{&myErr{3}}, struct{ E any }{nil}, struct{ F formatter }{formatter{1}}, struct{ f formatter }{formatter{1}},
	}
}

// show prints s with heap addresses, in whatever base, replaced: they differ from run to run.
func show(s string) {
	if len(s) > 400 {
		s = fmt.Sprint(len(s), s[:200], s[len(s)-200:])
	}
	word := ""
	out := ""
	for _, r := range s + " " {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			word += string(r)
			continue
		}
		bare := strings.TrimLeft(strings.ToLower(word), "0xob")
		for _, start := range []string{"c000", "8246", "140000", "1100000000000", "30786330303"} {
			if len(bare) >= 10 && strings.HasPrefix(bare, start) {
				word = "ADDRESS"
			}
		}
		out += word + string(r)
		word = ""
	}
	fmt.Printf("%q\n", out)
}

func main() {
	all := values()
	verbs := []rune("vdsqxXobcUeEfFgGtTwOz%!世")
	flags := []string{"", "", "", "+", "-", "#", " ", "0", "+#", "#+", "-0", " +", "# ", "#0", "0+", "+-# 0"}
	widths := []string{"", "", "", "1", "5", "12", "30", "05"}
	precs := []string{"", "", "", ".", ".0", ".1", ".3", ".10", ".25"}
	for i := range all {
		for _, f := range []string{"%v", "%+v", "%#v", "%T", "%s", "%d", "%x", "%q", "%t", "%c", "%U", "%#x", "% x", "%6.2f", "%08.3f|", "%-8v|", "%8v|", "%w"} {
			show(fmt.Sprintf(f, all[i]))
		}
		show(fmt.Sprint(all[i], all[(i+1)%len(all)], all[(i*7+3)%len(all)]))
		show(fmt.Sprintln(all[i], all[(i*5+3)%len(all)]))
	}
	for _, v := range []any{nil, 1, "x", nilPointer, []int(nil), map[int]int(nil), (chan int)(nil), (func())(nil), nested{}} {
		for _, f := range []string{"%p", "%#p", "%20p", "%-20p|", "%020p", "%.5p", "%+p"} {
			show(fmt.Sprintf(f, v))
		}
	}
	for round := 0; round < 40000; round++ {
		v := all[random(len(all))]
		f := "%" + flags[random(len(flags))] + widths[random(len(widths))] + precs[random(len(precs))] + string(verbs[random(len(verbs))])
		show(f + " " + fmt.Sprintf(f, v))
	}
	bits := []string{"%", "d", "s", "v", "[1]", "[2]", "[3]", "[0]", "[9]", "[x]", "[", "]", "*", ".", "*", "1", "2", "+", "#", "-", "0", " ", "q", "%%", "x", "w", "é", "5", "999999999", "T"}
	for round := 0; round < 40000; round++ {
		f := "%"
		for k := random(7); k >= 0; k-- {
			f += bits[random(len(bits))]
		}
		var args []any
		for k := random(4); k > 0; k-- {
			if random(2) == 0 {
				args = append(args, random(9)-2)
			} else {
				args = append(args, all[random(len(all))])
			}
		}
		show(f + " " + fmt.Sprintf(f, args...))
		err := fmt.Errorf(f, args...)
		show(fmt.Sprintf("%T %v", err, errors.Unwrap(err)))
		if m, ok := err.(interface{ Unwrap() []error }); ok {
			show(fmt.Sprint(m.Unwrap()))
		}
	}
	for round := 0; round < 30000; round++ {
		x := math.Float64frombits(uint64(random(1<<32))<<32 | uint64(random(1<<32)))
		switch round % 4 {
		case 1:
			x = float64(random(1000000)) / 1000
		case 2:
			x = float64(random(100)) * 5 / math.Pow(10, float64(random(12)))
		}
		f := "%" + flags[random(len(flags))] + widths[random(len(widths))] + precs[random(len(precs))] + string("eEfFgGvxXb"[random(10)])
		show(fmt.Sprintf(f+" "+f, x, float32(x)))
	}
	fmt.Printf("%d %s %v %t\n", &number != nil, 1, &all != nil, 3)
	fmt.Println(fmt.Append(nil, "a", 1, 2, "b"), string(fmt.Appendf([]byte("x"), "%03d", 7)), string(fmt.Appendln(nil, 1, 2)))
	n, err := fmt.Fprint(os.Stdout, "one", 2, 3, "four", 5.5, nil, "\n")
	fmt.Println(n, err)
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		fmt.Sprintf("%s", worse2{})
	}()
	e1, e2 := errors.New("one"), &myErr{2}
	w := fmt.Errorf("%w and %w", e1, e2)
	var target *myErr
	fmt.Println(errors.Is(w, e1), errors.Is(w, e2), errors.Is(w, errors.New("one")), errors.As(w, &target), target)
	var anyErr interface{ Error() string }
	fmt.Println(errors.As(w, &anyErr), anyErr)
	fmt.Println(errors.Unwrap(w), errors.Unwrap(fmt.Errorf("x: %w", e1)) == e1)
	for _, bad := range []any{nil, 1, (*error)(nil), new(int)} {
		func() {
			defer func() { fmt.Println("recovered", recover()) }()
			errors.As(w, bad)
		}()
	}
}

type worse2 struct{}

func (worse2) Error() string { panic(weekday(9)) }
