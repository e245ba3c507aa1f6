package main

import f "fmt"

type Shape interface{ Area() int }
type sq int

func (s sq) Area() int { return int(s * s) }

func helper(n int) string { return f.Sprintf("%03d", n) }

const (
	k0 = iota
	k1
)

var kinds = [...]int{k0, k1}

func init() { f.Println("init c.go") }
