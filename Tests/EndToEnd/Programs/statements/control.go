package main

import "fmt"

func sw(n int) string {
	s := ""
	switch n {
	case 0:
		s += "zero "
	case 1, 2, 3:
		s += "few "
		if n == 2 {
			break
		}
		fallthrough
	case 4:
		s += "four "
		fallthrough
	default:
		s += "default "
	case 5:
		s += "five "
	}
	return s
}

func grade(p int) (g rune) {
	switch {
	case p >= 90:
		g = 'A'
	case p >= 80:
		g = 'B'
	case p >= 70:
		g = 'C'
	default:
		g = 'F'
	}
	return
}

func gotos(n int) int {
	i, sum := 0, 0
loop:
	if i < n {
		sum += i
		i++
		goto loop
	}
	if sum > 10 {
		goto done
	}
	sum = -sum
done:
	return sum
}

func find(grid [][]int, want int) (int, int, bool) {
outer:
	for y, row := range grid {
		for x, v := range row {
			switch {
			case v == want:
				return x, y, true
			case v < 0:
				continue outer
			case v > 100:
				break outer
			}
		}
	}
	return -1, -1, false
}

func collatz(n int) (steps int) {
	for n != 1 {
		if n%2 == 0 {
			n /= 2
		} else {
			n = 3*n + 1
		}
		steps++
	}
	return
}

func str(s string) int {
	switch s {
	case "alpha":
		return 1
	case "beta", "gamma":
		return 2
	case "delta":
		return 3
	case "epsilon", "zeta", "eta", "theta":
		return 4
	}
	return -1
}

func dense(b byte) string {
	switch {
	case b >= '0' && b <= '9':
		return "digit"
	case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', b == '_':
		return "letter"
	}
	switch b {
	case ' ', '\t', '\n':
		return "space"
	case '+', '-', '*', '/':
		return "op"
	}
	return "other"
}

func main() {
	for i := -1; i < 7; i++ {
		fmt.Println(i, sw(i))
	}
	for _, p := range []int{95, 80, 79, 3} {
		fmt.Print(string(grade(p)), " ")
	}
	fmt.Println(gotos(3), gotos(10))
	fmt.Println(find([][]int{{1, -1, 9}, {2, 9}, {200, 9}}, 9))
	fmt.Println(find([][]int{{1, -1, 9}, {200, 9}}, 9))
	fmt.Println(collatz(27), str("gamma"), str("theta"), str(""), str("delta"))
	for _, b := range []byte("a1_ +~") {
		fmt.Print(dense(b), " ")
	}
	fmt.Println()
	if x := 5; x > 10 {
		fmt.Println("big")
	} else if y := x * 2; y > 9 {
		fmt.Println("medium", x, y)
	} else {
		fmt.Println("small", x, y)
	}
	i := 0
	for {
		i++
		if i%2 == 0 {
			continue
		}
		if i > 7 {
			break
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	for i := range 3 {
		for j := range i + 1 {
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	for range 2 {
		fmt.Print("x")
	}
	var n8 int8 = 3
	for k := range n8 {
		fmt.Printf("%T%d ", k, k)
	}
	fmt.Println()
	for i, j := 0, 10; i < j; i, j = i+1, j-2 {
		fmt.Print(i, j, " ")
	}
	fmt.Println()
	switch x := interface{}(3.5).(type) {
	case int, string:
		fmt.Printf("%T\n", x)
	case float64:
		fmt.Println(x * 2)
	}
	switch f := func() int { return 4 }; f() {
	case 4:
		fmt.Println("four")
	}
	switch {
	default:
		fmt.Println("only default")
	}
	var arr [5]int
	for i := range arr {
		arr[i] = i * i
	}
	for i, v := range arr {
		if v == 4 {
			continue
		}
		fmt.Print(i, "=", v, " ")
	}
	fmt.Println()
	{
		i := "inner"
		fmt.Println(i)
	}
	fmt.Println(i)
	var k int
	var v string
	for k, v = range []string{"p", "q"} {
	}
	fmt.Println(k, v)
	var st struct{ idx, val int }
	for st.idx, st.val = range []int{5, 6, 7} {
		if st.val == 6 {
			break
		}
	}
	fmt.Println(st)
	x := []int{1, 2, 3}
	for len(x) > 0 {
		fmt.Print(x[0])
		x = x[1:]
	}
	fmt.Println()
L:
	for i := 0; ; i++ {
		switch i {
		case 2:
			continue L
		case 4:
			break L
		}
		fmt.Print("L", i, " ")
	}
	fmt.Println()
B:
	switch {
	case k == 1:
		if v == "q" {
			break B
		}
		fmt.Println("not reached")
	}
	func() {
		for i := 0; i < 3; i++ {
			defer func() { fmt.Print("d", i, " ") }()
		}
	}()
	fmt.Println()
	{
		j := 0
	again:
		j++
		for {
			if j < 3 {
				goto again
			}
			break
		}
		fmt.Println(j)
	}
}
