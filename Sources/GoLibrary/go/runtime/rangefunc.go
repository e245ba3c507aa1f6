package runtime

// States of a loop over a function, as the compiler keeps them.
const (
	rangeDone         = iota // the body has ended the loop
	rangeReady               // the body may be called
	rangePanic               // the body is running, or has panicked
	rangeExhausted           // the function has returned
	rangeMissingPanic        // the function has returned although the body panicked
)

// panicRangeState reports a loop body that is called when it must not be, or
// whose panic got lost.
func panicRangeState(state int) {
	switch state {
	case rangeDone:
		panic(errorString("range function continued iteration after function for loop body returned false"))
	case rangePanic:
		panic(errorString("range function continued iteration after loop body panic"))
	case rangeExhausted:
		panic(errorString("range function continued iteration after whole loop exit"))
	case rangeMissingPanic:
		panic(errorString("range function recovered a loop body panic and did not resume panicking"))
	}
	panic(errorString("range function called in state unknown"))
}
