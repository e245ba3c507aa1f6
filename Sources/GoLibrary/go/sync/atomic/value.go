package atomic

import "unsafe"

// A Value holds a value of any type, always the same type, that goroutines can share.
type Value struct {
	v any
}

// held is what a Value points to.
type held struct {
	value any
}

type layout struct {
	typ, data unsafe.Pointer
}

// box is where v keeps a *held; its type word stays nil.
func (v *Value) box() *unsafe.Pointer { return &(*layout)(unsafe.Pointer(v)).data }

// Load is the value stored last, or nil.
func (v *Value) Load() (val any) {
	if h := (*held)(LoadPointer(v.box())); h != nil {
		return h.value
	}
	return nil
}

// check panics unless new may follow old.
func check(operation string, old *held, new any) {
	if new == nil {
		panic("sync/atomic: " + operation + " of nil value into Value")
	}
	if old != nil && typeOf(old.value) != typeOf(new) {
		panic("sync/atomic: " + operation + " of inconsistently typed value into Value")
	}
}

func typeOf(a any) unsafe.Pointer { return (*layout)(unsafe.Pointer(&a)).typ }

// Store sets the value.
func (v *Value) Store(val any) {
	check("store", (*held)(LoadPointer(v.box())), val)
	StorePointer(v.box(), unsafe.Pointer(&held{val}))
}

// Swap sets the value and returns the one before.
func (v *Value) Swap(new any) (old any) {
	check("swap", (*held)(LoadPointer(v.box())), new)
	if h := (*held)(SwapPointer(v.box(), unsafe.Pointer(&held{new}))); h != nil {
		return h.value
	}
	return nil
}

// CompareAndSwap sets the value if it was old.
func (v *Value) CompareAndSwap(old, new any) (swapped bool) {
	if new == nil {
		panic("sync/atomic: compare and swap of nil value into Value")
	}
	if old != nil && typeOf(old) != typeOf(new) {
		panic("sync/atomic: compare and swap of inconsistently typed values")
	}
	for {
		h := (*held)(LoadPointer(v.box()))
		if h == nil {
			if old != nil {
				return false
			}
		} else if typeOf(h.value) != typeOf(new) {
			panic("sync/atomic: compare and swap of inconsistently typed value into Value")
		} else if h.value != old {
			return false
		}
		if CompareAndSwapPointer(v.box(), unsafe.Pointer(h), unsafe.Pointer(&held{new})) {
			return true
		}
	}
}
