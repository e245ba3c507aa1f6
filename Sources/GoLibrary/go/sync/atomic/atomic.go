// Package atomic reads and writes words that goroutines share, each as one
// indivisible step, all in one order that every goroutine agrees on.
package atomic

import "unsafe"

// These are instructions of the machine. Those on 64 bits panic where the
// address is not a multiple of 8.

func SwapInt32(addr *int32, new int32) (old int32)
func SwapInt64(addr *int64, new int64) (old int64)
func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer)

func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool)
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool)
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool)

func AddInt32(addr *int32, delta int32) (new int32)
func AddInt64(addr *int64, delta int64) (new int64)

func AndInt32(addr *int32, mask int32) (old int32)
func AndInt64(addr *int64, mask int64) (old int64)

func OrInt32(addr *int32, mask int32) (old int32)
func OrInt64(addr *int64, mask int64) (old int64)

func LoadInt32(addr *int32) (val int32)
func LoadInt64(addr *int64) (val int64)
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer)

func StoreInt32(addr *int32, val int32)
func StoreInt64(addr *int64, val int64)
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer)

func i32(addr *uint32) *int32 { return (*int32)(unsafe.Pointer(addr)) }

func i64(addr *uint64) *int64 { return (*int64)(unsafe.Pointer(addr)) }

func SwapUint32(addr *uint32, new uint32) (old uint32) {
	return uint32(SwapInt32(i32(addr), int32(new)))
}

func SwapUint64(addr *uint64, new uint64) (old uint64) {
	return uint64(SwapInt64(i64(addr), int64(new)))
}

func CompareAndSwapUint32(addr *uint32, old, new uint32) (swapped bool) {
	return CompareAndSwapInt32(i32(addr), int32(old), int32(new))
}

func CompareAndSwapUint64(addr *uint64, old, new uint64) (swapped bool) {
	return CompareAndSwapInt64(i64(addr), int64(old), int64(new))
}

func AddUint32(addr *uint32, delta uint32) (new uint32) {
	return uint32(AddInt32(i32(addr), int32(delta)))
}

func AddUint64(addr *uint64, delta uint64) (new uint64) {
	return uint64(AddInt64(i64(addr), int64(delta)))
}

func AndUint32(addr *uint32, mask uint32) (old uint32) {
	return uint32(AndInt32(i32(addr), int32(mask)))
}

func AndUint64(addr *uint64, mask uint64) (old uint64) {
	return uint64(AndInt64(i64(addr), int64(mask)))
}

func OrUint32(addr *uint32, mask uint32) (old uint32) { return uint32(OrInt32(i32(addr), int32(mask))) }

func OrUint64(addr *uint64, mask uint64) (old uint64) { return uint64(OrInt64(i64(addr), int64(mask))) }

func LoadUint32(addr *uint32) (val uint32) { return uint32(LoadInt32(i32(addr))) }

func LoadUint64(addr *uint64) (val uint64) { return uint64(LoadInt64(i64(addr))) }

func StoreUint32(addr *uint32, val uint32) { StoreInt32(i32(addr), int32(val)) }

func StoreUint64(addr *uint64, val uint64) { StoreInt64(i64(addr), int64(val)) }

// A uintptr is as wide as a pointer: 32 or 64 bits.
const wide = unsafe.Sizeof(uintptr(0)) == 8

func p32(addr *uintptr) *int32 { return (*int32)(unsafe.Pointer(addr)) }

func p64(addr *uintptr) *int64 { return (*int64)(unsafe.Pointer(addr)) }

func SwapUintptr(addr *uintptr, new uintptr) (old uintptr) {
	if wide {
		return uintptr(SwapInt64(p64(addr), int64(new)))
	}
	return uintptr(SwapInt32(p32(addr), int32(new)))
}

func CompareAndSwapUintptr(addr *uintptr, old, new uintptr) (swapped bool) {
	if wide {
		return CompareAndSwapInt64(p64(addr), int64(old), int64(new))
	}
	return CompareAndSwapInt32(p32(addr), int32(old), int32(new))
}

func AddUintptr(addr *uintptr, delta uintptr) (new uintptr) {
	if wide {
		return uintptr(AddInt64(p64(addr), int64(delta)))
	}
	return uintptr(AddInt32(p32(addr), int32(delta)))
}

func AndUintptr(addr *uintptr, mask uintptr) (old uintptr) {
	if wide {
		return uintptr(AndInt64(p64(addr), int64(mask)))
	}
	return uintptr(AndInt32(p32(addr), int32(mask)))
}

func OrUintptr(addr *uintptr, mask uintptr) (old uintptr) {
	if wide {
		return uintptr(OrInt64(p64(addr), int64(mask)))
	}
	return uintptr(OrInt32(p32(addr), int32(mask)))
}

func LoadUintptr(addr *uintptr) (val uintptr) {
	if wide {
		return uintptr(LoadInt64(p64(addr)))
	}
	return uintptr(LoadInt32(p32(addr)))
}

func StoreUintptr(addr *uintptr, val uintptr) {
	if wide {
		StoreInt64(p64(addr), int64(val))
	} else {
		StoreInt32(p32(addr), int32(val))
	}
}
