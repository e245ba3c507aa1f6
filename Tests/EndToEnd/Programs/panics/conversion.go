package main

func main() {
	s := make([]int, 2)
	p := (*[4]int)(s)
	p[0] = 1
}
