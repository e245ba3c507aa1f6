package main

import (
	"fmt"
	"sort"
	"strings"
)

type Event interface{ Name() string }
type UserCreated struct{ ID int; Email string }
type OrderPlaced struct{ Total float64 }

func (UserCreated) Name() string { return "user.created" }
func (OrderPlaced) Name() string { return "order.placed" }

type Handler func(Event) error
type Bus struct {
	handlers map[string][]Handler
	any      []Handler
}

func On[E Event](b *Bus, f func(E) error) {
	var zero E
	if b.handlers == nil {
		b.handlers = map[string][]Handler{}
	}
	b.handlers[zero.Name()] = append(b.handlers[zero.Name()], func(e Event) error { return f(e.(E)) })
}
func (b *Bus) Publish(es ...Event) (errs []error) {
	for _, e := range es {
		for _, h := range append(b.handlers[e.Name()], b.any...) {
			if err := h(e); err != nil {
				errs = append(errs, fmt.Errorf("%s: %w", e.Name(), err))
			}
		}
	}
	return
}

func main() {
	var b Bus
	var log []string
	On(&b, func(u UserCreated) error {
		log = append(log, u.Email)
		if !strings.Contains(u.Email, "@") {
			return fmt.Errorf("bad email %q", u.Email)
		}
		return nil
	})
	On(&b, func(o OrderPlaced) error { log = append(log, fmt.Sprintf("%.1f", o.Total)); return nil })
	seen := map[string]int{}
	b.any = append(b.any, func(e Event) error { seen[e.Name()]++; return nil })
	for _, err := range b.Publish(UserCreated{1, "a@b"}, OrderPlaced{9.5}, UserCreated{2, "nope"}) {
		fmt.Println(err)
	}
	var ks []string
	for k := range seen {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	fmt.Println(log, ks, seen)
}
