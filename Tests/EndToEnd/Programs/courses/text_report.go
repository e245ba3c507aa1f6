package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"unicode/utf8"
)

type Table struct {
	head []string
	rows [][]string
}

func (t *Table) Add(cells ...any) {
	row := make([]string, len(cells))
	for i, c := range cells {
		row[i] = fmt.Sprint(c)
	}
	t.rows = append(t.rows, row)
}
func (t Table) widths() []int {
	w := make([]int, len(t.head))
	for _, r := range append([][]string{t.head}, t.rows...) {
		for i, c := range r {
			w[i] = max(w[i], utf8.RuneCountInString(c))
		}
	}
	return w
}
func (t Table) String() string {
	var b strings.Builder
	w := t.widths()
	line := func(cells []string) {
		for i, c := range cells {
			if i > 0 {
				b.WriteString(" | ")
			}
			b.WriteString(c + strings.Repeat(" ", w[i]-utf8.RuneCountInString(c)))
		}
		b.WriteByte('\n')
	}
	line(t.head)
	for i, n := range w {
		if i > 0 {
			b.WriteString("-+-")
		}
		b.WriteString(strings.Repeat("-", n))
	}
	b.WriteByte('\n')
	for _, r := range t.rows {
		line(r)
	}
	return b.String()
}

func main() {
	t := Table{head: []string{"Name", "Größe", "ok"}}
	t.Add("Zoë", 1.68, true)
	t.Add("李雷", 1.8, false)
	t.Add("A much longer name", nil, struct{ a int }{1})
	sort.Slice(t.rows, func(i, j int) bool { return t.rows[i][0] < t.rows[j][0] })
	fmt.Fprint(os.Stdout, t)
}
