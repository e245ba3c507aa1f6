package testing

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"
)

// InternalExample is an example with the output that its comment promises.
type InternalExample struct {
	Name      string
	F         func()
	Output    string
	Unordered bool
}

// run compares what the example prints with what it promises.
func (e InternalExample) run() bool {
	if verbose {
		announce("RUN  ", e.Name)
	}
	stdout := os.Stdout
	reader, writer, err := os.Pipe()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Stdout = writer
	printed := make(chan string)
	go func() {
		var b strings.Builder
		io.Copy(&b, reader)
		printed <- b.String()
	}()
	began := time.Now()
	finished := false
	var problem any
	func() {
		defer func() {
			if !finished {
				problem = recover()
			}
		}()
		e.F()
		finished = true
	}()
	writer.Close()
	os.Stdout = stdout
	got, want := strings.TrimSpace(<-printed), strings.TrimSpace(e.Output)
	took := time.Since(began).Seconds()
	text := ""
	if e.Unordered {
		if lines(got) != lines(want) {
			text = fmt.Sprintf("got:\n%s\nwant (unordered):\n%s\n", got, want)
		}
	} else if got != want {
		text = fmt.Sprintf("got:\n%s\nwant:\n%s\n", got, want)
	}
	switch {
	case text != "" || !finished:
		fmt.Printf("--- FAIL: %s (%.2fs)\n%s", e.Name, took, text)
	case verbose:
		fmt.Printf("--- PASS: %s (%.2fs)\n", e.Name, took)
	}
	if !finished {
		panic(problem)
	}
	return text == ""
}

// lines puts a text's lines in order.
func lines(text string) string {
	all := strings.Split(text, "\n")
	slices.Sort(all)
	return strings.Join(all, "\n")
}
