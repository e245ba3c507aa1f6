package main

// A stack of 512 MiB: a million frames of more than 256 bytes, and so beyond 256 MiB.
func deep(n int) int {
	var pad [32]int
	pad[n&31] = n
	if n == 0 {
		return pad[0]
	}
	return deep(n-1) + pad[n&31] - n
}

func main() {
	println(deep(1000000))
}
