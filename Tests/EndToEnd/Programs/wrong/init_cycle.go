package main

var a = b
var b = c()

func c() int { return a }

type T [len(x)]int

var x T

func main() {}
