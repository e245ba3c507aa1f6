package main

import "fmt"

type Point struct{ X, Y float64 }
type Line struct{ A, B Point }
type PP = *Point

func main() {
	fmt.Println(Line{Point{1, 2}, Point{Y: 3}}, Line{B: Point{X: 1}})
	a := [...]string{3: "c", "d", 1: "a"}
	fmt.Printf("%d %q\n", len(a), a)
	fmt.Println([]Point{{1, 2}, {X: 3}}, [][]int{{1}, {}, {2, 3}}, [2][]Point{{{1, 1}}, {{2, 2}, {3, 3}}})
	m := map[string]Point{"o": {0, 0}, "p": {Y: 2}}
	fmt.Println(m["p"].Y, map[Point]string{{1, 2}: "k"}[Point{1, 2}])
	ps := []*Point{{1, 2}, {3, 4}}
	fmt.Println(*ps[1], *[]PP{{5, 6}}[0])
	for _, p := range []*Point{{7, 8}} {
		p.X++
		fmt.Println(*p)
	}
	const k = 2
	fmt.Println([]int{k: 5, 6, 0: 1}, len([]int{9: 1}), [5]bool{1: true})
	nested := map[string]map[string][]int{"a": {"b": {1, 2}}}
	nested["a"]["c"] = []int{3}
	fmt.Println(nested)
	v := []struct {
		n string
		f func() int
	}{{"one", func() int { return 1 }}, {n: "two"}}
	fmt.Println(v[0].f(), v[1].f == nil)
	vowels := [128]bool{'a': true, 'e': true}
	fmt.Println(vowels['a'], vowels['b'])
	if p := (Point{1, 2}); p.X == 1 {
		fmt.Println("parenthesised")
	}
	pp := &[]int{1, 2}
	(*pp)[0] = 9
	fmt.Println(*pp, (&[3]int{1, 2, 3})[1], &Point{}, &map[string]int{"x": 1})
}
