package main

import "fmt"

func run(src string) (out string) {
	jump := map[int]int{}
	var stack []int
	for i, c := range src {
		switch c {
		case '[':
			stack = append(stack, i)
		case ']':
			j := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			jump[i], jump[j] = j, i
		}
	}
	var tape [300]byte
	p := 0
	for i := 0; i < len(src); i++ {
		switch src[i] {
		case '>':
			p++
		case '<':
			p--
		case '+':
			tape[p]++
		case '-':
			tape[p]--
		case '.':
			out += string(rune(tape[p]))
		case '[':
			if tape[p] == 0 {
				i = jump[i]
			}
		case ']':
			if tape[p] != 0 {
				i = jump[i]
			}
		}
	}
	return
}

func main() {
	fmt.Print(run("++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."))
}
