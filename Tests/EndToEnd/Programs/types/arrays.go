package main

import "fmt"

type grid [3][4]int

func change(a [3]int) [3]int { a[0] = 100; return a }
func changeP(a *[3]int)      { a[0] = 100 }

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	fmt.Println(a, b, a == b, a == [3]int{1, 2, 3}, change(a), a)
	changeP(&a)
	fmt.Println(a, len(a), cap(a))
	c := [...]string{2: "two", 0: "zero", 5: "five"}
	fmt.Printf("%q %d\n", c, len(c))
	d := [5]int{1, 3: 10, 11}
	fmt.Println(d)
	var g grid
	for i := range g {
		for j := range g[i] {
			g[i][j] = i * j
		}
	}
	fmt.Println(g, len(g[0]))
	p := &g
	for i, row := range p {
		row[0] = 99
		p[i][1] = -i
	}
	fmt.Println(*p)
	fmt.Println(p[2][1:3], len(p))
	e := [2]struct{ x, y int }{{1, 2}, {y: 3}}
	e[0].x++
	fmt.Printf("%+v\n", e)
	pp := [...]*point{{1, 2}, {3, 4}}
	fmt.Println(*pp[0], pp[1].y)
	m := map[[2]int]string{{1, 2}: "a", {3, 4}: "b"}
	fmt.Println(m[[2]int{1, 2}], len(m))
	for i, v := range [3]string{"x", "y", "z"} {
		fmt.Print(i, v, " ")
	}
	fmt.Println()
	arr := [3]int{1, 2, 3}
	for i, v := range arr {
		arr[2] = 10
		if i == 2 {
			fmt.Println("copy:", v)
		}
	}
	for i, v := range &arr {
		arr[2] = 20
		if i == 2 {
			fmt.Println("pointer:", v)
		}
	}
	var z [0]int
	fmt.Println(z, len(z))
	s := []int{1, 2, 3, 4}
	ap := (*[2]int)(s)
	ap[0] = 50
	fmt.Println(s, [3]int(s))
}

type point struct{ x, y int }
