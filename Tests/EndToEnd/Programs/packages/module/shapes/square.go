package shapes

type square struct{ side int }

func (s square) Area() int { return s.side * s.side }

func NewSquare(side int) Shape {
	if side < 0 {
		panic(&BadSize{side})
	}
	return square{side * Unit}
}
