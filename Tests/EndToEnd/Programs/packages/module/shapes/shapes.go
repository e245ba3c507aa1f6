// Package shapes is imported with a dot.
package shapes

import (
	"fmt"

	"example.com/gallery/internal/count"
)

var Unit = unit()

func unit() int {
	fmt.Println("shapes variables", count.Next())
	return 1
}

func init() { fmt.Println("init of shapes") }

type Shape interface{ Area() int }

type BadSize struct{ N int }

func (b *BadSize) Error() string { return fmt.Sprintf("bad size %d", b.N) }
