package sort

import "math/bits"

// The sort that Go uses since 1.19 is pattern-defeating quicksort (Orson
// Peters): short stretches by insertion, a pivot from a sample whose swaps
// also tell whether the stretch looks sorted, equal elements put aside, a
// little disorder brought in where partitions turn out lopsided, and heap sort
// once that has happened too often.

const (
	insertionMost  = 12 // up to this length, insertion sort
	sampleLeast    = 8  // from this length on, the pivot is a median
	nintherLeast   = 50 // from this length on, a median of medians
	allSwaps       = 12 // swaps in the sample of a falling stretch
	repairsMost    = 5  // displaced elements that are put right in a stretch that looks sorted
	repairLengthLo = 50 // ... if it is at least this long
)

// quicksort sorts [lo, hi). budget bounds how often partitions may be lopsided.
func quicksort(data Interface, lo, hi, budget int) {
	balanced, untouched := true, true // about the last partition
	for hi-lo > insertionMost {
		n := hi - lo
		if budget == 0 {
			heapsort(data, lo, hi)
			return
		}
		if !balanced {
			scatter(data, lo, hi)
			budget--
		}
		pivot, swaps := choosePivot(data, lo, hi)
		rising := swaps == 0
		if swaps == allSwaps {
			for i, j := lo, hi-1; i < j; i, j = i+1, j-1 {
				data.Swap(i, j)
			}
			pivot = lo + hi - 1 - pivot
			rising = true
		}
		if rising && balanced && untouched && repair(data, lo, hi) {
			return
		}
		if lo > 0 && !data.Less(lo-1, pivot) {
			// The element before is as large as the pivot, and nothing here
			// is smaller: what equals the pivot is in place once it is in front.
			lo = splitEqual(data, lo, hi, pivot)
			continue
		}
		var middle int
		middle, untouched = split(data, lo, hi, pivot)
		left, right := middle-lo, hi-middle
		balanced = min(left, right) >= n/8
		if left < right {
			quicksort(data, lo, middle, budget)
			lo = middle + 1
		} else {
			quicksort(data, middle+1, hi, budget)
			hi = middle
		}
	}
	insertion(data, lo, hi)
}

func insertion(data Interface, lo, hi int) {
	for i := lo + 1; i < hi; i++ {
		sink(data, i, lo)
	}
}

// sink moves element i down to its place among those from lo on.
func sink(data Interface, i, lo int) {
	for ; i > lo && data.Less(i, i-1); i-- {
		data.Swap(i, i-1)
	}
}

func heapsort(data Interface, lo, hi int) {
	n := hi - lo
	for root := (n - 1) / 2; root >= 0; root-- {
		sift(data, lo, root, n)
	}
	for last := n - 1; last >= 0; last-- {
		data.Swap(lo, lo+last)
		sift(data, lo, 0, last)
	}
}

// sift restores the heap of n elements at base below its element root.
func sift(data Interface, base, root, n int) {
	for child := 2*root + 1; child < n; child = 2*root + 1 {
		if child+1 < n && data.Less(base+child, base+child+1) {
			child++
		}
		if !data.Less(base+root, base+child) {
			return
		}
		data.Swap(base+root, base+child)
		root = child
	}
}

// split moves what is less than the pivot in front of it and the rest behind.
// It returns the pivot's place and whether nothing had to move.
func split(data Interface, lo, hi, pivot int) (middle int, untouched bool) {
	data.Swap(lo, pivot)
	i, j := lo+1, hi-1
	for untouched = true; ; untouched = false {
		for i <= j && data.Less(i, lo) {
			i++
		}
		for i <= j && !data.Less(j, lo) {
			j--
		}
		if i > j {
			break
		}
		data.Swap(i, j)
		i++
		j--
	}
	data.Swap(j, lo)
	return j, untouched
}

// splitEqual moves what equals the pivot, the least element, to the front and
// returns where the greater ones begin.
func splitEqual(data Interface, lo, hi, pivot int) int {
	data.Swap(lo, pivot)
	i, j := lo+1, hi-1
	for {
		for i <= j && !data.Less(lo, i) {
			i++
		}
		for i <= j && data.Less(lo, j) {
			j--
		}
		if i > j {
			return i
		}
		data.Swap(i, j)
		i++
		j--
	}
}

// repair tries to sort a stretch in which few elements are displaced, and
// reports whether it did.
func repair(data Interface, lo, hi int) bool {
	i := lo + 1
	for step := 0; step < repairsMost; step++ {
		for i < hi && !data.Less(i, i-1) {
			i++
		}
		if i == hi {
			return true
		}
		if hi-lo < repairLengthLo {
			return false
		}
		data.Swap(i, i-1)
		if i-lo >= 2 {
			sink(data, i-1, 0)
		}
		if hi-i >= 2 {
			for j := i + 1; j < hi && data.Less(j, j-1); j++ {
				data.Swap(j, j-1)
			}
		}
	}
	return false
}

// scatter swaps three elements around the middle with others chosen by a
// generator that starts from the length: patterns break, results repeat.
func scatter(data Interface, lo, hi int) {
	n := hi - lo
	if n < sampleLeast {
		return
	}
	random := uint64(n)
	mask := uint(1)<<bits.Len(uint(n)) - 1
	for at := lo + n/4*2 - 1; at <= lo+n/4*2+1; at++ {
		random ^= random << 13
		random ^= random >> 17
		random ^= random << 5
		other := int(uint(random) & mask)
		if other >= n {
			other -= n
		}
		data.Swap(at, lo+other)
	}
}

// choosePivot picks an element near the median and counts the sample's
// inversions: 0 in a rising stretch, allSwaps in a falling one.
func choosePivot(data Interface, lo, hi int) (pivot, swaps int) {
	n := hi - lo
	i, j, k := lo+n/4, lo+n/4*2, lo+n/4*3
	if n >= sampleLeast {
		if n >= nintherLeast {
			i = median(data, i-1, i, i+1, &swaps)
			j = median(data, j-1, j, j+1, &swaps)
			k = median(data, k-1, k, k+1, &swaps)
		}
		j = median(data, i, j, k, &swaps)
	}
	return j, swaps
}

// median returns which of a, b and c has the middle element.
func median(data Interface, a, b, c int, swaps *int) int {
	if data.Less(b, a) {
		*swaps++
		a, b = b, a
	}
	if data.Less(c, b) {
		*swaps++
		b, c = c, b
	}
	if data.Less(b, a) {
		*swaps++
		a, b = b, a
	}
	return b
}
