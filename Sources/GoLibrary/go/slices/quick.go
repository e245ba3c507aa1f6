package slices

import "math/bits"

// quick sorts as package sort does, see there, with the same comparisons and
// the same places for equal elements.
type quick[E any] struct {
	s   []E
	cmp func(a, b E) int
}

func (q quick[E]) less(i, j int) bool { return q.cmp(q.s[i], q.s[j]) < 0 }

func (q quick[E]) swap(i, j int) { q.s[i], q.s[j] = q.s[j], q.s[i] }

const (
	insertionMost  = 12 // up to this length, insertion sort
	sampleLeast    = 8  // from this length on, the pivot is a median
	nintherLeast   = 50 // from this length on, a median of medians
	allSwaps       = 12 // swaps in the sample of a falling stretch
	repairsMost    = 5  // displaced elements that are put right in a stretch that looks sorted
	repairLengthLo = 50 // ... if it is at least this long
)

// sort sorts [lo, hi). budget bounds how often partitions may be lopsided.
func (q quick[E]) sort(lo, hi, budget int) {
	balanced, untouched := true, true // about the last partition
	for hi-lo > insertionMost {
		n := hi - lo
		if budget == 0 {
			q.heapsort(lo, hi)
			return
		}
		if !balanced {
			q.scatter(lo, hi)
			budget--
		}
		pivot, swaps := q.choosePivot(lo, hi)
		rising := swaps == 0
		if swaps == allSwaps {
			for i, j := lo, hi-1; i < j; i, j = i+1, j-1 {
				q.swap(i, j)
			}
			pivot = lo + hi - 1 - pivot
			rising = true
		}
		if rising && balanced && untouched && q.repair(lo, hi) {
			return
		}
		if lo > 0 && !q.less(lo-1, pivot) {
			// The element before is as large as the pivot, and nothing here
			// is smaller: what equals the pivot is in place once it is in front.
			lo = q.splitEqual(lo, hi, pivot)
			continue
		}
		var middle int
		middle, untouched = q.split(lo, hi, pivot)
		left, right := middle-lo, hi-middle
		balanced = min(left, right) >= n/8
		if left < right {
			q.sort(lo, middle, budget)
			lo = middle + 1
		} else {
			q.sort(middle+1, hi, budget)
			hi = middle
		}
	}
	q.insertion(lo, hi)
}

func (q quick[E]) insertion(lo, hi int) {
	for i := lo + 1; i < hi; i++ {
		q.sink(i, lo)
	}
}

// sink moves element i down to its place among those from lo on.
func (q quick[E]) sink(i, lo int) {
	for ; i > lo && q.less(i, i-1); i-- {
		q.swap(i, i-1)
	}
}

func (q quick[E]) heapsort(lo, hi int) {
	n := hi - lo
	for root := (n - 1) / 2; root >= 0; root-- {
		q.sift(lo, root, n)
	}
	for last := n - 1; last >= 0; last-- {
		q.swap(lo, lo+last)
		q.sift(lo, 0, last)
	}
}

// sift restores the heap of n elements at base below its element root.
func (q quick[E]) sift(base, root, n int) {
	for child := 2*root + 1; child < n; child = 2*root + 1 {
		if child+1 < n && q.less(base+child, base+child+1) {
			child++
		}
		if !q.less(base+root, base+child) {
			return
		}
		q.swap(base+root, base+child)
		root = child
	}
}

// split moves what is less than the pivot in front of it and the rest behind.
// It returns the pivot's place and whether nothing had to move.
func (q quick[E]) split(lo, hi, pivot int) (middle int, untouched bool) {
	q.swap(lo, pivot)
	i, j := lo+1, hi-1
	for untouched = true; ; untouched = false {
		for i <= j && q.less(i, lo) {
			i++
		}
		for i <= j && !q.less(j, lo) {
			j--
		}
		if i > j {
			break
		}
		q.swap(i, j)
		i++
		j--
	}
	q.swap(j, lo)
	return j, untouched
}

// splitEqual moves what equals the pivot, the least element, to the front and
// returns where the greater ones begin.
func (q quick[E]) splitEqual(lo, hi, pivot int) int {
	q.swap(lo, pivot)
	i, j := lo+1, hi-1
	for {
		for i <= j && !q.less(lo, i) {
			i++
		}
		for i <= j && q.less(lo, j) {
			j--
		}
		if i > j {
			return i
		}
		q.swap(i, j)
		i++
		j--
	}
}

// repair tries to sort a stretch in which few elements are displaced, and
// reports whether it did.
func (q quick[E]) repair(lo, hi int) bool {
	i := lo + 1
	for step := 0; step < repairsMost; step++ {
		for i < hi && !q.less(i, i-1) {
			i++
		}
		if i == hi {
			return true
		}
		if hi-lo < repairLengthLo {
			return false
		}
		q.swap(i, i-1)
		if i-lo >= 2 {
			q.sink(i-1, 0)
		}
		if hi-i >= 2 {
			for j := i + 1; j < hi && q.less(j, j-1); j++ {
				q.swap(j, j-1)
			}
		}
	}
	return false
}

// scatter swaps three elements around the middle with others chosen by a
// generator that starts from the length: patterns break, results repeat.
func (q quick[E]) scatter(lo, hi int) {
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
		q.swap(at, lo+other)
	}
}

// choosePivot picks an element near the median and counts the sample's
// inversions: 0 in a rising stretch, allSwaps in a falling one.
func (q quick[E]) choosePivot(lo, hi int) (pivot, swaps int) {
	n := hi - lo
	i, j, k := lo+n/4, lo+n/4*2, lo+n/4*3
	if n >= sampleLeast {
		if n >= nintherLeast {
			i = q.median(i-1, i, i+1, &swaps)
			j = q.median(j-1, j, j+1, &swaps)
			k = q.median(k-1, k, k+1, &swaps)
		}
		j = q.median(i, j, k, &swaps)
	}
	return j, swaps
}

// median returns which of a, b and c has the middle element.
func (q quick[E]) median(a, b, c int, swaps *int) int {
	if q.less(b, a) {
		*swaps++
		a, b = b, a
	}
	if q.less(c, b) {
		*swaps++
		b, c = c, b
	}
	if q.less(b, a) {
		*swaps++
		a, b = b, a
	}
	return b
}
