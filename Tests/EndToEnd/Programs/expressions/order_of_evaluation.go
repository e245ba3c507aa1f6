package main

import "fmt"

func t(name string, v int) int { fmt.Print(name, " "); return v }
func m() map[int]int           { fmt.Print("m "); return map[int]int{1: 2} }
func p() *[3]int               { fmt.Print("p "); return &[3]int{1, 2, 3} }
func fn() func(int, int) int {
	fmt.Print("fn ")
	return func(a, b int) int { return a - b }
}
func two() (int, int) { fmt.Print("two "); return 1, 2 }

func main() {
	fmt.Println(t("a", 1) + t("b", 2)*t("c", 3))
	fmt.Println(fn()(t("x", 5), t("y", 3)))
	arr := []int{0, 0, 0}
	arr[t("i", 1)], arr[t("j", 2)] = t("v", 10), t("w", 20)
	fmt.Println(arr)
	fmt.Println(m()[t("k", 1)], p()[t("q", 2)])
	fmt.Println(t("l", 0) == 1 && t("r", 1) == 1, t("l", 1) == 1 || t("r", 1) == 1)
	i := 0
	i, arr[i] = 1, 9
	fmt.Println(i, arr)
	a, b := 1, 2
	a, b = b, a
	fmt.Println(a, b)
	x := []int{1, 2, 3}
	j := 0
	j, x[j] = 2, 100
	x[0], x[0] = 1, 2
	fmt.Println(x, j)
	s := []int{t("s0", 0), 5: t("s5", 5), t("s6", 6)}
	fmt.Println(len(s))
	mm := map[int]int{t("k1", 1): t("v1", 1), t("k2", 2): t("v2", 2)}
	fmt.Println(len(mm))
	st := struct{ a, b int }{b: t("fb", 1), a: t("fa", 2)}
	fmt.Println(st)
	ch := make(chan int, 1)
	func() chan int { fmt.Print("chan "); return ch }() <- t("send", 3)
	fmt.Println(<-ch)
	switch t("tag", 2) {
	case t("c1", 1), t("c2", 2), t("c3", 3):
		fmt.Println("done")
	case t("c4", 4):
	}
	fmt.Println(two())
	defer fmt.Println("deferred", t("arg", 1))
	var e error
	fmt.Println(t("before", 1), func() int { e = fmt.Errorf("set"); return 2 }(), e == nil)
	for k := range t("bound", 3) {
		fmt.Print(k)
	}
	fmt.Println()
}
