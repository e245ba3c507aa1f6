package runtime

import "internal/rt"

// Error marks the errors that the runtime itself raises.
type Error interface {
	error
	RuntimeError()
}

// errorString is a runtime error with a fixed text.
type errorString string

func (e errorString) RuntimeError() {}

func (e errorString) Error() string { return "runtime error: " + string(e) }

// plainError is a runtime error whose text has no "runtime error: " before it.
type plainError string

func (e plainError) RuntimeError() {}

func (e plainError) Error() string { return string(e) }

// errorAddressString is a fault at an address.
type errorAddressString struct {
	msg  string
	addr uintptr
}

func (e errorAddressString) RuntimeError() {}

func (e errorAddressString) Error() string { return "runtime error: " + e.msg }

// Addr is the address at fault.
func (e errorAddressString) Addr() uintptr { return e.addr }

// A TypeAssertionError is the panic of a failed x.(T).
type TypeAssertionError struct {
	from     rt.Type // the interface's static type; 0 for plain "interface"
	concrete rt.Type // what it held; 0 for nil
	asserted rt.Type
	missing  string // a method that concrete lacks
}

func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string {
	wanted := rt.TypeString(e.asserted)
	if e.concrete != 0 && e.missing != "" {
		return "interface conversion: " + rt.TypeString(e.concrete) + " is not " + wanted +
			": missing method " + e.missing
	}
	text := "interface conversion: interface"
	if e.from != 0 {
		text = "interface conversion: " + rt.TypeString(e.from)
	}
	if e.concrete == 0 {
		return text + " is nil, not " + wanted
	}
	held := rt.TypeString(e.concrete)
	text += " is " + held + ", not " + wanted
	if held == wanted {
		if rt.PkgPath(e.concrete) != rt.PkgPath(e.asserted) {
			return text + " (types from different packages)"
		}
		return text + " (types from different scopes)"
	}
	return text
}

// A PanicNilError is what recover returns for panic(nil).
type PanicNilError struct {
	_ [0]func()
}

func (*PanicNilError) RuntimeError() {}

func (*PanicNilError) Error() string {
	return "panic called with nil argument"
}

// What an index or slice expression got wrong, as boundsError.code.
const (
	boundsIndex      = iota // s[x], x not below len y
	boundsSliceLen          // s[?:x], x above len y
	boundsSliceCap          // s[?:x], x above cap y
	boundsSliceOrder        // s[x:y], x above y
	boundsSlice3Len         // s[?:?:x], x above len y
	boundsSlice3Cap         // s[?:?:x], x above cap y
	boundsSlice3Max         // s[?:x:y], x above y
	boundsSlice3Low         // s[x:y:?], x above y
	boundsConvert           // (*[y]T)(s), y above len x
)

// boundsError is a failed bounds check: x is the operand at fault, y the bound.
type boundsError struct {
	x      int64
	y      int
	signed bool // whether x is signed
	code   uint8
}

func (e boundsError) RuntimeError() {}

func (e boundsError) Error() string {
	x := decimal(uint64(e.x), e.signed)
	y := decimal(uint64(e.y), true)
	slice := "runtime error: slice bounds out of range ["
	if e.signed && e.x < 0 {
		switch e.code {
		case boundsIndex:
			return "runtime error: index out of range [" + x + "]"
		case boundsSliceLen, boundsSliceCap:
			return slice + ":" + x + "]"
		case boundsSliceOrder:
			return slice + x + ":]"
		case boundsSlice3Len, boundsSlice3Cap:
			return slice + "::" + x + "]"
		case boundsSlice3Max:
			return slice + ":" + x + ":]"
		case boundsSlice3Low:
			return slice + x + "::]"
		}
	}
	switch e.code {
	case boundsIndex:
		return "runtime error: index out of range [" + x + "] with length " + y
	case boundsSliceLen:
		return slice + ":" + x + "] with length " + y
	case boundsSliceCap:
		return slice + ":" + x + "] with capacity " + y
	case boundsSliceOrder:
		return slice + x + ":" + y + "]"
	case boundsSlice3Len:
		return slice + "::" + x + "] with length " + y
	case boundsSlice3Cap:
		return slice + "::" + x + "] with capacity " + y
	case boundsSlice3Max:
		return slice + ":" + x + ":" + y + "]"
	case boundsSlice3Low:
		return slice + x + ":" + y + ":]"
	}
	return "runtime error: cannot convert slice with length " + x + " to array or pointer to array with length " + y
}

// decimal writes a number without the help of any other package.
func decimal(u uint64, signed bool) string {
	var room [20]byte
	at := len(room)
	negative := signed && int64(u) < 0
	if negative {
		u = -u
	}
	for {
		at--
		room[at] = byte('0' + u%10)
		u /= 10
		if u == 0 {
			break
		}
	}
	if negative {
		at--
		room[at] = '-'
	}
	return string(room[at:])
}
