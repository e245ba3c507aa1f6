// Finalizers: what runs, in which order, and when.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type node struct {
	name string
	next *node
	pad  [4]int
}

var log []string

func note(s string) { log = append(log, s) }

// collect runs a collection and lets the finalizers that it queued run.
func collect(title string) {
	log = nil
	runtime.GC()
	time.Sleep(20 * time.Millisecond)
	fmt.Println(title, log)
}

//go:noinline
func batch(names ...string) {
	for _, name := range names {
		n := &node{name: name}
		runtime.SetFinalizer(n, func(n *node) { note(n.name) })
	}
}

//go:noinline
func chain() {
	c := &node{name: "c"}
	b := &node{name: "b", next: c}
	a := &node{name: "a", next: b}
	for _, n := range []*node{a, b, c} {
		runtime.SetFinalizer(n, func(n *node) { note(n.name) })
	}
}

//go:noinline
func cycle() {
	a := &node{name: "in a cycle"}
	a.next = &node{name: "the other", next: a}
	runtime.SetFinalizer(a, func(n *node) { note(n.name) })
}

//go:noinline
func selfHeld() {
	a := &node{name: "held by its finalizer"}
	runtime.SetFinalizer(a, func(n *node) { note(a.name) })
}

var saved *node

//go:noinline
func resurrecting() {
	n := &node{name: "phoenix"}
	runtime.SetFinalizer(n, func(n *node) {
		note(n.name + " rises")
		saved = n
	})
}

//go:noinline
func again() {
	n := &node{name: "again"}
	var f func(n *node)
	count := 0
	f = func(n *node) {
		count++
		note(fmt.Sprint(n.name, " ", count))
		if count < 3 {
			runtime.SetFinalizer(n, f)
		}
	}
	runtime.SetFinalizer(n, f)
}

//go:noinline
func withdrawn() {
	n := &node{name: "withdrawn"}
	runtime.SetFinalizer(n, func(n *node) { note(n.name) })
	runtime.SetFinalizer(n, nil)
	runtime.SetFinalizer(n, nil)
}

//go:noinline
func replaced() {
	n := &node{name: "replaced"}
	runtime.SetFinalizer(n, func(n *node) { note("first") })
	runtime.SetFinalizer(n, nil)
	runtime.SetFinalizer(n, func(n *node) { note("second") })
}

type named interface{ Name() string }

func (n *node) Name() string { return n.name }

//go:noinline
func parameters() {
	a := &node{name: "any"}
	runtime.SetFinalizer(a, func(x any) { note(fmt.Sprintf("%T", x)) })
	b := &node{name: "interface"}
	runtime.SetFinalizer(b, func(x named) { note(x.Name()) })
	c := &node{name: "results"}
	runtime.SetFinalizer(c, func(n *node) (string, error, [3]int) {
		note(n.name)
		return n.name, nil, [3]int{1, 2, 3}
	})
	d := &node{name: "method"}
	runtime.SetFinalizer(d, (*node).finish)
	f := &[3000]int{9}
	runtime.SetFinalizer(f, func(p *[3000]int) { note(fmt.Sprint(p[0])) })
}

func (n *node) finish() { note("finish " + n.name) }

//go:noinline
func bound() {
	n := &node{name: "outer"}
	inner := &node{name: "inner"}
	runtime.SetFinalizer(n, func(*node) { inner.finish() })
	runtime.SetFinalizer(inner, func(*node) { note("inner is gone") })
}

var global node

func main() {
	batch("one")
	collect("one:")
	batch("x", "y", "z")
	collect("three:")
	collect("nothing:")
	chain()
	collect("chain 1:")
	collect("chain 2:")
	collect("chain 3:")
	collect("chain 4:")
	cycle()
	collect("cycle:")
	selfHeld()
	collect("held:")
	resurrecting()
	collect("resurrect:")
	saved = nil
	collect("never again:")
	again()
	collect("again 1:")
	collect("again 2:")
	collect("again 3:")
	collect("again 4:")
	withdrawn()
	collect("withdrawn:")
	replaced()
	collect("replaced:")
	parameters()
	log = nil
	runtime.GC()
	time.Sleep(20 * time.Millisecond)
	fmt.Println("parameters:", len(log))
	bound()
	collect("bound 1:")
	collect("bound 2:")
	runtime.SetFinalizer(&global, func(*node) { note("global") })
	collect("global:")
	live := &node{name: "live"}
	runtime.SetFinalizer(live, func(n *node) { note(n.name) })
	collect("live:")
	runtime.KeepAlive(live)
	collect("dead:")
	fmt.Println(runtime.NumGoroutine())
}
