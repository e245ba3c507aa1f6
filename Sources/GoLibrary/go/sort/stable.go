package sort

// stable sorts blocks of 20 by insertion and merges them, in place, by
// rotations (SymMerge, Kim and Kutzner 2004).
func stable(data Interface, n int) {
	const block = 20
	for lo := 0; lo < n; lo += block {
		insertion(data, lo, min(lo+block, n))
	}
	for size := block; size < n; size *= 2 {
		for lo := 0; lo+size < n; lo += 2 * size {
			merge(data, lo, lo+size, min(lo+2*size, n))
		}
	}
}

// merge merges the sorted stretches [lo, mid) and [mid, hi).
func merge(data Interface, lo, mid, hi int) {
	switch {
	case mid-lo == 1:
		// One element goes in front of the first that is not less.
		i, j := mid, hi
		for i < j {
			h := int(uint(i+j) >> 1)
			if data.Less(h, lo) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := lo; k < i-1; k++ {
			data.Swap(k, k+1)
		}
		return
	case hi-mid == 1:
		// One element goes behind the last that is not greater.
		i, j := lo, mid
		for i < j {
			h := int(uint(i+j) >> 1)
			if !data.Less(mid, h) {
				i = h + 1
			} else {
				j = h
			}
		}
		for k := mid; k > i; k-- {
			data.Swap(k, k-1)
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
		if !data.Less(sum-1-c, c) {
			start = c + 1
		} else {
			stop = c
		}
	}
	end := sum - start
	if start < mid && mid < end {
		rotate(data, start, mid, end)
	}
	if lo < start && start < centre {
		merge(data, lo, start, centre)
	}
	if centre < end && end < hi {
		merge(data, centre, end, hi)
	}
}

// rotate exchanges the neighbouring stretches [lo, mid) and [mid, hi), by
// swapping as much of each as the shorter has.
func rotate(data Interface, lo, mid, hi int) {
	left, right := mid-lo, hi-mid
	for left != right {
		if left > right {
			exchange(data, mid-left, mid, right)
			left -= right
		} else {
			exchange(data, mid-left, mid+right-left, left)
			right -= left
		}
	}
	exchange(data, mid-left, mid, left)
}

func exchange(data Interface, a, b, n int) {
	for i := 0; i < n; i++ {
		data.Swap(a+i, b+i)
	}
}
