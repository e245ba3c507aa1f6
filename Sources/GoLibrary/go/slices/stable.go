package slices

// stable sorts blocks of 20 by insertion and merges them, in place, by
// rotations (SymMerge, Kim and Kutzner 2004).
func (q quick[E]) stable() {
	n := len(q.s)
	const block = 20
	for lo := 0; lo < n; lo += block {
		q.insertion(lo, min(lo+block, n))
	}
	for size := block; size < n; size *= 2 {
		for lo := 0; lo+size < n; lo += 2 * size {
			q.merge(lo, lo+size, min(lo+2*size, n))
		}
	}
}

// merge merges the sorted stretches [lo, mid) and [mid, hi).
func (q quick[E]) merge(lo, mid, hi int) {
	switch {
	case mid-lo == 1:
		// One element goes in front of the first that is not less.
		i, j := mid, hi
		for i < j {
			h := int(uint(i+j) >> 1)
			if q.less(h, lo) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := lo; k < i-1; k++ {
			q.swap(k, k+1)
		}
		return
	case hi-mid == 1:
		// One element goes behind the last that is not greater.
		i, j := lo, mid
		for i < j {
			h := int(uint(i+j) >> 1)
			if !q.less(mid, h) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := mid; k > i; k-- {
			q.swap(k, k-1)
		}
		return
	}
	// Around the centre, find how far the stretches overlap symmetrically;
	// rotating that part leaves two smaller merges.
	centre := int(uint(lo+hi) >> 1)
	sum := centre + mid
	start, stop := lo, mid
	if mid > centre {
		start, stop = sum-hi, centre
	}
	for start < stop {
		c := int(uint(start+stop) >> 1)
		if !q.less(sum-1-c, c) {
			start = c + 1
		} else {
			stop = c
		}
	}
	end := sum - start
	if start < mid && mid < end {
		q.rotate(start, mid, end)
	}
	if lo < start && start < centre {
		q.merge(lo, start, centre)
	}
	if centre < end && end < hi {
		q.merge(centre, end, hi)
	}
}

// rotate exchanges the neighbouring stretches [lo, mid) and [mid, hi), by
// swapping as much of each as the shorter has.
func (q quick[E]) rotate(lo, mid, hi int) {
	left, right := mid-lo, hi-mid
	for left != right {
		if left > right {
			q.exchange(mid-left, mid, right)
			left -= right
		} else {
			q.exchange(mid-left, mid+right-left, left)
			right -= left
		}
	}
	q.exchange(mid-left, mid, left)
}

func (q quick[E]) exchange(a, b, n int) {
	for i := 0; i < n; i++ {
		q.swap(a+i, b+i)
	}
}
