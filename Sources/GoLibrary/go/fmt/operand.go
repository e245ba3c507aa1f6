package fmt

import (
	"internal/rt"
	"unsafe"
)

// operand prints one operand of a Print call, or what a complaint is about.
func (p *printer) operand(arg any, verb rune) {
	p.arg = arg
	p.inside = value{}
	if arg == nil {
		if verb == 'T' || verb == 'v' {
			p.paddedString("<nil>")
		} else {
			p.badVerb(verb)
		}
		return
	}
	switch verb {
	case 'T':
		p.paddedString(p.cut(rt.TypeString(typeOf(arg))))
		return
	case 'p':
		p.pointer(valueOf(arg), 'p')
		return
	}
	// The types that are printed most, and that cannot have methods.
	switch v := arg.(type) {
	case bool:
		p.boolean(v, verb)
	case string:
		p.text(v, verb)
	case int:
		p.integer(uint64(v), true, verb)
	case int8:
		p.integer(uint64(v), true, verb)
	case int16:
		p.integer(uint64(v), true, verb)
	case int32:
		p.integer(uint64(v), true, verb)
	case int64:
		p.integer(uint64(v), true, verb)
	case uint:
		p.integer(uint64(v), false, verb)
	case uint8:
		p.integer(uint64(v), false, verb)
	case uint16:
		p.integer(uint64(v), false, verb)
	case uint32:
		p.integer(uint64(v), false, verb)
	case uint64:
		p.integer(v, false, verb)
	case uintptr:
		p.integer(uint64(v), false, verb)
	case float32:
		p.float(float64(v), 32, verb)
	case float64:
		p.float(v, 64, verb)
	case complex64:
		p.complex(complex128(v), 64, verb)
	case complex128:
		p.complex(v, 128, verb)
	case []byte:
		p.bytes(v, verb, "[]byte")
	default:
		v2 := valueOf(arg)
		if isReflected(v2.typ) {
			p.reflected((*rt.Reflected)(v2.ptr), verb)
		} else if !p.methods(verb) {
			p.walk(v2, verb, 0)
		}
	}
}

// isReflected reports whether t is reflect.Value.
func isReflected(t rt.Type) bool {
	return rt.Kind(t) == rt.Struct && rt.Name(t) == "Value" && rt.PkgPath(t) == "reflect"
}

// reflected prints what a reflect.Value holds.
func (p *printer) reflected(r *rt.Reflected, verb rune) {
	v := value{r.Type, r.Ptr, r.Flags&rt.ReflectedReadOnly != 0}
	if r.Type != 0 && r.Flags&rt.ReflectedMethod != 0 {
		p.pointer(v, verb)
		return
	}
	if r.Type != 0 && !v.hidden {
		p.arg = v.box()
		if p.methods(verb) {
			return
		}
	}
	p.walk(v, verb, 0)
}

// methods lets p.arg print itself if it has a method for that, and reports whether it had.
func (p *printer) methods(verb rune) (done bool) {
	if p.erroring {
		return false
	}
	if verb == 'w' {
		if _, ok := p.arg.(error); !ok || !p.wrapping {
			p.badVerb(verb)
			return true
		}
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		done = true
		defer p.survive(p.arg, verb, "Format")
		f.Format(p, verb)
		return
	}
	if p.spec.syntax {
		if s, ok := p.arg.(GoStringer); ok {
			done = true
			defer p.survive(p.arg, verb, "GoString")
			p.paddedString(p.cut(s.GoString()))
		}
		return
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
	default:
		return false
	}
	switch v := p.arg.(type) {
	case error:
		done = true
		defer p.survive(p.arg, verb, "Error")
		p.text(v.Error(), verb)
	case Stringer:
		done = true
		defer p.survive(p.arg, verb, "String")
		p.text(v.String(), verb)
	}
	return done
}

// survive, deferred around a method call, prints a panic in it instead of letting it pass.
func (p *printer) survive(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	// A nil receiver that the method did not expect: nothing is wrong with the printing.
	box := boxOf(&arg)
	if rt.Kind(box.Type) == rt.Pointer && box.Data == nil {
		p.str("<nil>")
		return
	}
	if p.panicking {
		panic(err) // printing the panic panicked: give up
	}
	saved := p.spec
	p.spec = spec{}
	p.str("%!")
	p.rune(verb)
	p.str("(PANIC=")
	p.str(method)
	p.str(" method: ")
	p.panicking = true
	p.operand(err, 'v')
	p.panicking = false
	p.byte(')')
	p.spec = saved
}

// badVerb complains that the verb does not suit what is being printed.
func (p *printer) badVerb(verb rune) {
	p.erroring = true
	p.str("%!")
	p.rune(verb)
	p.byte('(')
	switch {
	case p.arg != nil:
		p.str(rt.TypeString(typeOf(p.arg)))
		p.byte('=')
		p.operand(p.arg, 'v')
	case p.inside.typ != 0:
		p.str(rt.TypeString(p.inside.typ))
		p.byte('=')
		p.walk(p.inside, 'v', 0)
	default:
		p.str("<nil>")
	}
	p.byte(')')
	p.erroring = false
}

// pointer prints a value that is an address, or a slice by the address of its array.
func (p *printer) pointer(v value, verb rune) {
	var address unsafe.Pointer
	switch v.kind() {
	case rt.Chan, rt.Func, rt.Map, rt.Pointer, rt.UnsafePointer:
		address = v.word()
	case rt.Slice:
		address = (*rt.SliceHeader)(v.ptr).Data
	default:
		p.badVerb(verb)
		return
	}
	u := uint64(uintptr(address))
	switch verb {
	case 'v':
		switch {
		case p.spec.syntax:
			p.byte('(')
			p.str(rt.TypeString(v.typ))
			p.str(")(")
			if u == 0 {
				p.str("nil")
			} else {
				p.hex(u, true)
			}
			p.byte(')')
		case u == 0:
			p.paddedString("<nil>")
		default:
			p.hex(u, !p.spec.sharp)
		}
	case 'p':
		p.hex(u, !p.spec.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.integer(u, false, verb)
	default:
		p.badVerb(verb)
	}
}
