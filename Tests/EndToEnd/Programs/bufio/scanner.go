package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
)

func main() {
	in := bufio.NewScanner(os.Stdin)
	n := 0
	for in.Scan() {
		n++
		line := strings.TrimSpace(in.Text())
		if line == "" {
			break
		}
		fmt.Printf("%d: %q %v\n", n, line, strings.Fields(line))
	}
	in.Split(bufio.ScanWords)
	words := map[string]int{}
	for in.Scan() {
		words[in.Text()]++
	}
	fmt.Println(words, in.Err())
	sc := bufio.NewScanner(strings.NewReader("a,b,c"))
	sc.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		if i := strings.IndexByte(string(data), ','); i >= 0 {
			return i + 1, data[:i], nil
		}
		if atEOF && len(data) > 0 {
			return len(data), data, nil
		}
		return 0, nil, nil
	})
	for sc.Scan() {
		fmt.Print(sc.Text(), ";")
	}
	fmt.Println()
	rs := bufio.NewScanner(strings.NewReader("é世x"))
	rs.Split(bufio.ScanRunes)
	for rs.Scan() {
		fmt.Print(rs.Text(), "|")
	}
	fmt.Println()
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	fmt.Fprintf(w, "buffered %d\n", w.Buffered())
	r := bufio.NewReader(strings.NewReader("line one\nline two\nrest"))
	s, err := r.ReadString('\n')
	fmt.Fprintf(w, "%q %v\n", s, err)
	b, _ := r.Peek(4)
	fmt.Fprintf(w, "%s\n", b)
	l, pfx, err := r.ReadLine()
	fmt.Fprintf(w, "%s %v %v\n", l, pfx, err)
	c, size, err := r.ReadRune()
	fmt.Fprintf(w, "%c %d %v\n", c, size, err)
	r.UnreadRune()
	s, err = r.ReadString('\n')
	fmt.Fprintf(w, "%q %v\n", s, err)
}
