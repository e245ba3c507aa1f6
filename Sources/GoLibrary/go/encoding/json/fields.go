package json

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// A field is a field of a struct, own or promoted, as JSON has it.
type field struct {
	name      string
	typ       reflect.Type
	index     []int
	tagged    bool
	omitEmpty bool
	quoted    bool
}

// known holds the fields of struct types looked at.
var known sync.Map

func fieldsOf(t reflect.Type) []field {
	if f, ok := known.Load(t); ok {
		return f.([]field)
	}
	f := findFields(t)
	known.Store(t, f)
	return f
}

// findFields goes through a struct type level by level. Of fields with one
// name the one on the highest level counts; there, if there are several, the
// only one with a tag; otherwise none.
func findFields(t reflect.Type) []field {
	type place struct {
		typ   reflect.Type
		index []int
	}
	var all []field
	level := []place{{typ: t}}
	seen := map[reflect.Type]bool{}
	for len(level) > 0 {
		count := map[reflect.Type]int{}
		for _, p := range level {
			count[p.typ]++
		}
		var below []place
		for _, p := range level {
			if seen[p.typ] {
				continue
			}
			seen[p.typ] = true
			for i := range p.typ.NumField() {
				f := p.typ.Field(i)
				plain := f.Type
				if plain.Name() == "" && plain.Kind() == reflect.Pointer {
					plain = plain.Elem()
				}
				if f.Anonymous {
					if !f.IsExported() && plain.Kind() != reflect.Struct {
						continue
					}
				} else if !f.IsExported() {
					continue
				}
				tag := f.Tag.Get("json")
				if tag == "-" {
					continue
				}
				name, options, _ := strings.Cut(tag, ",")
				if !validName(name) {
					name = ""
				}
				index := append(slices.Clone(p.index), i)
				if name == "" && f.Anonymous && plain.Kind() == reflect.Struct {
					below = append(below, place{plain, index})
					continue
				}
				found := field{name: name, typ: f.Type, index: index, tagged: name != ""}
				if name == "" {
					found.name = f.Name
				}
				for _, option := range strings.Split(options, ",") {
					switch option {
					case "omitempty":
						found.omitEmpty = true
					case "string":
						switch k := plain.Kind(); {
						case k == reflect.Bool, reflect.Int <= k && k <= reflect.Float64, k == reflect.String:
							found.quoted = true
						}
					}
				}
				all = append(all, found)
				if count[p.typ] > 1 {
					all = append(all, found) // twice on one level: they cancel out
				}
			}
		}
		level = below
	}
	return dominant(all)
}

// dominant keeps the fields that count, in the order of the source.
func dominant(all []field) []field {
	var kept []field
	for i, f := range all {
		first := true
		best, ties := f, 0
		for k, g := range all {
			if g.name != f.name {
				continue
			}
			if k < i {
				first = false
				break
			}
			switch rank := compareRank(g, best); {
			case rank < 0:
				best, ties = g, 1
			case rank == 0:
				ties++
			}
		}
		if first && ties == 1 {
			kept = append(kept, best)
		}
	}
	slices.SortFunc(kept, func(a, b field) int { return slices.Compare(a.index, b.index) })
	return kept
}

// compareRank is below 0 if a takes precedence over b.
func compareRank(a, b field) int {
	if d := len(a.index) - len(b.index); d != 0 {
		return d
	}
	switch {
	case a.tagged && !b.tagged:
		return -1
	case b.tagged && !a.tagged:
		return 1
	}
	return 0
}

func validName(s string) bool {
	if s == "" {
		return false
	}
	for _, r := range s {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return true
}
