package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

type rot13 struct{ r io.Reader }

func (x rot13) Read(p []byte) (int, error) {
	n, err := x.r.Read(p)
	for i, c := range p[:n] {
		switch {
		case c >= 'a' && c <= 'z':
			p[i] = 'a' + (c-'a'+13)%26
		case c >= 'A' && c <= 'Z':
			p[i] = 'A' + (c-'A'+13)%26
		}
	}
	return n, err
}

type upper struct{ w io.Writer }

func (u upper) Write(p []byte) (int, error) { return u.w.Write([]byte(strings.ToUpper(string(p)))) }

type counter struct{ n int }

func (c *counter) Write(p []byte) (int, error) { c.n += len(p); return len(p), nil }

func main() {
	io.Copy(os.Stdout, rot13{strings.NewReader("Lbh penpxrq gur pbqr!\n")})
	fmt.Fprintf(upper{os.Stdout}, "shouting %d\n", 5)
	var c counter
	var sb strings.Builder
	w := io.MultiWriter(&c, &sb)
	fmt.Fprint(w, "hello ", "world")
	fmt.Println(c.n, sb.String(), sb.Len())
	r := io.TeeReader(io.LimitReader(strings.NewReader("0123456789"), 4), &sb)
	b, err := io.ReadAll(r)
	fmt.Println(string(b), err, sb.String())
	mr := io.MultiReader(strings.NewReader("ab"), strings.NewReader("cd"))
	buf := make([]byte, 3)
	n, err := io.ReadFull(mr, buf)
	fmt.Println(n, err, string(buf))
	n, err = io.ReadFull(mr, buf)
	fmt.Println(n, err, err == io.ErrUnexpectedEOF)
	pr, pw := io.Pipe()
	go func() { fmt.Fprint(pw, "through the pipe"); pw.Close() }()
	b, _ = io.ReadAll(pr)
	fmt.Println(string(b))
	sr := io.NewSectionReader(strings.NewReader("section reader"), 8, 6)
	b, _ = io.ReadAll(sr)
	fmt.Println(string(b))
	sb.Reset()
	sb.Grow(100)
	fmt.Println(sb.Len(), sb.Cap() >= 100)
}
