package main

import (
	"errors"
	"fmt"
	"math"
	"strings"
)

type Number interface {
	~int | ~int64 | ~float32 | ~float64
}

type Matrix[T Number] struct {
	rows, cols int
	data       []T
}

var ErrShape = errors.New("shape mismatch")

func New[T Number](rows, cols int, values ...T) (*Matrix[T], error) {
	if len(values) != 0 && len(values) != rows*cols {
		return nil, fmt.Errorf("new %dx%d with %d values: %w", rows, cols, len(values), ErrShape)
	}
	m := &Matrix[T]{rows: rows, cols: cols, data: make([]T, rows*cols)}
	copy(m.data, values)
	return m, nil
}

func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func (m *Matrix[T]) At(i, j int) *T { return &m.data[i*m.cols+j] }
func (m *Matrix[T]) Row(i int) []T  { return m.data[i*m.cols : (i+1)*m.cols : (i+1)*m.cols] }

func (m *Matrix[T]) Mul(o *Matrix[T]) (*Matrix[T], error) {
	if m.cols != o.rows {
		return nil, fmt.Errorf("mul %dx%d by %dx%d: %w", m.rows, m.cols, o.rows, o.cols, ErrShape)
	}
	out := Must(New[T](m.rows, o.cols))
	for i := 0; i < m.rows; i++ {
		for j := 0; j < o.cols; j++ {
			p := out.At(i, j)
			for k := 0; k < m.cols; k++ {
				*p += *m.At(i, k) * *o.At(k, j)
			}
		}
	}
	return out, nil
}

func (m *Matrix[T]) T() *Matrix[T] {
	out := Must(New[T](m.cols, m.rows))
	for i := range m.rows {
		for j := range m.cols {
			*out.At(j, i) = *m.At(i, j)
		}
	}
	return out
}

func (m *Matrix[T]) String() string {
	var b strings.Builder
	for i := range m.rows {
		fmt.Fprintln(&b, m.Row(i))
	}
	return b.String()
}

func (m *Matrix[T]) Each(f func(i, j int, v *T)) {
	for i := range m.rows {
		for j := range m.cols {
			f(i, j, m.At(i, j))
		}
	}
}

func Identity[T Number](n int) *Matrix[T] {
	m := Must(New[T](n, n))
	m.Each(func(i, j int, v *T) {
		if i == j {
			*v = 1
		}
	})
	return m
}

func Power[T Number](m *Matrix[T], n int) *Matrix[T] {
	r := Identity[T](m.rows)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r = Must(r.Mul(m))
		}
		m = Must(m.Mul(m))
	}
	return r
}

func det(a [][]float64) float64 {
	n := len(a)
	m := make([][]float64, n)
	for i := range a {
		m[i] = append([]float64(nil), a[i]...)
	}
	d := 1.0
	for c := 0; c < n; c++ {
		p := c
		for r := c + 1; r < n; r++ {
			if math.Abs(m[r][c]) > math.Abs(m[p][c]) {
				p = r
			}
		}
		if m[p][c] == 0 {
			return 0
		}
		if p != c {
			m[p], m[c] = m[c], m[p]
			d = -d
		}
		d *= m[c][c]
		for r := c + 1; r < n; r++ {
			f := m[r][c] / m[c][c]
			for k := c; k < n; k++ {
				m[r][k] -= f * m[c][k]
			}
		}
	}
	return d
}

func spiral(n int) (g [6][6]int) {
	x, y, dx, dy := 0, 0, 1, 0
	for i := 1; i <= n*n; i++ {
		g[y][x] = i
		if nx, ny := x+dx, y+dy; nx < 0 || ny < 0 || nx >= n || ny >= n || g[ny][nx] != 0 {
			dx, dy = -dy, dx
		}
		x, y = x+dx, y+dy
	}
	return
}

type Celsius float64

func main() {
	a := Must(New(2, 3, 1, 2, 3, 4, 5, 6))
	b := a.T()
	fmt.Print(a, b, Must(a.Mul(b)))
	if _, err := a.Mul(a); errors.Is(err, ErrShape) {
		fmt.Println("error:", err)
	}
	fib := Power(Must(New[int64](2, 2, 1, 1, 1, 0)), 90)
	fmt.Println(*fib.At(0, 1))
	t := Must(New[Celsius](1, 2, 20.5, -3))
	t.Each(func(i, j int, v *Celsius) { *v = *v*9/5 + 32 })
	fmt.Print(t)
	fmt.Printf("%.4f\n", det([][]float64{{2, -1, 0}, {1, 3, 2}, {0, 5, -4}}))
	for _, row := range spiral(6) {
		fmt.Printf("%3d\n", row)
	}
	row := a.Row(0)
	row = append(row, 99)
	row[0] = -1
	fmt.Println(a.Row(0), a.Row(1), row, cap(a.Row(1)))
	var cube [3][3][3]int
	for i := range cube {
		for j := range cube[i] {
			for k := range cube[i][j] {
				cube[i][j][k] = i * j * k
			}
		}
	}
	other := cube
	other[2][2][2]++
	p := &other[1]
	p[1][1] = 42
	fmt.Println(cube, other != cube, other[1])
	defer func() {
		r := recover()
		fmt.Printf("%T %v\n", r, r)
		panic(fmt.Sprint("again: ", r))
	}()
	Must(New(2, 2, 1))
}
