// bytes, bufio, io: random texts through readers, writers and scanners.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
)

var seed uint64 = 88172645463325252

func random(n int) int {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return int(seed % uint64(n))
}

var pieces = []string{"a", "b", "ab", "A", " ", "\t", "\n", "\r\n", "\n\n", ",", "é", "世", "\xff", "\xc3", "\u00a0", "word", "K"}

func text(n int) string {
	s := ""
	for k := random(n + 1); k > 0; k-- {
		s += pieces[random(len(pieces))]
	}
	return s
}

// slow gives a few bytes at a time, sometimes none, and an error at the end.
type slow struct {
	s   string
	end error
}

func (r *slow) Read(p []byte) (int, error) {
	if r.s == "" {
		return 0, r.end
	}
	n := copy(p, r.s[:min(len(r.s), random(4))])
	r.s = r.s[n:]
	if r.s == "" && random(2) == 0 {
		return n, r.end
	}
	return n, nil
}

type limited struct{ left int }

func (w *limited) Write(p []byte) (int, error) {
	if len(p) > w.left {
		n := w.left
		w.left = 0
		return n, errors.New("full")
	}
	w.left -= len(p)
	return len(p), nil
}

func q(b []byte) string {
	if b == nil {
		return "nil"
	}
	return fmt.Sprintf("%q", b)
}

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

func main() {
	for i := 0; i < 2500; i++ {
		s, t := []byte(text(10)), []byte(text(2))
		n := random(5) - 1
		fmt.Println(q(s), q(t), n)
		fmt.Println(bytes.Index(s, t), bytes.LastIndex(s, t), bytes.Count(s, t), bytes.Equal(s, t), bytes.Compare(s, t), bytes.EqualFold(s, t), bytes.IndexAny(s, string(t)), bytes.LastIndexAny(s, string(t)))
		fmt.Printf("%q %q %q %q\n", bytes.Split(s, t), bytes.SplitN(s, t, n), bytes.SplitAfter(s, t), bytes.SplitAfterN(s, t, n))
		fmt.Printf("%q %q\n", bytes.Fields(s), bytes.FieldsFunc(s, unicode.IsLetter))
		fmt.Println(q(bytes.Trim(s, string(t))), q(bytes.TrimLeft(s, string(t))), q(bytes.TrimRight(s, string(t))), q(bytes.TrimSpace(s)), q(bytes.TrimFunc(s, unicode.IsLower)), q(bytes.TrimPrefix(s, t)), q(bytes.TrimSuffix(s, t)))
		fmt.Println(q(bytes.ToUpper(s)), q(bytes.ToLower(s)), q(bytes.Title(s)), q(bytes.ToValidUTF8(s, t)), q(bytes.Replace(s, t, []byte("XY"), n)), bytes.Runes(s))
		fmt.Println(q(bytes.Repeat(t, 3)), q(bytes.Join([][]byte{s, t, s}, []byte(", "))), q(bytes.Join(nil, t)))
		for _, c := range bytes.Split(s, t) {
			fmt.Print(len(c), " ")
		}
		var b bytes.Buffer
		for k := 0; k < 12; k++ {
			switch random(12) {
			case 0:
				fmt.Println(b.WriteString(text(20)))
			case 1:
				fmt.Println(b.Write([]byte(text(5))))
			case 2:
				fmt.Println(b.WriteByte('x'), b.Cap() >= b.Len())
			case 3:
				fmt.Println(b.WriteRune('世'))
			case 4:
				p := make([]byte, random(6))
				n, err := b.Read(p)
				fmt.Println(n, err, p)
			case 5:
				fmt.Println(b.ReadByte())
			case 6:
				fmt.Println(b.ReadRune())
			case 7:
				fmt.Println(b.UnreadByte())
			case 8:
				fmt.Println(b.UnreadRune())
			case 9:
				l, err := b.ReadString('a')
				fmt.Printf("%q %v\n", l, err)
			case 10:
				fmt.Println(q(b.Next(random(5))))
			case 11:
				b.Grow(random(100))
			}
			fmt.Printf("%q %d %d\n", b.String(), b.Len(), b.Cap())
		}
		r := bufio.NewReaderSize(&slow{text(40), io.EOF}, 16)
		for k := 0; k < 14; k++ {
			switch random(9) {
			case 0:
				fmt.Println(r.ReadByte())
			case 1:
				fmt.Println(r.ReadRune())
			case 2:
				l, err := r.ReadString('\n')
				fmt.Printf("%q %v\n", l, err)
			case 3:
				l, p, err := r.ReadLine()
				fmt.Printf("%q %v %v\n", l, p, err)
			case 4:
				p, err := r.Peek(random(20))
				fmt.Printf("%q %v\n", p, err)
			case 5:
				fmt.Println(r.Discard(random(7)))
			case 6:
				fmt.Println(r.UnreadByte(), r.UnreadRune())
			case 7:
				p := make([]byte, random(20))
				n, err := r.Read(p)
				fmt.Println(n, err, p)
			case 8:
				l, err := r.ReadSlice(' ')
				fmt.Printf("%q %v\n", l, err)
			}
			fmt.Println(r.Buffered())
		}
		end := io.EOF
		if random(3) == 0 {
			end = errors.New("broken")
		}
		sc := bufio.NewScanner(&slow{text(30), end})
		sc.Split([]bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes}[random(4)])
		if random(3) == 0 {
			sc.Buffer(make([]byte, random(4)), 8)
		}
		for sc.Scan() {
			fmt.Printf("%q ", sc.Text())
		}
		fmt.Println(sc.Err(), q(sc.Bytes()))
		var out strings.Builder
		w := bufio.NewWriterSize(&out, 5+random(10))
		for k := 0; k < 8; k++ {
			switch random(5) {
			case 0:
				fmt.Println(w.WriteString(text(10)))
			case 1:
				fmt.Println(w.Write([]byte(text(8))))
			case 2:
				fmt.Println(w.WriteByte('y'), w.Flush())
			case 3:
				fmt.Println(w.WriteRune('é'))
			case 4:
				fmt.Println(w.ReadFrom(&slow{text(10), io.EOF}))
			}
			fmt.Printf("%d %d %q\n", w.Buffered(), w.Available(), out.String())
		}
		lw := bufio.NewWriterSize(&limited{random(30)}, 8)
		for k := 0; k < 5; k++ {
			fmt.Fprint(lw, text(5))
			fmt.Println(lw.Flush(), lw.Buffered())
		}
	}
	b, err := io.ReadAll(io.MultiReader(strings.NewReader("one "), strings.NewReader(""), io.LimitReader(strings.NewReader("two three"), 3)))
	fmt.Printf("%q %v\n", b, err)
	var x, y bytes.Buffer
	n, err := io.Copy(io.MultiWriter(&x, &y), io.TeeReader(strings.NewReader("tee"), os.Stdout))
	fmt.Println(n, err, x.String(), y.String())
	n, err = io.CopyN(&x, strings.NewReader("abc"), 5)
	fmt.Println(n, err)
	k, err := io.ReadFull(strings.NewReader("abc"), make([]byte, 5))
	fmt.Println(k, err)
	k, err = io.ReadAtLeast(strings.NewReader("abc"), make([]byte, 2), 5)
	fmt.Println(k, err)
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	b, err = io.ReadAll(sr)
	fmt.Println(string(b), err, sr.Size())
	fmt.Println(sr.Seek(-2, io.SeekEnd))
	fmt.Println(sr.ReadAt(make([]byte, 9), 1))
	io.WriteString(os.Stdout, "written\n")
	fmt.Fprintln(io.Discard, "nothing")
	try(func() { x.Truncate(100) })
	try(func() { bytes.Repeat(nil, -1) })
	sc := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 70000)))
	fmt.Println(sc.Scan(), sc.Err())
	rw := bufio.NewReadWriter(bufio.NewReader(strings.NewReader("in")), bufio.NewWriter(os.Stdout))
	line, err := rw.ReadString('\n')
	fmt.Fprintln(rw, line, err)
	rw.Flush()
}
