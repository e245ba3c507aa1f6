package main

import "fmt"

func search(grid [][]int, want int) (r, c int) {
	for r = range grid {
		for c = range grid[r] {
			if grid[r][c] == want {
				goto found
			}
		}
	}
	return -1, -1
found:
	return
}

func retry() (n int) {
again:
	n++
	if n < 4 {
		goto again
	}
	return n
}

func machine(s string) string {
	i := 0
	out := ""
start:
	if i == len(s) {
		goto done
	}
	switch s[i] {
	case 'a':
		i++
		goto stateA
	case 'b':
		i++
		goto stateB
	}
	i++
	goto start
stateA:
	out += "A"
	goto start
stateB:
	out += "B"
	goto start
done:
	return out
}

func main() {
	fmt.Println(search([][]int{{1, 2}, {3, 4}}, 3))
	fmt.Println(search([][]int{{1, 2}, {3, 4}}, 9))
	fmt.Println(retry(), machine("abcabb"))
sel:
	for i := 0; ; i++ {
		select {
		default:
			if i == 3 {
				break sel
			}
			continue sel
		}
	}
sw:
	switch {
	default:
		for {
			break sw
		}
	}
	var fs []func()
	i := 0
loop:
	x := i
	fs = append(fs, func() { fmt.Print(x, " ") })
	i++
	if i < 3 {
		goto loop
	}
	for _, f := range fs {
		f()
	}
	fmt.Println()
	if true {
		goto inner
	inner:
		fmt.Println("inner")
	}
empty:
	{
		goto out
	}
out:
	if i < 5 {
		i++
		goto empty
	}
	fmt.Println(i)
}
