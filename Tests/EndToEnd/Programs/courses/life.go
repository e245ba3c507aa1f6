package main

import (
	"fmt"
	"os"
	"strings"
)

type Grid [][]bool

func NewGrid(w, h int) Grid {
	g := make(Grid, h)
	for i := range g {
		g[i] = make([]bool, w)
	}
	return g
}

func Parse(text string) Grid {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	g := NewGrid(len(lines[0]), len(lines))
	for y, line := range lines {
		for x, r := range line {
			g[y][x] = r == '#'
		}
	}
	return g
}

func (g Grid) At(x, y int) bool {
	h := len(g)
	w := len(g[0])
	return g[(y+h)%h][(x+w)%w]
}

func (g Grid) Neighbours(x, y int) (n int) {
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if (dx != 0 || dy != 0) && g.At(x+dx, y+dy) {
				n++
			}
		}
	}
	return
}

func (g Grid) Next() Grid {
	out := NewGrid(len(g[0]), len(g))
	for y := range g {
		for x := range g[y] {
			switch n := g.Neighbours(x, y); {
			case n == 3, n == 2 && g[y][x]:
				out[y][x] = true
			}
		}
	}
	return out
}

func (g Grid) String() string {
	var b strings.Builder
	for _, row := range g {
		for _, c := range row {
			if c {
				b.WriteByte('#')
			} else {
				b.WriteByte('.')
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

type fixed [8][8]uint8

func (f fixed) step() (out fixed) {
	for i := range f {
		for j := range f[i] {
			var n uint8
			for _, d := range [...][2]int{{-1, -1}, {-1, 0}, {-1, 1}, {0, -1}, {0, 1}, {1, -1}, {1, 0}, {1, 1}} {
				n += f[(i+d[0])&7][(j+d[1])&7]
			}
			if n == 3 || n == 2 && f[i][j] == 1 {
				out[i][j] = 1
			}
		}
	}
	return
}

func main() {
	g := Parse(`
.#........
..#.......
###.......
..........
.....##...
.....##...
..........`)
	seen := map[string]int{}
	for gen := 0; gen < 60; gen++ {
		key := g.String()
		if at, ok := seen[key]; ok {
			fmt.Println("period", gen-at, "since", at)
			break
		}
		seen[key] = gen
		if gen%20 == 0 {
			fmt.Fprint(os.Stdout, "generation ", gen, "\n", g)
		}
		g = g.Next()
	}
	var f fixed
	for _, p := range []struct{ y, x int }{{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}} {
		f[p.y][p.x] = 1
	}
	start := f
	for n := 1; ; n++ {
		if f = f.step(); f == start {
			fmt.Println("glider returns after", n)
			break
		}
	}
	fmt.Println(f)
	fmt.Printf("%v\n", start == f)
}
