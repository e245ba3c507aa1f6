// Package subtle has functions whose time does not depend on their operands.
package subtle

// ConstantTimeCompare is 1 if x and y are equal, else 0.
func ConstantTimeCompare(x, y []byte) int {
	if len(x) != len(y) {
		return 0
	}
	var d byte
	for i := range x {
		d |= x[i] ^ y[i]
	}
	return ConstantTimeByteEq(d, 0)
}

// ConstantTimeSelect is x if v is 1, y if it is 0.
func ConstantTimeSelect(v, x, y int) int { return ^(v-1)&x | (v-1)&y }

// ConstantTimeByteEq is 1 if x and y are equal, else 0.
func ConstantTimeByteEq(x, y uint8) int { return int((uint32(x^y) - 1) >> 31) }

// ConstantTimeEq is 1 if x and y are equal, else 0.
func ConstantTimeEq(x, y int32) int { return int((uint64(uint32(x^y)) - 1) >> 63) }

// ConstantTimeCopy copies y to x if v is 1.
func ConstantTimeCopy(v int, x, y []byte) {
	if len(x) != len(y) {
		panic("subtle: slices have different lengths")
	}
	for i := range x {
		x[i] = byte(ConstantTimeSelect(v, int(y[i]), int(x[i])))
	}
}

// ConstantTimeLessOrEq is 1 if x is not above y, else 0.
func ConstantTimeLessOrEq(x, y int) int { return int((int32(x)-int32(y)-1)>>31) & 1 }

// XORBytes writes x ^ y to dst, as long as the shorter, and returns its length.
func XORBytes(dst, x, y []byte) int {
	n := min(len(x), len(y))
	if n > len(dst) {
		panic("subtle.XORBytes: dst too short")
	}
	for i := range n {
		dst[i] = x[i] ^ y[i]
	}
	return n
}
