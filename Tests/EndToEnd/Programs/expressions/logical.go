package main

import "fmt"

func t(s string) bool { fmt.Print(s, " "); return true }
func f(s string) bool { fmt.Print(s, " "); return false }

func main() {
	fmt.Println(t("a") && f("b") && t("c"))
	fmt.Println(f("a") || t("b") || t("c"))
	fmt.Println(t("a") && (f("b") || t("c")) && !f("d"))
	if f("x") && t("y") || t("z") {
		fmt.Println("yes")
	}
	for i := 0; i < 3 && t("loop"); i++ {
	}
	fmt.Println()
	b := f("p") == f("q")
	b = b && t("r")
	fmt.Println(b, !b)
	type B bool
	var bb B = 1 < 2
	fmt.Println(bb && true, !bb)
}
