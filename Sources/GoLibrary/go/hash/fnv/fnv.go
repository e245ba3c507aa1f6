// Package fnv is the hash functions of Fowler, Noll and Vo.
package fnv

import (
	"hash"
	"math/bits"
)

const (
	start32  = 2166136261
	factor32 = 16777619
	start64  = 14695981039346656037
	factor64 = 1099511628211

	start128High, start128Low = 0x6c62272e07bb0142, 0x62b821756295c58d
	factor128Low              = 0x13b // and 1 << 88
)

type (
	sum32   uint32
	sum32a  uint32
	sum64   uint64
	sum64a  uint64
	sum128  struct{ high, low uint64 }
	sum128a struct{ high, low uint64 }
)

// New32 is FNV-1 with 32 bits.
func New32() hash.Hash32 {
	s := sum32(start32)
	return &s
}

// New32a is FNV-1a with 32 bits.
func New32a() hash.Hash32 {
	s := sum32a(start32)
	return &s
}

// New64 is FNV-1 with 64 bits.
func New64() hash.Hash64 {
	s := sum64(start64)
	return &s
}

// New64a is FNV-1a with 64 bits.
func New64a() hash.Hash64 {
	s := sum64a(start64)
	return &s
}

// New128 is FNV-1 with 128 bits.
func New128() hash.Hash { return &sum128{start128High, start128Low} }

// New128a is FNV-1a with 128 bits.
func New128a() hash.Hash { return &sum128a{start128High, start128Low} }

func (s *sum32) Reset()   { *s = start32 }
func (s *sum32a) Reset()  { *s = start32 }
func (s *sum64) Reset()   { *s = start64 }
func (s *sum64a) Reset()  { *s = start64 }
func (s *sum128) Reset()  { *s = sum128{start128High, start128Low} }
func (s *sum128a) Reset() { *s = sum128a{start128High, start128Low} }

func (s *sum32) Size() int   { return 4 }
func (s *sum32a) Size() int  { return 4 }
func (s *sum64) Size() int   { return 8 }
func (s *sum64a) Size() int  { return 8 }
func (s *sum128) Size() int  { return 16 }
func (s *sum128a) Size() int { return 16 }

func (s *sum32) BlockSize() int   { return 1 }
func (s *sum32a) BlockSize() int  { return 1 }
func (s *sum64) BlockSize() int   { return 1 }
func (s *sum64a) BlockSize() int  { return 1 }
func (s *sum128) BlockSize() int  { return 1 }
func (s *sum128a) BlockSize() int { return 1 }

func (s *sum32) Sum32() uint32  { return uint32(*s) }
func (s *sum32a) Sum32() uint32 { return uint32(*s) }
func (s *sum64) Sum64() uint64  { return uint64(*s) }
func (s *sum64a) Sum64() uint64 { return uint64(*s) }

func append32(b []byte, n uint32) []byte {
	return append(b, byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
}

func append64(b []byte, n uint64) []byte {
	return append32(append32(b, uint32(n>>32)), uint32(n))
}

func (s *sum32) Sum(b []byte) []byte   { return append32(b, uint32(*s)) }
func (s *sum32a) Sum(b []byte) []byte  { return append32(b, uint32(*s)) }
func (s *sum64) Sum(b []byte) []byte   { return append64(b, uint64(*s)) }
func (s *sum64a) Sum(b []byte) []byte  { return append64(b, uint64(*s)) }
func (s *sum128) Sum(b []byte) []byte  { return append64(append64(b, s.high), s.low) }
func (s *sum128a) Sum(b []byte) []byte { return append64(append64(b, s.high), s.low) }

func (s *sum32) Write(data []byte) (int, error) {
	for _, b := range data {
		*s = *s*factor32 ^ sum32(b)
	}
	return len(data), nil
}

func (s *sum32a) Write(data []byte) (int, error) {
	for _, b := range data {
		*s = (*s ^ sum32a(b)) * factor32
	}
	return len(data), nil
}

func (s *sum64) Write(data []byte) (int, error) {
	for _, b := range data {
		*s = *s*factor64 ^ sum64(b)
	}
	return len(data), nil
}

func (s *sum64a) Write(data []byte) (int, error) {
	for _, b := range data {
		*s = (*s ^ sum64a(b)) * factor64
	}
	return len(data), nil
}

func multiply(high, low uint64) (uint64, uint64) {
	carry, product := bits.Mul64(low, factor128Low)
	return carry + high*factor128Low + low<<24, product
}

func (s *sum128) Write(data []byte) (int, error) {
	for _, b := range data {
		s.high, s.low = multiply(s.high, s.low)
		s.low ^= uint64(b)
	}
	return len(data), nil
}

func (s *sum128a) Write(data []byte) (int, error) {
	for _, b := range data {
		s.low ^= uint64(b)
		s.high, s.low = multiply(s.high, s.low)
	}
	return len(data), nil
}
