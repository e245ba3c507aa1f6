package main

import (
	"fmt"
	"strings"
)

type Expr interface{ Accept(v Visitor) any }
type Visitor interface {
	VisitNum(Num) any
	VisitBin(Bin) any
	VisitVar(Var) any
}
type (
	Num float64
	Var string
	Bin struct {
		Op   byte
		L, R Expr
	}
)

func (n Num) Accept(v Visitor) any { return v.VisitNum(n) }
func (b Bin) Accept(v Visitor) any { return v.VisitBin(b) }
func (x Var) Accept(v Visitor) any { return v.VisitVar(x) }

type eval map[Var]float64

func (e eval) VisitNum(n Num) any { return float64(n) }
func (e eval) VisitVar(v Var) any {
	if x, ok := e[v]; ok {
		return x
	}
	panic("undefined " + string(v))
}
func (e eval) VisitBin(b Bin) any {
	l, r := b.L.Accept(e).(float64), b.R.Accept(e).(float64)
	switch b.Op {
	case '+':
		return l + r
	case '*':
		return l * r
	case '-':
		return l - r
	}
	panic(fmt.Sprintf("bad operator %c", b.Op))
}

type show struct{ depth *int }

func (s show) VisitNum(n Num) any { return fmt.Sprint(float64(n)) }
func (s show) VisitVar(v Var) any { return string(v) }
func (s show) VisitBin(b Bin) any {
	*s.depth++
	return fmt.Sprintf("(%s %c %s)", b.L.Accept(s), b.Op, b.R.Accept(s))
}

type vars struct{ strings.Builder }

func (v *vars) VisitNum(Num) any   { return nil }
func (v *vars) VisitVar(x Var) any { v.WriteString(string(x)); return nil }
func (v *vars) VisitBin(b Bin) any { b.L.Accept(v); b.R.Accept(v); return nil }

func main() {
	e := Bin{'+', Num(2), Bin{'*', Var("x"), Bin{'-', Var("y"), Num(0.5)}}}
	d := 0
	fmt.Println(e.Accept(show{&d}), d, e.Accept(eval{"x": 3, "y": 2}))
	var v vars
	e.Accept(&v)
	fmt.Println(v.String(), e)
	defer func() { fmt.Println(recover()) }()
	e.Accept(eval{})
}
