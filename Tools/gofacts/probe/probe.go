// Uses every generic function of the packages that gomem has, so that the compiler reads their bodies: see extract.py.
package main

import (
	"cmp"
	"iter"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"sync"
	"sync/atomic"
)

// Any stands for a type of which nothing is known.
type Any struct {
	Any *byte
	N   int
}

// Key is another such type.
type Key struct {
	Key *byte
	M   int
}

// Ordered stands for an ordered type.
type Ordered string

type Anys []Any
type Keys []Key
type Ordereds []Ordered
type Table map[Key]Any
type Other map[Key]Any
type Integer int64

var (
	a        Any
	k        Key
	o        Ordered
	as       Anys
	ks       Keys
	os       Ordereds
	table    Table
	other    Other
	seqAny   iter.Seq[Any]
	seqOrd   iter.Seq[Ordered]
	seqPair  iter.Seq2[Key, Any]
	sink     any
	anyEqual = func(Any, Any) bool { return true }
	compare  = func(Any, Any) int { return 0 }
)

func slicesOfAny() {
	slices.Equal(as, as)
	slices.EqualFunc(as, ks, func(Any, Key) bool { return true })
	slices.CompareFunc(as, ks, func(Any, Key) int { return 0 })
	slices.Index(as, a)
	slices.IndexFunc(as, func(Any) bool { return true })
	slices.Contains(as, a)
	slices.ContainsFunc(as, func(Any) bool { return true })
	sink = slices.Insert(as, 1, a)
	sink = slices.Delete(as, 1, 2)
	sink = slices.DeleteFunc(as, func(Any) bool { return true })
	sink = slices.Replace(as, 1, 2, a)
	sink = slices.Clone(as)
	sink = slices.Compact(as)
	sink = slices.CompactFunc(as, anyEqual)
	sink = slices.Grow(as, 1)
	sink = slices.Clip(as)
	slices.Reverse(as)
	sink = slices.Concat(as, as)
	sink = slices.Repeat(as, 2)
	slices.SortFunc(as, compare)
	slices.SortStableFunc(as, compare)
	slices.IsSortedFunc(as, compare)
	slices.MinFunc(as, compare)
	slices.MaxFunc(as, compare)
	slices.BinarySearchFunc(as, k, func(Any, Key) int { return 0 })
	sink = slices.All(as)
	sink = slices.Backward(as)
	sink = slices.Values(as)
	sink = slices.AppendSeq(as, seqAny)
	sink = slices.Collect(seqAny)
	sink = slices.SortedFunc(seqAny, compare)
	sink = slices.SortedStableFunc(seqAny, compare)
	sink = slices.Chunk(as, 2)
}

func slicesOfOrdered() {
	slices.Compare(os, os)
	slices.Sort(os)
	slices.IsSorted(os)
	sink = slices.Min(os)
	sink = slices.Max(os)
	slices.BinarySearch(os, o)
	sink = slices.Sorted(seqOrd)
	cmp.Less(o, o)
	cmp.Compare(o, o)
	sink = cmp.Or(o, o)
}

func mapsOfAny() {
	maps.Equal(table, other)
	maps.EqualFunc(table, other, anyEqual)
	sink = maps.Clone(table)
	maps.Copy(table, other)
	maps.DeleteFunc(table, func(Key, Any) bool { return true })
	sink = maps.All(table)
	sink = maps.Keys(table)
	sink = maps.Values(table)
	maps.Insert(table, seqPair)
	sink = maps.Collect(seqPair)
}

func others() {
	var p atomic.Pointer[Any]
	p.Load()
	p.Store(&a)
	p.Swap(&a)
	p.CompareAndSwap(&a, &a)
	sink = sync.OnceFunc(func() {})
	sink = sync.OnceValue(func() Any { return a })
	sink = sync.OnceValues(func() (Any, Key) { return a, k })
	iter.Pull(seqAny)
	iter.Pull2(seqPair)
	sink = rand.N(Integer(3))
	sink = reflect.TypeFor[Any]()
}

func main() {
	slicesOfAny()
	slicesOfOrdered()
	mapsOfAny()
	others()
}
