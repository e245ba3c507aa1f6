#!/usr/bin/env python3
"""Writes grid.txt: one program for each way to make a value and each way to use it, with what Go's compiler says of it,
without inlining and with. GO=/path/to/go Tests/GoEscapeTests/Corpus/grid.py"""

import pathlib
import tempfile

import record

HEAD = """package main

import (
	"errors"
	"fmt"
	"strings"
)

type T struct {
	n    int
	next *T
	in   struct{ a, b int }
}

func (t T) Sum() int    { return t.n + t.in.a }
func (t *T) Add(n int)  { t.n += n }
func (t *T) Next() *T   { return t.next }

type Summer interface{ Sum() int }

var _ = errors.New
var _ = fmt.Sprint
var _ = strings.ToUpper
"""

# name: (statements before, expression, type)
SOURCES = {
    "address": ("x := 1", "&x", "*int"),
    "new": ("", "new(T)", "*T"),
    "literal": ("n := 3", "&T{n: n}", "*T"),
    "slice": ("a := 1", "[]int{a, 2, 3}", "[]int"),
    "make": ("", "make([]int, 4, 8)", "[]int"),
    "sized": ("n := 5", "make([]*T, n)", "[]*T"),
    "map": ("", 'map[string]int{"a": 1}', "map[string]int"),
    "closure": ("k := 2", "func(i int) int { k += i; return k }", "func(int) int"),
    "bytes": ('s := "text"', "[]byte(s)", "[]byte"),
    "concat": ('s := "text"', 's + "more" + s', "string"),
    "boxed": ("n := 1000", "any(n)", "any"),
    "summer": ("", "Summer(T{n: 2})", "Summer"),
    "value": ("t := T{n: 1}", "t.Sum", "func() int"),
    "array": ("var a [4]int", "a[1:3]", "[]int"),
    "field": ("var t T", "&t.in.b", "*int"),
    "error": ("", 'errors.New("bad")', "error"),
}

# name: (declarations, statements)
SINKS = {
    "dropped": ("", "_ = v"),
    "returned": ("func get() TYPE {\nBEFORE\nreturn EXPR\n}", "_ = v; _ = get()"),
    "global": ("var kept TYPE", "kept = v"),
    "sent": ("", "c := make(chan TYPE, 1); c <- v; <-c"),
    "borrowed": ("func use(p TYPE) bool { return any(p) == nil }", "println(use(v))"),
    "leaked": ("var kept []TYPE\n\nfunc keep(p TYPE) { kept = append(kept, p) }", "keep(v)"),
    "identity": ("func same(p TYPE) TYPE { return p }", "w := same(v); _ = w"),
    "generic": ("func first[E any](xs ...E) E { return xs[0] }", "w := first(v, v); _ = w"),
    "stored": ("type box struct{ v TYPE }\n\nfunc (b *box) set(p TYPE) { b.v = p }",
               "b := &box{}; b.set(v); println(b != nil)"),
    "mapped": ("", "m := map[int]TYPE{}; m[1] = v; println(len(m))"),
    "captured": ("func later(p TYPE) func() TYPE { return func() TYPE { return p } }", "f := later(v); _ = f()"),
    "called": ("", "func() { w := v; _ = w }()"),
    "started": ("", "done := make(chan bool); go func() { w := v; _ = w; done <- true }(); <-done"),
    "deferred": ("func end(p TYPE) {}", "defer end(v); for i := 0; i < 2; i++ { defer func() { _ = v; println(i) }() }"),
    "printed": ("", "fmt.Println(v)"),
    "switched": ("", 'switch w := any(v).(type) { case int: println(w); case fmt.Stringer: println(w.String()) }'),
    "looped": ("type node struct { v TYPE; next *node }",
               "var list *node; for i := range 3 { list = &node{v, list}; _ = i }; println(list.next != nil)"),
    "built": ("", 'var b strings.Builder; b.WriteString("x"); fmt.Fprintf(&b, "%v", v); println(b.Len())'),
}


def program(source, sink):
    before, expression, type = SOURCES[source]
    declarations, statements = SINKS[sink]
    declarations = declarations.replace("TYPE", type).replace("BEFORE", before).replace("EXPR", expression)
    statements = statements.replace("TYPE", type)
    body = "\n".join(line for line in (before, f"v := {expression}", statements) if line)
    return f"{HEAD}\n{declarations}\n\nfunc main() {{\n{body}\n}}\n"


if __name__ == "__main__":
    sections = []
    with tempfile.TemporaryDirectory() as folder:
        for source in SOURCES:
            for sink in SINKS:
                name = f"{source}_{sink}"
                file = pathlib.Path(folder) / f"{name}.go"
                file.write_text(program(source, sink))
                texts = {"go": file.read_text(), "lines": record.lines(file, "-m -l"), "inlined": record.lines(file, "-m")}
                if "GOROOT" not in texts["lines"] and not texts["lines"]:
                    raise SystemExit(f"{name} does not compile")
                sections += [f"-- {name}.{suffix} --\n{text}" for suffix, text in texts.items()]
    (record.CORPUS / "grid.txt").write_text("".join(sections))
