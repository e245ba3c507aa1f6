package fmt

import "internal/rt"

type entry struct {
	key, elem value
}

// sortedEntries lists a map's entries in the order of their keys, so that maps
// always print alike. Equal keys (NaNs) stay in the map's order.
func sortedEntries(m value) []entry {
	header := m.word()
	n := rt.MapLen(header)
	if n == 0 {
		return nil
	}
	entries := make([]entry, 0, n)
	key, elem := rt.Key(m.typ), rt.Elem(m.typ)
	var it rt.MapIter
	for rt.MapNext(m.typ, header, &it) {
		entries = append(entries, entry{value{key, it.Key, m.hidden}, value{elem, it.Elem, m.hidden}})
	}
	mergeSort(entries, make([]entry, len(entries)))
	return entries
}

// mergeSort sorts a by key, with room of the same length to work in.
func mergeSort(a, room []entry) {
	if len(a) < 2 {
		return
	}
	half := len(a) / 2
	mergeSort(a[:half], room[:half])
	mergeSort(a[half:], room[half:])
	copy(room, a)
	left, right := room[:half], room[half:len(a)]
	for i := range a {
		if len(right) == 0 || len(left) > 0 && compareKeys(left[0].key, right[0].key) <= 0 {
			a[i], left = left[0], left[1:]
		} else {
			a[i], right = right[0], right[1:]
		}
	}
}

// compareKeys is negative, zero or positive as a comes before, with or after b,
// two values of one type: false before true, NaN before other floats, nil
// before all else, fields and elements in turn, pointers by address, and
// interfaces first by the type that they hold.
func compareKeys(a, b value) int {
	switch rt.Kind(a.typ) {
	case rt.Int, rt.Int8, rt.Int16, rt.Int32, rt.Int64:
		x, y := a.signed(), b.signed()
		return order(x < y, x > y)
	case rt.Uint, rt.Uint8, rt.Uint16, rt.Uint32, rt.Uint64, rt.Uintptr:
		x, y := a.unsigned(), b.unsigned()
		return order(x < y, x > y)
	case rt.String:
		x, y := *(*string)(a.ptr), *(*string)(b.ptr)
		return order(x < y, x > y)
	case rt.Float32:
		return compareFloats(float64(*(*float32)(a.ptr)), float64(*(*float32)(b.ptr)))
	case rt.Float64:
		return compareFloats(*(*float64)(a.ptr), *(*float64)(b.ptr))
	case rt.Complex64:
		return compareComplex(complex128(*(*complex64)(a.ptr)), complex128(*(*complex64)(b.ptr)))
	case rt.Complex128:
		return compareComplex(*(*complex128)(a.ptr), *(*complex128)(b.ptr))
	case rt.Bool:
		x, y := *(*bool)(a.ptr), *(*bool)(b.ptr)
		return order(!x && y, x && !y)
	case rt.Pointer, rt.UnsafePointer, rt.Chan:
		x, y := uintptr(a.word()), uintptr(b.word())
		return order(x < y, x > y)
	case rt.Struct:
		for i := 0; i < rt.NumField(a.typ); i++ {
			if c := compareKeys(a.field(i), b.field(i)); c != 0 {
				return c
			}
		}
	case rt.Array:
		elem := rt.Elem(a.typ)
		size := rt.Size(elem)
		for i := 0; i < rt.Len(a.typ); i++ {
			offset := uintptr(i) * size
			if c := compareKeys(a.at(offset, elem), b.at(offset, elem)); c != 0 {
				return c
			}
		}
	case rt.Interface:
		x, y := a.elem(), b.elem()
		if x.typ != y.typ || x.typ == 0 {
			return order(x.typ < y.typ, x.typ > y.typ) // 0, for nil, is the least
		}
		return compareKeys(x, y)
	}
	return 0
}

func order(less, more bool) int {
	switch {
	case less:
		return -1
	case more:
		return 1
	}
	return 0
}

func compareFloats(x, y float64) int {
	xNaN, yNaN := x != x, y != y
	if xNaN || yNaN {
		return order(xNaN && !yNaN, yNaN && !xNaN)
	}
	return order(x < y, x > y)
}

func compareComplex(x, y complex128) int {
	if c := compareFloats(real(x), real(y)); c != 0 {
		return c
	}
	return compareFloats(imag(x), imag(y))
}
