package main

type tree struct{ left, right *tree }

func build(depth int) *tree {
	if depth == 0 {
		return &tree{}
	}
	return &tree{build(depth - 1), build(depth - 1)}
}

func (t *tree) count() int {
	if t.left == nil {
		return 1
	}
	return 1 + t.left.count() + t.right.count()
}

func main() {
	const deepest = 14
	long := build(deepest)
	for depth := 4; depth <= deepest; depth += 2 {
		sum := 0
		trees := 1 << (deepest - depth + 4)
		for i := 0; i < trees; i++ {
			sum += build(depth).count()
		}
		println(trees, depth, sum)
	}
	println(long.count())
}
