package main

import "fmt"

type Matrix [][]float64

func New(r, c int) Matrix {
	m := make(Matrix, r)
	cells := make([]float64, r*c)
	for i := range m {
		m[i], cells = cells[:c:c], cells[c:]
	}
	return m
}
func (m Matrix) T() Matrix {
	t := New(len(m[0]), len(m))
	for i, row := range m {
		for j, v := range row {
			t[j][i] = v
		}
	}
	return t
}
func Identity(n int) Matrix {
	m := New(n, n)
	for i := range n {
		m[i][i] = 1
	}
	return m
}
func (m Matrix) Mul(o Matrix) (p Matrix) {
	p = New(len(m), len(o[0]))
	for i := range p {
		for j := range p[i] {
			for k := range o {
				p[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return
}

func main() {
	m := New(2, 3)
	for i := range m {
		for j := range m[i] {
			m[i][j] = float64(i*3+j) / 2
		}
	}
	fmt.Println(m, m.T(), m.Mul(m.T()), m.Mul(Identity(3)))
	m[0] = append(m[0], 100)
	fmt.Println(m, len(m[0]), len(m[1]))
}
