package main

import (
	"fmt"
	"sort"
)

type key struct {
	a int
	b string
}
type iface interface{ F() int }
type impl int

func (i impl) F() int { return int(i) }

func keys(m map[string]int) []string {
	var ks []string
	for k := range m {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	return ks
}

func main() {
	m := map[string]int{"one": 1, "two": 2}
	m["three"] = 3
	v, ok := m["two"]
	_, no := m["nope"]
	fmt.Println(len(m), v, ok, no, m["none"], m)
	delete(m, "one")
	delete(m, "absent")
	fmt.Println(keys(m), len(m))
	if v, ok := m["three"]; ok {
		fmt.Println("has", v)
	}
	var nm map[string]int
	fmt.Println(nm["x"], len(nm), nm == nil, nm)
	delete(nm, "x")
	for range nm {
		fmt.Println("never")
	}
	ms := map[key][]int{}
	ms[key{1, "a"}] = append(ms[key{1, "a"}], 5, 6)
	ms[key{1, "a"}][0]++
	fmt.Println(ms, len(ms[key{2, "a"}]))
	mf := map[float64]string{1.5: "x", 0: "zero"}
	var z float64
	nan := z / z
	mf[nan] = "n1"
	mf[nan] = "n2"
	fmt.Println(len(mf), mf[-z], mf[nan] == "", mf[1.5])
	mi := map[interface{}]string{1: "int", "1": "string", 1.0: "float", key{1, "k"}: "struct", [2]int{1, 2}: "array", nil: "nil", true: "bool"}
	fmt.Println(mi[1], mi["1"], mi[1.0], mi[key{1, "k"}], mi[[2]int{1, 2}], mi[nil], mi[true], mi[int8(1)] == "", len(mi))
	mif := map[iface]int{impl(1): 1, impl(2): 4}
	fmt.Println(mif[impl(2)], mif[impl(3)])
	big := make(map[int]int, 10)
	for i := 0; i < 1000; i++ {
		big[i*7] = i
	}
	sum := 0
	for k, v := range big {
		sum += k - 7*v + v
	}
	for i := 0; i < 1000; i += 2 {
		delete(big, i*7)
	}
	fmt.Println(len(big), sum, big[7], big[14])
	for k := range big {
		if k%3 == 0 {
			delete(big, k)
		}
	}
	n := 0
	for k, v := range big {
		if k != v*7 || k%3 == 0 {
			fmt.Println("wrong", k, v)
		}
		n++
	}
	fmt.Println(n == len(big), n)
	clear(big)
	fmt.Println(len(big))
	mm := map[string]map[string]int{}
	for _, w := range []string{"ab", "ac", "bd", "ab"} {
		if mm[w[:1]] == nil {
			mm[w[:1]] = map[string]int{}
		}
		mm[w[:1]][w]++
	}
	fmt.Println(mm)
	alias := m
	alias["new"] = 9
	fmt.Println(m["new"], len(m))
	mfun := map[string]func(int, int) int{
		"add": func(a, b int) int { return a + b },
		"mul": func(a, b int) int { return a * b },
	}
	fmt.Println(mfun["add"](2, 3), mfun["mul"](2, 3), mfun["x"] == nil)
	set := map[rune]struct{}{}
	for _, r := range "mississippi" {
		set[r] = struct{}{}
	}
	_, has := set['m']
	fmt.Println(len(set), has)
	mb := map[bool]int{true: 1}
	mb[1 > 2]--
	fmt.Println(mb, map[int8]string{-3: "c", 5: "e", 0: "z"}, map[[2]string]int{{"b", "a"}: 1, {"a", "z"}: 2})
	mp := map[*int]int{}
	x, y := 1, 1
	mp[&x]++
	mp[&y]++
	mp[&x]++
	fmt.Println(mp[&x], mp[&y], len(mp))
	ma := map[string][3]int{"a": {1, 2, 3}}
	arr := ma["a"]
	arr[0] = 100
	fmt.Println(ma["a"][0], arr[0], ma["zz"])
	defer func() { fmt.Println(recover()) }()
	mi[[]int{1}] = "slice"
}
