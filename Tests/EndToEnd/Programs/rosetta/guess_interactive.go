package main

import "fmt"

func main() {
	lo, hi := 1, 100
	for tries := 1; ; tries++ {
		guess := (lo + hi) / 2
		fmt.Printf("Is it %d? ", guess)
		var answer string
		if n, err := fmt.Scanln(&answer); err != nil {
			fmt.Println("no answer:", n, err)
			return
		}
		switch answer {
		case "higher":
			lo = guess + 1
		case "lower":
			hi = guess - 1
		case "yes":
			fmt.Println("found in", tries)
			return
		default:
			fmt.Println("what?", answer)
		}
	}
}
