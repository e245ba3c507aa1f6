package main

func main() {
	counts := map[int]int{}
	for round := 0; round < 4; round++ {
		for i := 0; i < 200000; i++ {
			counts[i*7] += i
		}
	}
	sum := 0
	for i := 0; i < 200000; i++ {
		sum += counts[i]
	}
	for i := 0; i < 200000; i += 2 {
		delete(counts, i*7)
	}
	for key, value := range counts {
		sum += key ^ value
	}
	println(len(counts), sum)
}
