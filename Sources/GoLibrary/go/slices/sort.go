package slices

import (
	"cmp"
	"math/bits"
)

// Sort sorts in increasing order, NaNs first.
func Sort[S ~[]E, E cmp.Ordered](x S) {
	// Once NaNs are out of the way, < is an order.
	start := 0
	for i, v := range x {
		if v != v {
			x[i], x[start] = x[start], v
			start++
		}
	}
	sortOrdered(x[start:], 2*bits.Len(uint(len(x))))
}

// sortOrdered is quicksort on the median of three; which of equal elements
// comes first cannot be seen. depth bounds the levels before heap sort takes over.
func sortOrdered[E cmp.Ordered](x []E, depth int) {
	for len(x) > 12 {
		if depth == 0 {
			heapOrdered(x)
			return
		}
		depth--
		middle, last := len(x)/2, len(x)-1
		if x[middle] < x[0] {
			x[middle], x[0] = x[0], x[middle]
		}
		if x[last] < x[middle] {
			x[last], x[middle] = x[middle], x[last]
			if x[middle] < x[0] {
				x[middle], x[0] = x[0], x[middle]
			}
		}
		pivot := x[middle]
		i, j := 0, last
		for i <= j {
			for x[i] < pivot {
				i++
			}
			for pivot < x[j] {
				j--
			}
			if i <= j {
				x[i], x[j] = x[j], x[i]
				i++
				j--
			}
		}
		if j+1 < len(x)-i {
			sortOrdered(x[:j+1], depth)
			x = x[i:]
		} else {
			sortOrdered(x[i:], depth)
			x = x[:j+1]
		}
	}
	for i := 1; i < len(x); i++ {
		v := x[i]
		j := i
		for j > 0 && v < x[j-1] {
			x[j] = x[j-1]
			j--
		}
		x[j] = v
	}
}

func heapOrdered[E cmp.Ordered](x []E) {
	sift := func(root, n int) {
		for child := 2*root + 1; child < n; child = 2*root + 1 {
			if child+1 < n && x[child] < x[child+1] {
				child++
			}
			if !(x[root] < x[child]) {
				return
			}
			x[root], x[child] = x[child], x[root]
			root = child
		}
	}
	for root := len(x)/2 - 1; root >= 0; root-- {
		sift(root, len(x))
	}
	for last := len(x) - 1; last > 0; last-- {
		x[0], x[last] = x[last], x[0]
		sift(0, last)
	}
}

// SortFunc sorts by cmp. Equal elements may change places, as they do in Go.
func SortFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	quick[E]{x, cmp}.sort(0, len(x), bits.Len(uint(len(x))))
}

// SortStableFunc sorts by cmp and keeps equal elements in their order.
func SortStableFunc[S ~[]E, E any](x S, cmp func(a, b E) int) {
	quick[E]{x, cmp}.stable()
}

// IsSorted reports whether x is in increasing order, NaNs first.
func IsSorted[S ~[]E, E cmp.Ordered](x S) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp.Less(x[i], x[i-1]) {
			return false
		}
	}
	return true
}

// IsSortedFunc reports whether x is sorted by cmp.
func IsSortedFunc[S ~[]E, E any](x S, cmp func(a, b E) int) bool {
	for i := len(x) - 1; i > 0; i-- {
		if cmp(x[i], x[i-1]) < 0 {
			return false
		}
	}
	return true
}

// Min is the least element; a NaN if there is one.
func Min[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Min: empty list")
	}
	least := x[0]
	for _, v := range x[1:] {
		least = min(least, v)
	}
	return least
}

// MinFunc is the first of the least elements by cmp.
func MinFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MinFunc: empty list")
	}
	least := x[0]
	for _, v := range x[1:] {
		if cmp(v, least) < 0 {
			least = v
		}
	}
	return least
}

// Max is the greatest element; a NaN if there is one.
func Max[S ~[]E, E cmp.Ordered](x S) E {
	if len(x) < 1 {
		panic("slices.Max: empty list")
	}
	greatest := x[0]
	for _, v := range x[1:] {
		greatest = max(greatest, v)
	}
	return greatest
}

// MaxFunc is the first of the greatest elements by cmp.
func MaxFunc[S ~[]E, E any](x S, cmp func(a, b E) int) E {
	if len(x) < 1 {
		panic("slices.MaxFunc: empty list")
	}
	greatest := x[0]
	for _, v := range x[1:] {
		if cmp(v, greatest) > 0 {
			greatest = v
		}
	}
	return greatest
}

// BinarySearch returns where target is, or would be inserted, in the sorted x, and whether it is there.
func BinarySearch[S ~[]E, E cmp.Ordered](x S, target E) (int, bool) {
	low, high := 0, len(x)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if cmp.Less(x[middle], target) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < len(x) && (x[low] == target || x[low] != x[low] && target != target)
}

// BinarySearchFunc is BinarySearch by a function.
func BinarySearchFunc[S ~[]E, E, T any](x S, target T, cmp func(E, T) int) (int, bool) {
	low, high := 0, len(x)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if cmp(x[middle], target) < 0 {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low, low < len(x) && cmp(x[low], target) == 0
}
