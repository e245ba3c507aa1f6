package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
)

type Student struct {
	Name   string
	Scores []int
}

var errFormat = errors.New("bad format")

func parse(line string) (s Student, err error) {
	name, rest, ok := strings.Cut(line, ":")
	if !ok {
		return s, fmt.Errorf("%w: %q", errFormat, line)
	}
	s.Name = strings.TrimSpace(name)
	for _, f := range strings.Split(rest, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(f))
		if err != nil {
			return s, fmt.Errorf("student %s: %w", s.Name, err)
		}
		s.Scores = append(s.Scores, n)
	}
	return s, nil
}
func (s Student) Average() float64 {
	if len(s.Scores) == 0 {
		return 0
	}
	t := 0
	for _, n := range s.Scores {
		t += n
	}
	return float64(t) / float64(len(s.Scores))
}

func main() {
	sc := bufio.NewScanner(os.Stdin)
	var all []Student
	for n := 1; sc.Scan(); n++ {
		s, err := parse(sc.Text())
		var ne *strconv.NumError
		switch {
		case errors.Is(err, errFormat):
			fmt.Printf("line %d: %v\n", n, err)
		case errors.As(err, &ne):
			fmt.Printf("line %d: %v (%s)\n", n, err, ne.Num)
		case err == nil:
			all = append(all, s)
		}
	}
	for i, s := range all {
		fmt.Printf("%d. %-6s %6.2f %v\n", i+1, s.Name, s.Average(), s.Scores)
	}
}
