package main

import "fmt"

type Tree struct {
	Left, Right *Tree
	Key         int
}

func (t *Tree) Insert(k int) *Tree {
	switch {
	case t == nil:
		return &Tree{Key: k}
	case k < t.Key:
		t.Left = t.Left.Insert(k)
	case k > t.Key:
		t.Right = t.Right.Insert(k)
	}
	return t
}
func (t *Tree) Delete(k int) *Tree {
	if t == nil {
		return nil
	}
	if k < t.Key {
		t.Left = t.Left.Delete(k)
	} else if k > t.Key {
		t.Right = t.Right.Delete(k)
	} else if t.Left == nil {
		return t.Right
	} else if t.Right == nil {
		return t.Left
	} else {
		m := t.Right
		for m.Left != nil {
			m = m.Left
		}
		t.Key = m.Key
		t.Right = t.Right.Delete(m.Key)
	}
	return t
}
func (t *Tree) Height() int {
	if t == nil {
		return 0
	}
	return 1 + max(t.Left.Height(), t.Right.Height())
}
func (t *Tree) String() string {
	if t == nil {
		return "."
	}
	return fmt.Sprintf("(%v %d %v)", t.Left, t.Key, t.Right)
}

func main() {
	var t *Tree
	for _, k := range []int{50, 30, 70, 20, 40, 60, 80} {
		t = t.Insert(k)
	}
	fmt.Println(t, t.Height())
	for _, k := range []int{20, 30, 50, 99} {
		t = t.Delete(k)
		fmt.Println(k, t, t.Height())
	}
}
