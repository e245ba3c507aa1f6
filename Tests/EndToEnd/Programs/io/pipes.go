package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"math/cmplx"
	"os"
	"strings"
	"unicode"
)

func main() {
	for _, x := range []complex128{0, 1, 1i, 1 + 2i, -3 + 0.5i, complex(math.Pi/2, 0), complex(math.Pi/2, 1e-9), 1e-5, complex(100, 3), complex(1, 400)} {
		t, c := cmplx.Tan(x), cmplx.Cot(x)
		fmt.Printf("%.9g %.9g\n", t, c)
	}
	fmt.Println(cmplx.Tan(complex(1, math.Inf(1))), cmplx.Tan(cmplx.Inf()), cmplx.Cot(0))
	r, w := io.Pipe()
	go func() {
		for i := range 3 {
			n, err := fmt.Fprintf(w, "part %d;", i)
			fmt.Println("wrote", n, err)
		}
		w.CloseWithError(errors.New("enough"))
		n, err := w.Write([]byte("x"))
		fmt.Println("after", n, err)
	}()
	b := make([]byte, 4)
	total := ""
	for {
		n, err := r.Read(b)
		total += string(b[:n])
		if err != nil {
			fmt.Println(err)
			break
		}
	}
	fmt.Println(total)
	r.Close()
	r, w = io.Pipe()
	go func() {
		io.ReadFull(r, b)
		r.Close()
	}()
	n, err := w.Write([]byte("abcdefgh"))
	fmt.Println(n, err, errors.Is(err, io.ErrClosedPipe))
	f, _ := os.CreateTemp("", "x")
	ow := io.NewOffsetWriter(f, 3)
	fmt.Fprint(ow, "abc")
	ow.WriteAt([]byte("Z"), 1)
	p, err := ow.Seek(-1, io.SeekCurrent)
	fmt.Println(p, err)
	_, err = ow.Seek(-9, io.SeekCurrent)
	fmt.Println(err)
	all, _ := os.ReadFile(f.Name())
	fmt.Printf("%q\n", all)
	fmt.Println(len(unicode.Categories), len(unicode.Scripts), len(unicode.Properties))
	fmt.Println(unicode.Is(unicode.Scripts["Greek"], 'α'), unicode.Is(unicode.Categories["Lu"], 'a'), unicode.Is(unicode.Properties["White_Space"], ' '))
	io.Copy(os.Stdout, io.TeeReader(strings.NewReader("tee\n"), os.Stdout))
}
