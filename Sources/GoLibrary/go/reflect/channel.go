package reflect

import (
	"internal/rt"
	"unsafe"
)

// channel is v's channel, which must have the direction that a method is for.
func (v Value) channel(name string, dir ChanDir) unsafe.Pointer {
	v.need(name, Chan)
	v.mustWrite(name, false)
	if ChanDir(rt.ChanDir(v.typ))&dir == 0 {
		if dir == SendDir {
			panic("reflect: send on recv-only channel")
		}
		panic("reflect: recv on send-only channel")
	}
	return v.word()
}

// MakeChan is a new channel.
func MakeChan(typ Type, buffer int) Value {
	if typ.Kind() != Chan {
		panic("reflect.MakeChan of non-chan type")
	}
	if buffer < 0 {
		panic("reflect.MakeChan: negative buffer size")
	}
	if typ.ChanDir() != BothDir {
		panic("reflect.MakeChan: unidirectional channel type")
	}
	word := new(unsafe.Pointer)
	*word = rt.MakeChan(typ.word(), buffer)
	return Value{typ.word(), unsafe.Pointer(word), 0}
}

// Send sends x.
func (v Value) Send(x Value) {
	c := v.channel("Send", SendDir)
	p := x.assignTo("reflect.Value.Send", rt.Elem(v.typ)).ptr
	rt.ChanSend(c, p)
	keep(p)
}

// keep holds on to what the machine knows by its address only.
//
//go:noinline
func keep(unsafe.Pointer) {}

// Recv receives a value; false for the zero value of a closed channel.
func (v Value) Recv() (Value, bool) {
	c := v.channel("Recv", RecvDir)
	elem := rt.Elem(v.typ)
	p := rt.NewObject(elem)
	ok := rt.ChanReceive(c, p)
	return Value{elem, p, 0}, ok
}

// TrySend sends x if that can be done at once, and reports whether it did.
func (v Value) TrySend(x Value) bool {
	c := v.channel("TrySend", SendDir)
	p := x.assignTo("reflect.Value.Send", rt.Elem(v.typ)).ptr
	chosen, _ := rt.Select(&rt.SelectCase{Chan: c, Elem: p, Dir: uintptr(SendDir)}, 1, false)
	return chosen == 0
}

// TryRecv receives a value if there is one: the zero Value if not, and false
// with the zero value of a closed channel's type.
func (v Value) TryRecv() (Value, bool) {
	c := v.channel("TryRecv", RecvDir)
	elem := rt.Elem(v.typ)
	p := rt.NewObject(elem)
	chosen, ok := rt.Select(&rt.SelectCase{Chan: c, Elem: p, Dir: uintptr(RecvDir)}, 1, false)
	if chosen < 0 {
		return Value{}, false
	}
	return Value{elem, p, 0}, ok
}

// Close closes the channel.
func (v Value) Close() {
	v.need("Close", Chan)
	v.mustWrite("Close", false)
	if ChanDir(rt.ChanDir(v.typ))&SendDir == 0 {
		panic("reflect: close of receive-only channel")
	}
	rt.ChanClose(v.word())
}

// A SelectDir tells what a SelectCase does.
type SelectDir int

const (
	_ SelectDir = iota
	SelectSend
	SelectRecv
	SelectDefault
)

// A SelectCase is a case of Select.
type SelectCase struct {
	Dir  SelectDir
	Chan Value
	Send Value
}

// Select is a select statement: it returns which case was taken and, for a
// receiving one, the value and whether it was sent.
func Select(cases []SelectCase) (chosen int, recv Value, recvOK bool) {
	if len(cases) > 65536 {
		panic("reflect.Select: too many cases (max 65536)")
	}
	run := make([]rt.SelectCase, len(cases)+1)
	other := -1
	for i, c := range cases {
		switch c.Dir {
		default:
			panic("reflect.Select: invalid Dir")
		case SelectDefault:
			if other >= 0 {
				panic("reflect.Select: multiple default cases")
			}
			other = i
			if c.Chan.IsValid() {
				panic("reflect.Select: default case has Chan value")
			}
			if c.Send.IsValid() {
				panic("reflect.Select: default case has Send value")
			}
		case SelectSend:
			if !c.Chan.IsValid() {
				break
			}
			run[i].Chan, run[i].Dir = c.Chan.channel("Select", SendDir), uintptr(SendDir)
			if !c.Send.IsValid() {
				panic("reflect.Select: SendDir case missing Send value")
			}
			run[i].Elem = c.Send.assignTo("reflect.Select", rt.Elem(c.Chan.typ)).ptr
		case SelectRecv:
			if c.Send.IsValid() {
				panic("reflect.Select: RecvDir case has Send value")
			}
			if !c.Chan.IsValid() {
				break
			}
			run[i].Chan, run[i].Dir = c.Chan.channel("Select", RecvDir), uintptr(RecvDir)
			run[i].Elem = rt.NewObject(rt.Elem(c.Chan.typ))
		}
	}
	chosen, recvOK = rt.Select(&run[0], len(cases), other < 0)
	if chosen < 0 {
		return other, Value{}, false
	}
	if cases[chosen].Dir == SelectRecv {
		recv = Value{rt.Elem(cases[chosen].Chan.typ), run[chosen].Elem, 0}
	}
	return chosen, recv, recvOK
}
