package main

import "fmt"

type Point struct{ X, Y int }
type Line struct {
	From, To Point
	Tags     []string
}
type Tree struct {
	Left, Right *Tree
	Value       int
}

var global = map[string][]Point{
	"a": {{1, 2}, {3, 4}},
	"b": {},
	"c": nil,
}

func (t *Tree) Walk(f func(int)) {
	if t == nil {
		return
	}
	t.Left.Walk(f)
	f(t.Value)
	t.Right.Walk(f)
}

func main() {
	fmt.Println(len(global), global["a"], global["b"] == nil, global["c"] == nil)
	l := Line{Point{1, 2}, Point{Y: 4}, []string{"x"}}
	fmt.Println(l, l.To.X, Line{}.Tags == nil)
	arr := [...]int{5: 1, 2, 1: 7, 8}
	fmt.Println(len(arr), arr)
	sl := []string{2: "two", 4: "four"}
	fmt.Println(len(sl), cap(sl), sl)
	fmt.Printf("%q\n", sl)
	matrix := [2][3]int{{1, 2, 3}, {4}}
	fmt.Println(matrix, matrix[1][0], len(matrix[0]))
	jag := [][]int{{1}, {2, 3}, nil, {}}
	fmt.Println(jag, len(jag), len(jag[2]))
	ps := []*Point{{1, 2}, {3, 4}, nil}
	fmt.Println(*ps[0], ps[1].Y, ps[2] == nil)
	mp := map[Point]string{{1, 2}: "a", {3, 4}: "b"}
	fmt.Println(mp[Point{1, 2}], mp[Point{0, 0}] == "", len(mp))
	mpp := map[string]*Point{"p": {5, 6}}
	fmt.Println(mpp["p"].X)
	t := &Tree{Value: 5, Left: &Tree{Value: 2, Right: &Tree{Value: 3}}, Right: &Tree{nil, nil, 9}}
	t.Walk(func(v int) { fmt.Print(v, " ") })
	fmt.Println()
	anon := struct {
		A int
		B struct{ C, D string }
	}{A: 1}
	anon.B.C = "c"
	fmt.Printf("%v %+v\n", anon, anon)
	list := []struct {
		name string
		want int
	}{{"one", 1}, {"two", 2}, {name: "zero"}}
	for i, c := range list {
		fmt.Println(i, c.name, c.want)
	}
	ba := []byte{'a', 98, 0x63}
	fmt.Println(string(ba), []rune{'世', 0x754c}, [3]bool{1: true})
	var nested = map[string]map[string][]int{"x": {"y": {1, 2, 3}}}
	nested["x"]["z"] = append(nested["x"]["z"], 4)
	fmt.Println(nested["x"]["y"][1], nested["x"], nested["nope"]["y"] == nil)
	fs := []func(int) int{func(x int) int { return x + 1 }, func(x int) int { return x * 2 }}
	v := 3
	for _, f := range fs {
		v = f(v)
	}
	fmt.Println(v)
	idx := [...]string{'a': "A", 'c': "C"}
	fmt.Println(len(idx), idx['a'], idx['b'] == "", idx['c'])
	const k = 2
	fmt.Println([]int{k: 1, 2, k - 2: 9})
	pa := &[3]int{1, 2, 3}
	for i := range pa {
		pa[i] *= 2
	}
	fmt.Println(*pa, len(pa), pa[1:])
	type Pair struct{ a, b interface{} }
	fmt.Println(Pair{1, "x"}, []interface{}{1, "a", nil, 2.5, []int{1}})
}
