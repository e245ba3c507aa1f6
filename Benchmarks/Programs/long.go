package main

type node struct {
	next  *node
	value int
}

// More than a hundred million ticks of loops, calls, garbage and a list that grows.
func main() {
	var kept *node
	sum := 0
	for round := 0; round < 20; round++ {
		composite := make([]bool, 400001)
		for i := 2; i < len(composite); i++ {
			if !composite[i] {
				sum++
				for j := 2 * i; j < len(composite); j += i {
					composite[j] = true
				}
			}
		}
		for i := 0; i < 40000; i++ {
			n := &node{value: add(i, round)}
			if i%10 == 0 {
				n.next, kept = kept, n
			}
		}
	}
	println(sum, kept.value)
}

func add(a, b int) int { return a + b }
