package main

import "fmt"

type point struct{ x, y int }

func (p point) add(q point) point { return point{p.x + q.x, p.y + q.y} }

func main() {
	p := point{1, 2}.
		add(point{3, 4}).
		add(point{
			5,
			6,
		})
	fmt.Println(p); fmt.Println("same line")
	if x := p.x; x > 3 { fmt.Println("big") } else { fmt.Println("small") }
	for i := 0; i < 3; i++ { fmt.Print(i, " ") }
	fmt.Println()
	var (
		a = 1; b = 2
		c =
			3
	)
	fmt.Println(a +
		b +
		c)
	func() { fmt.Println("inline") }()
	switch { case a < b: fmt.Println("less"); default: }
	;;
	{
	}
}
