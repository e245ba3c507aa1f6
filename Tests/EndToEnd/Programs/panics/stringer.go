package main

type S int

func (s S) String() string { return "never used by panic" }

func main() { panic(S(3)) }
