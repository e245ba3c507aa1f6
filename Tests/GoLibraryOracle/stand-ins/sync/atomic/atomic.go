package atomic

import (
	"sync/atomic"
	"unsafe"
)

func SwapInt32(addr *int32, new int32) (old int32) { return atomic.SwapInt32(addr, new) }
func CompareAndSwapInt32(addr *int32, old, new int32) (swapped bool) {
	return atomic.CompareAndSwapInt32(addr, old, new)
}
func LoadInt32(addr *int32) (val int32)             { return atomic.LoadInt32(addr) }
func StoreInt32(addr *int32, val int32)             { atomic.StoreInt32(addr, val) }
func AddInt32(addr *int32, delta int32) (new int32) { return atomic.AddInt32(addr, delta) }
func AndInt32(addr *int32, mask int32) (old int32)  { return atomic.AndInt32(addr, mask) }
func OrInt32(addr *int32, mask int32) (old int32)   { return atomic.OrInt32(addr, mask) }

func SwapInt64(addr *int64, new int64) (old int64) { return atomic.SwapInt64(addr, new) }
func CompareAndSwapInt64(addr *int64, old, new int64) (swapped bool) {
	return atomic.CompareAndSwapInt64(addr, old, new)
}
func LoadInt64(addr *int64) (val int64)             { return atomic.LoadInt64(addr) }
func StoreInt64(addr *int64, val int64)             { atomic.StoreInt64(addr, val) }
func AddInt64(addr *int64, delta int64) (new int64) { return atomic.AddInt64(addr, delta) }
func AndInt64(addr *int64, mask int64) (old int64)  { return atomic.AndInt64(addr, mask) }
func OrInt64(addr *int64, mask int64) (old int64)   { return atomic.OrInt64(addr, mask) }

func SwapPointer(addr *unsafe.Pointer, new unsafe.Pointer) (old unsafe.Pointer) {
	return atomic.SwapPointer(addr, new)
}
func CompareAndSwapPointer(addr *unsafe.Pointer, old, new unsafe.Pointer) (swapped bool) {
	return atomic.CompareAndSwapPointer(addr, old, new)
}
func LoadPointer(addr *unsafe.Pointer) (val unsafe.Pointer) { return atomic.LoadPointer(addr) }
func StorePointer(addr *unsafe.Pointer, val unsafe.Pointer) { atomic.StorePointer(addr, val) }
