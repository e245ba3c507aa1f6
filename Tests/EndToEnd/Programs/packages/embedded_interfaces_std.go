package main

import (
	"errors"
	"fmt"
	"io"
	"sort"
	"strings"
	"sync"
)

type safeWriter struct {
	sync.Mutex
	io.Writer
	n int
}

func (s *safeWriter) Write(p []byte) (int, error) {
	s.Lock()
	defer s.Unlock()
	s.n++
	return s.Writer.Write(p)
}

type byLen struct{ sort.StringSlice }

func (b byLen) Less(i, j int) bool { return len(b.StringSlice[i]) < len(b.StringSlice[j]) }

type stackErr struct {
	error
	where string
}

func (s stackErr) Unwrap() error { return s.error }

func main() {
	var sb strings.Builder
	w := &safeWriter{Writer: &sb}
	var wg sync.WaitGroup
	for range 10 {
		wg.Add(1)
		go func() { defer wg.Done(); io.WriteString(w, "x") }()
	}
	wg.Wait()
	fmt.Println(sb.String(), w.n)
	s := byLen{sort.StringSlice{"ccc", "a", "bb"}}
	sort.Sort(s)
	fmt.Println(s, s.StringSlice.Len())
	base := errors.New("base")
	e := error(stackErr{base, "here"})
	fmt.Println(e, errors.Is(e, base))
	var se stackErr
	fmt.Println(errors.As(e, &se), se.where)
}
