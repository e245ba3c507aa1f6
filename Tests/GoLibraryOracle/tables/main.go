// Command tables prints, from the Unicode data of the Go that runs it (15.0.0
// for Go 1.23), Sources/GoLibrary/go/internal/ucd/tables.go or, with an argument
// "scripts", Sources/GoLibrary/go/unicode/scripts.go.
package main

import (
	"fmt"
	"os"
	"sort"
	"strings"
	"unicode"
)

// number is v in four characters of six bits each, ' ' for 0.
func number(v int) string {
	var b [4]byte
	for i := 3; i >= 0; i-- {
		b[i] = byte(' ' + v&63)
		v >>= 6
	}
	return string(b[:])
}

var categories = []string{"Cn", "Cc", "Cf", "Co", "Cs", "Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl",
	"No", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sc", "Sk", "Sm", "So", "Zl", "Zp", "Zs"}

const alternating = 30 // Lu, Ll, Lu, Ll, ...

func each(t *unicode.RangeTable, do func(r int)) {
	for _, x := range t.R16 {
		for r := int(x.Lo); r <= int(x.Hi); r += int(x.Stride) {
			do(r)
		}
	}
	for _, x := range t.R32 {
		for r := int(x.Lo); r <= int(x.Hi); r += int(x.Stride) {
			do(r)
		}
	}
}

func ranges(t *unicode.RangeTable) string {
	var text strings.Builder
	last, start := -2, -2
	flush := func() {
		if start >= 0 {
			text.WriteString(number(start) + number(last))
		}
	}
	each(t, func(r int) {
		if r != last+1 {
			flush()
			start = r
		}
		last = r
	})
	flush()
	return text.String()
}

func main() {
	upper, lower := byte(0), byte(0)
	kind := make([]byte, unicode.MaxRune+2)
	for k, name := range categories {
		switch name {
		case "Lu":
			upper = byte(k)
		case "Ll":
			lower = byte(k)
		case "Cn":
			continue
		}
		each(unicode.Categories[name], func(r int) { kind[r] = byte(k) })
	}
	var runs strings.Builder
	for r := 0; r <= unicode.MaxRune; {
		end, k := r+1, kind[r]
		for end <= unicode.MaxRune && kind[end] == k {
			end++
		}
		pairs := r
		for pairs < unicode.MaxRune && kind[pairs] == upper && kind[pairs+1] == lower {
			pairs += 2
		}
		if pairs >= r+4 {
			end, k = pairs, alternating
		}
		runs.WriteString(number(r) + string(' '+k))
		r = end
	}
	var cases strings.Builder
	for _, c := range unicode.CaseRanges {
		cases.WriteString(number(int(c.Lo)) + number(int(c.Hi)))
		for _, d := range c.Delta {
			if d > unicode.MaxRune {
				d = 1 << 22 // alternating
			}
			cases.WriteString(number(int(d) + 1<<22))
		}
	}
	var folds strings.Builder
	for r := rune(0); r <= unicode.MaxRune; r++ {
		plain := unicode.ToLower(r)
		if plain == r {
			plain = unicode.ToUpper(r)
		}
		if next := unicode.SimpleFold(r); next != plain {
			folds.WriteString(number(int(r)) + number(int(next)))
		}
	}
	out := &strings.Builder{}
	fmt.Fprintf(out, "// Written by Tests/GoLibraryOracle/tables; do not edit.\n\npackage ucd\n\n")
	fmt.Fprintf(out, "// Version is the edition of the Unicode character database.\nconst Version = %q\n\n", unicode.Version)
	fmt.Fprintf(out, "const categoryRuns = `%s`\n\nconst caseRuns = `%s`\n\nconst folds = `%s`\n\n",
		runs.String(), cases.String(), folds.String())
	list := func(tables map[string]*unicode.RangeTable) {
		var names []string
		for n := range tables {
			names = append(names, n)
		}
		sort.Strings(names)
		for _, n := range names {
			fmt.Fprintf(out, "\t%s = fromRanges(`%s`)\n", n, ranges(tables[n]))
		}
	}
	if len(os.Args) > 1 && os.Args[1] == "scripts" {
		out.Reset()
		fmt.Fprintf(out, "// Written by Tests/GoLibraryOracle/tables; do not edit.\n\npackage unicode\n\n")
		fmt.Fprintf(out, "// The scripts.\nvar (\n")
		list(unicode.Scripts)
		fmt.Fprintf(out, ")\n\n// The properties.\nvar (\n")
		list(unicode.Properties)
		fmt.Fprintf(out, ")\n")
	}
	os.Stdout.WriteString(out.String())
}
