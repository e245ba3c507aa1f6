package main

import "m/lib"

type t struct{ lib.T }

func main() {
	lib.hidden()
	lib.Missing()
	var x lib.T
	x.n = 1
	x.m()
	_ = lib.T{1}
	_ = t{}.n
	var i lib.I = x
	_ = i
	var lib int
}
