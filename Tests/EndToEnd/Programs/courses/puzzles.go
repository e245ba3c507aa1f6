// Classic exercises: queens, life, sudoku, permutations, primes, numerals, wrapping, big factorials.
package main

import (
	"fmt"
	"strings"
)

func queens(n int) (solutions int, first []int) {
	cols, d1, d2 := make([]bool, n), make([]bool, 2*n), make([]bool, 2*n)
	place := make([]int, n)
	var try func(row int)
	try = func(row int) {
		if row == n {
			if solutions++; solutions == 1 {
				first = append([]int{}, place...)
			}
			return
		}
		for c := 0; c < n; c++ {
			if cols[c] || d1[row+c] || d2[row-c+n] {
				continue
			}
			cols[c], d1[row+c], d2[row-c+n] = true, true, true
			place[row] = c
			try(row + 1)
			cols[c], d1[row+c], d2[row-c+n] = false, false, false
		}
	}
	try(0)
	return
}

type Life struct {
	w, h  int
	cells [][]bool
}

func NewLife(rows ...string) *Life {
	l := &Life{w: len(rows[0]), h: len(rows)}
	for _, r := range rows {
		line := make([]bool, l.w)
		for x, c := range r {
			line[x] = c == '#'
		}
		l.cells = append(l.cells, line)
	}
	return l
}
func (l *Life) alive(x, y int) int {
	if l.cells[(y+l.h)%l.h][(x+l.w)%l.w] {
		return 1
	}
	return 0
}
func (l *Life) Step() {
	next := make([][]bool, l.h)
	for y := range next {
		next[y] = make([]bool, l.w)
		for x := range next[y] {
			n := 0
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					if dx|dy != 0 {
						n += l.alive(x+dx, y+dy)
					}
				}
			}
			next[y][x] = n == 3 || n == 2 && l.cells[y][x]
		}
	}
	l.cells = next
}
func (l Life) String() string {
	var b strings.Builder
	for _, row := range l.cells {
		for _, c := range row {
			b.WriteByte(map[bool]byte{true: '#', false: '.'}[c])
		}
		b.WriteByte('/')
	}
	return b.String()
}

type Grid [9][9]byte

func (g *Grid) ok(r, c int, v byte) bool {
	for i := 0; i < 9; i++ {
		if g[r][i] == v || g[i][c] == v || g[r/3*3+i/3][c/3*3+i%3] == v {
			return false
		}
	}
	return true
}
func (g *Grid) solve(steps *int) bool {
	*steps++
	for r := range g {
		for c, v := range g[r] {
			if v != 0 {
				continue
			}
			for v := byte(1); v <= 9; v++ {
				if g.ok(r, c, v) {
					g[r][c] = v
					if g.solve(steps) {
						return true
					}
				}
			}
			g[r][c] = 0
			return false
		}
	}
	return true
}

func permutations(s []string, f func([]string)) {
	var rec func(k int)
	rec = func(k int) {
		if k == len(s) {
			f(s)
			return
		}
		for i := k; i < len(s); i++ {
			s[k], s[i] = s[i], s[k]
			rec(k + 1)
			s[k], s[i] = s[i], s[k]
		}
	}
	rec(0)
}

func roman(n int) (s string) {
	for _, p := range []struct {
		v int
		s string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= p.v; n -= p.v {
			s += p.s
		}
	}
	return
}

func factorial(n int) string {
	digits := []int{1}
	for k := 2; k <= n; k++ {
		carry := 0
		for i := range digits {
			carry += digits[i] * k
			digits[i] = carry % 10
			carry /= 10
		}
		for carry > 0 {
			digits = append(digits, carry%10)
			carry /= 10
		}
	}
	b := make([]byte, len(digits))
	for i, d := range digits {
		b[len(b)-1-i] = '0' + byte(d)
	}
	return string(b)
}

func wrap(text string, width int) (lines []string) {
	line := ""
	for _, w := range strings.Fields(text) {
		switch {
		case line == "":
			line = w
		case len(line)+1+len(w) <= width:
			line += " " + w
		default:
			lines = append(lines, line)
			line = w
		}
	}
	return append(lines, line)
}

func caesar(s string, k rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return 'a' + (r-'a'+k+26)%26
		case 'A' <= r && r <= 'Z':
			return 'A' + (r-'A'+k+26)%26
		}
		return r
	}, s)
}

func sieve(n int) (primes []int) {
	composite := make([]bool, n+1)
	for i := 2; i <= n; i++ {
		if composite[i] {
			continue
		}
		primes = append(primes, i)
		for j := i * i; j <= n; j += i {
			composite[j] = true
		}
	}
	return
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func lcs(a, b string) string {
	t := make([][]int, len(a)+1)
	for i := range t {
		t[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				t[i][j] = t[i+1][j+1] + 1
			} else {
				t[i][j] = max(t[i+1][j], t[i][j+1])
			}
		}
	}
	var out []byte
	for i, j := 0, 0; i < len(a) && j < len(b); {
		if a[i] == b[j] {
			out = append(out, a[i])
			i++
			j++
		} else if t[i+1][j] >= t[i][j+1] {
			i++
		} else {
			j++
		}
	}
	return string(out)
}

func spiral(n int) [][]int {
	m := make([][]int, n)
	for i := range m {
		m[i] = make([]int, n)
	}
	x, y, dx, dy := 0, 0, 1, 0
	for k := 1; k <= n*n; k++ {
		m[y][x] = k
		nx, ny := x+dx, y+dy
		if nx < 0 || ny < 0 || nx >= n || ny >= n || m[ny][nx] != 0 {
			dx, dy = -dy, dx
			nx, ny = x+dx, y+dy
		}
		x, y = nx, ny
	}
	return m
}

func main() {
	for n := 4; n <= 7; n++ {
		fmt.Println(queens(n))
	}
	l := NewLife(".#...", "..#..", "###..", ".....", ".....")
	for range 4 {
		fmt.Println(l)
		l.Step()
	}
	var g Grid
	for r, row := range strings.Fields("53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79") {
		for c := range row {
			if row[c] != '.' {
				g[r][c] = row[c] - '0'
			}
		}
	}
	steps := 0
	fmt.Println(g.solve(&steps), steps, g[0], g[8])
	permutations([]string{"a", "b", "c"}, func(p []string) { fmt.Print(strings.Join(p, ""), " ") })
	fmt.Println()
	fmt.Println(roman(1994), roman(3888), factorial(30), caesar("Hello, World!", 3), caesar(caesar("abcxyz", 5), -5))
	p := sieve(2000)
	fmt.Println(len(p), p[len(p)-3:], gcd(1071, 462), lcs("AGGTABQ", "GXTXAYB"))
	for i, line := range wrap("the quick brown fox jumps over the lazy dog and runs away", 16) {
		fmt.Printf("%d|%-16s|%16s|\n", i, line, line)
	}
	for _, row := range spiral(4) {
		fmt.Printf("%3d\n", row)
	}
}
