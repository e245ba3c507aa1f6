// slices, maps, cmp, iter, container/heap, container/list, container/ring.
package main

import (
	"cmp"
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"
)

var seed uint64 = 88172645463325252

func random(n int) int {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return int(seed % uint64(n))
}

type pair struct{ key, place int }

func pairs(n, most int) []pair {
	a := make([]pair, n)
	for i := range a {
		a[i] = pair{random(most + 1), i}
	}
	return a
}

func numbers(n, most int) []int {
	a := make([]int, n, n+random(5))
	for i := range a {
		a[i] = random(most + 1)
	}
	return a
}

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

type queue []int

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i] < q[j] }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(int)) }
func (q *queue) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer fmt.Println("count ends")
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func main() {
	for _, n := range []int{0, 1, 2, 5, 12, 13, 30, 50, 51, 200, 1000} {
		for most := 0; most < 2000; most = most*7 + 3 {
			calls := 0
			a := pairs(n, most)
			slices.SortFunc(a, func(x, y pair) int { calls++; return cmp.Compare(x.key, y.key) })
			fmt.Println(a, calls)
			a = pairs(n, most)
			slices.SortStableFunc(a, func(x, y pair) int { calls++; return cmp.Compare(x.key, y.key) })
			fmt.Println(a, calls)
			b := numbers(n, most)
			slices.Sort(b)
			fmt.Println(b, slices.IsSorted(b))
			fmt.Println(slices.BinarySearch(b, most/2))
		}
	}
	for i := 0; i < 3000; i++ {
		a, b := numbers(random(8), 4), numbers(random(5), 4)
		x := random(5)
		fmt.Println(a, b, cap(a), cap(b), x)
		fmt.Println(slices.Equal(a, b), slices.Compare(a, b), slices.Index(a, x), slices.Contains(a, x))
		c := slices.Clone(a)
		fmt.Println(c, slices.Compact(c), c, cap(slices.Clone(a)))
		c = slices.Clone(a)
		fmt.Println(slices.DeleteFunc(c, func(v int) bool { return v%2 == 0 }), c)
		lo := random(len(a) + 1)
		hi := lo + random(len(a)-lo+1)
		c = append(make([]int, 0, len(a)+random(6)), a...)
		fmt.Println(slices.Delete(slices.Clone(c), lo, hi))
		d := slices.Replace(c, lo, hi, b...)
		fmt.Println(d, c, cap(d))
		c = append(make([]int, 0, len(a)+random(6)), a...)
		d = slices.Insert(c, lo, b...)
		fmt.Println(d, c, cap(d))
		c = append(make([]int, 0, len(a)+random(9)), a...)
		d = slices.Insert(c, lo, c[lo:hi]...)
		fmt.Println(d, cap(d))
		c = append(make([]int, 0, len(a)+random(9)), a...)
		d = slices.Replace(c, lo, hi, c[:len(c)/2]...)
		fmt.Println(d, cap(d))
		d = slices.Grow(slices.Clone(a), random(20))
		fmt.Println(len(d), cap(d), cap(slices.Clip(d)), slices.Concat(a, b, a), cap(slices.Concat(a, b, a)), slices.Repeat(b, 3))
		slices.Reverse(d)
		fmt.Println(d)
		for ch := range slices.Chunk(a, 3) {
			fmt.Print(ch, cap(ch), " ")
		}
		fmt.Println(slices.Collect(slices.Values(a)), slices.Sorted(slices.Values(b)))
		if len(a) > 0 {
			fmt.Println(slices.Max(a), slices.Min(a))
		}
	}
	fs := []float64{3, math.NaN(), -1, math.Inf(1), math.NaN(), 0, math.Copysign(0, -1)}
	slices.Sort(fs)
	fmt.Println(fs, slices.Max(fs), slices.Min(fs), slices.IsSorted(fs))
	fmt.Println(slices.BinarySearch(fs, math.NaN()))
	fmt.Println(cmp.Compare("a", "b"), cmp.Compare(math.NaN(), 1), cmp.Less(2, 1), cmp.Or(0, 3, 4), cmp.Or("", "x"))
	words := strings.Fields("the quick brown fox jumps over the lazy dog")
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
	})
	fmt.Println(words)
	for i, w := range slices.Backward(words) {
		fmt.Print(i, w, " ")
	}
	fmt.Println()
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(m)), maps.Equal(m, maps.Clone(m)), maps.Collect(maps.All(m)))
	maps.DeleteFunc(m, func(k string, v int) bool { return v > 1 })
	maps.Copy(m, map[string]int{"z": 26})
	fmt.Println(m)
	for _, f := range []func(){
		func() { slices.Max([]int{}) }, func() { slices.Min([]int{}) }, func() { slices.Grow([]int{}, -1) }, func() { slices.Insert([]int{1}, 2, 3) },
		func() { slices.Delete([]int{1, 2}, 2, 1) }, func() { slices.Chunk([]int{1}, 0) }, func() { slices.Repeat([]int{1}, -1) },
	} {
		try(f)
	}
	next, stop := iter.Pull(count(3))
	fmt.Println(next())
	fmt.Println(next())
	stop()
	fmt.Println(next())
	next, stop = iter.Pull(count(1))
	fmt.Println(next())
	fmt.Println(next())
	fmt.Println(next())
	stop()
	next2, stop2 := iter.Pull2(slices.All([]string{"x", "y"}))
	fmt.Println(next2())
	fmt.Println(next2())
	fmt.Println(next2())
	stop2()
	next, _ = iter.Pull(func(yield func(int) bool) { yield(1); panic("in seq") })
	fmt.Println(next())
	try(func() { next() })
	q := &queue{5, 2, 8}
	heap.Init(q)
	for i := 0; i < 300; i++ {
		switch random(4) {
		case 0, 1:
			heap.Push(q, random(100))
		case 2:
			if q.Len() > 0 {
				fmt.Println(heap.Pop(q))
			}
		case 3:
			if n := q.Len(); n > 0 {
				k := random(n)
				if random(2) == 0 {
					fmt.Println(heap.Remove(q, k))
				} else {
					(*q)[k] = random(100)
					heap.Fix(q, k)
				}
			}
		}
		fmt.Println(*q)
	}
	l := list.New()
	var marks []*list.Element
	for i := 0; i < 500; i++ {
		if len(marks) == 0 || random(3) == 0 {
			marks = append(marks, l.PushBack(i), l.PushFront(-i))
		}
		e, f := marks[random(len(marks))], marks[random(len(marks))]
		switch random(7) {
		case 0:
			l.MoveToFront(e)
		case 1:
			l.MoveToBack(e)
		case 2:
			l.MoveBefore(e, f)
		case 3:
			l.MoveAfter(e, f)
		case 4:
			fmt.Println(l.Remove(e))
		case 5:
			if n := l.InsertBefore(i, e); n != nil {
				marks = append(marks, n)
			}
		case 6:
			l.InsertAfter(i, f)
		}
	}
	other := list.New()
	other.PushBackList(l)
	other.PushFrontList(l)
	for e := other.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len(), other.Len(), l.Back().Prev().Value)
	r := ring.New(6)
	for i := 0; i < 6; i++ {
		r.Value = i
		r = r.Next()
	}
	cut := r.Unlink(2)
	r.Link(&ring.Ring{Value: 9})
	r.Do(func(v any) { fmt.Print(v, " ") })
	cut.Do(func(v any) { fmt.Print(v, " ") })
	fmt.Println(r.Len(), cut.Len(), r.Move(-2).Value, r.Move(3).Value)
}
