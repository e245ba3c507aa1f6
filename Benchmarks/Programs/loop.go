package main

func main() {
	sum := 0
	for i := 0; i < 20000000; i++ {
		sum += i & 7
	}
	println(sum)
}
