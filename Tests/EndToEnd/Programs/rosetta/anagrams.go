package main

import (
	"fmt"
	"slices"
	"sort"
	"strings"
)

func key(s string) string {
	r := []rune(strings.ToLower(s))
	slices.Sort(r)
	return string(r)
}

func main() {
	groups := map[string][]string{}
	for _, w := range strings.Fields("listen silent enlist google elgoog abc cab bca x") {
		groups[key(w)] = append(groups[key(w)], w)
	}
	keys := make([]string, 0)
	for k, g := range groups {
		if len(g) > 1 {
			keys = append(keys, k)
		}
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Println(k, groups[k])
	}
}
