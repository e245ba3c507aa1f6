package main

import (
	"bufio"
	"fmt"
	"os"
	"sort"
	"strings"
)

func main() {
	counts := make(map[string]int)
	lines, words, chars := 0, 0, 0
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		lines++
		chars += len(sc.Text()) + 1
		for _, w := range strings.FieldsFunc(strings.ToLower(sc.Text()), func(r rune) bool { return r < 'a' || r > 'z' }) {
			counts[w]++
			words++
		}
	}
	fmt.Println(lines, words, chars)
	type kv struct {
		k string
		n int
	}
	var all []kv
	for k, n := range counts {
		all = append(all, kv{k, n})
	}
	sort.Slice(all, func(i, j int) bool {
		return all[i].n > all[j].n || all[i].n == all[j].n && all[i].k < all[j].k
	})
	for _, e := range all[:3] {
		fmt.Printf("%-5s %s\n", e.k, strings.Repeat("*", e.n))
	}
}
