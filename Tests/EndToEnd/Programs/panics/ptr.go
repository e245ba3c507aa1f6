package main

type T struct{ a int }

func main() { panic(T{1}) }
