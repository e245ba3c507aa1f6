// The Scan families of fmt, on random texts and formats.
package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

var seed uint64 = 88172645463325252

func random(n int) int {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return int(seed % uint64(n))
}

type word struct{ s string }

func (w *word) Scan(state fmt.ScanState, verb rune) error {
	state.SkipSpace()
	tok, err := state.Token(false, func(r rune) bool { return r != ',' })
	wid, ok := state.Width()
	w.s = fmt.Sprintf("%c %s %d %v", verb, tok, wid, ok)
	if string(tok) == "bad" {
		return errors.New("bad word")
	}
	return err
}

type myInt int8
type myString string
type myFloat float32
type myBytes []byte
type myBool bool

var inputs = []string{"1", "-2", "42", " ", "\n", "\r\n", "0x1F", "0b101", "017", "1_000", "300", "99999999999999999999", "3.5", "1e3", "0x1p4", "1p3", "nan", "inf", "abc", "true", "f", "TRUE", "tr", "\"quoted\\n\"", "`raw`", "6869", "é", "U+1F600", ",", "%", "(1+2i)", "1-2i", ":", "bad", "\t", "x", "\xff", "世"}
var formats = []string{"%d", "%v", "%s", "%q", "%x", "%X", "%c", "%f", "%g", "%t", "%b", "%o", "%U", "%5d", "%3s", "%2c", "%%", " ", "\n", ",", ":", "x", "%e", "%z", "%1d", "é", "%"}

func text(n int) string {
	s := ""
	for k := random(n) + 1; k > 0; k-- {
		s += inputs[random(len(inputs))]
		if random(2) == 0 {
			s += " "
		}
	}
	return s
}

func targets() []any {
	all := []any{new(int), new(string), new(float64), new(bool), new(rune), new(uint8), new(int8), new(uint64), new(float32), new(complex128), new(complex64), new([]byte), new(word), new(myInt), new(myString), new(myFloat), new(myBytes), new(myBool), new(uintptr), new(int), new(string), new([]int), 5, new(*int)}
	var a []any
	for k := random(4) + 1; k > 0; k-- {
		a = append(a, all[random(len(all))])
	}
	return a
}

func show(n int, err error, a []any, rest string) {
	fmt.Print(n, " ", err)
	for _, p := range a {
		switch v := p.(type) {
		case *int:
			fmt.Printf(" %v", *v)
		case *string:
			fmt.Printf(" %q", *v)
		case *float64:
			fmt.Printf(" %v", *v)
		case *bool:
			fmt.Printf(" %v", *v)
		case *rune:
			fmt.Printf(" %v", *v)
		case *uint8:
			fmt.Printf(" %v", *v)
		case *int8:
			fmt.Printf(" %v", *v)
		case *uint64:
			fmt.Printf(" %v", *v)
		case *float32:
			fmt.Printf(" %v", *v)
		case *complex128:
			fmt.Printf(" %v", *v)
		case *complex64:
			fmt.Printf(" %v", *v)
		case *[]byte:
			fmt.Printf(" %q", *v)
		case *word:
			fmt.Printf(" %q", v.s)
		case *myInt:
			fmt.Printf(" %v", *v)
		case *myString:
			fmt.Printf(" %q", *v)
		case *myFloat:
			fmt.Printf(" %v", *v)
		case *myBytes:
			fmt.Printf(" %q", *v)
		case *myBool:
			fmt.Printf(" %v", *v)
		}
	}
	fmt.Printf(" rest %q\n", rest)
}

// plain hides ReadRune.
type plain struct{ io.Reader }

func main() {
	for i := 0; i < 20000; i++ {
		s := text(5)
		fmt.Printf("%q ", s)
		a := targets()
		switch i % 6 {
		case 0:
			n, err := fmt.Sscan(s, a...)
			show(n, err, a, "")
		case 1:
			n, err := fmt.Sscanln(s, a...)
			show(n, err, a, "")
		case 2:
			r := strings.NewReader(s)
			n, err := fmt.Fscan(r, a...)
			rest, _ := io.ReadAll(r)
			show(n, err, a, string(rest))
		case 3:
			r := strings.NewReader(s)
			n, err := fmt.Fscanln(plain{r}, a...)
			rest, _ := io.ReadAll(r)
			show(n, err, a, string(rest))
		default:
			f := ""
			for k := random(4); k >= 0; k-- {
				f += formats[random(len(formats))]
			}
			fmt.Printf("%q ", f)
			r := strings.NewReader(s)
			n, err := fmt.Fscanf(r, f, a...)
			rest, _ := io.ReadAll(r)
			show(n, err, a, string(rest))
		}
	}
	var a, b int
	var name string
	fmt.Println(fmt.Sscanf("7-8 bob", "%d-%d %s", &a, &b, &name))
	fmt.Println(a, b, name)
	fmt.Println(fmt.Sscanf("age: 42%", "age: %d%%", &a))
	fmt.Println(fmt.Sscanf("1234", "%2d%d", &a, &b))
	fmt.Println(a, b)
	fmt.Println(fmt.Sscan("1\n2", &a, &b))
	fmt.Println(fmt.Sscanln("1\n2", &a, &b))
	fmt.Println(fmt.Scan(&a))
}
