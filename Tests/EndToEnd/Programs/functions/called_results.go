package main

func curryInt(f func(int, string) string) func(int) func(string) string {
	return func(a int) func(string) string { return func(b string) string { return f(a, b) } }
}
func Curry[A, B, C any](f func(A, B) C) func(A) func(B) C {
	return func(a A) func(B) C { return func(b B) C { return f(a, b) } }
}

func main() {
	println(curryInt(func(a int, b string) string { return b })(5)("n"))
	println(Curry(func(a int, b string) string { return b })(5)("n"))
	println(Curry(func(a int, b int) int { return b })(5)(6))
}
