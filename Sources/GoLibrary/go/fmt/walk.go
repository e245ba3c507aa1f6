package fmt

import "internal/rt"

// open and shut write a list's brackets, which Go syntax replaces by braces.
func (p *printer) open(c byte) {
	if p.spec.syntax {
		c = '{'
	}
	p.byte(c)
}

func (p *printer) shut(c byte) {
	if p.spec.syntax {
		c = '}'
	}
	p.byte(c)
}

// separate writes what stands before item i of a list.
func (p *printer) separate(i int) {
	if i == 0 {
		return
	}
	if p.spec.syntax {
		p.byte(',')
	}
	p.byte(' ')
}

// name writes the type in front of a composite value in Go syntax.
func (p *printer) name(v value) {
	if p.spec.syntax {
		p.str(rt.TypeString(v.typ))
	}
}

// walk prints a value by its kind. At depth 0 the value is an operand whose
// methods were tried already; deeper it is a part of one.
func (p *printer) walk(v value, verb rune, depth int) {
	if depth > 0 && v.typ != 0 && !v.hidden {
		p.arg = v.box()
		if p.methods(verb) {
			return
		}
	}
	p.arg = nil
	p.inside = v
	switch v.kind() {
	case rt.Invalid:
		switch {
		case depth == 0:
			p.str("<invalid reflect.Value>")
		case verb == 'v':
			p.str("<nil>")
		default:
			p.badVerb(verb)
		}
	case rt.Bool:
		p.boolean(*(*bool)(v.ptr), verb)
	case rt.Int, rt.Int8, rt.Int16, rt.Int32, rt.Int64:
		p.integer(uint64(v.signed()), true, verb)
	case rt.Uint, rt.Uint8, rt.Uint16, rt.Uint32, rt.Uint64, rt.Uintptr:
		p.integer(v.unsigned(), false, verb)
	case rt.Float32:
		p.float(float64(*(*float32)(v.ptr)), 32, verb)
	case rt.Float64:
		p.float(*(*float64)(v.ptr), 64, verb)
	case rt.Complex64:
		p.complex(complex128(*(*complex64)(v.ptr)), 64, verb)
	case rt.Complex128:
		p.complex(*(*complex128)(v.ptr), 128, verb)
	case rt.String:
		p.text(*(*string)(v.ptr), verb)
	case rt.Map:
		p.mapping(v, verb, depth)
	case rt.Struct:
		p.structure(v, verb, depth)
	case rt.Interface:
		held := v.elem()
		if held.typ != 0 {
			p.walk(held, verb, depth+1)
		} else if p.spec.syntax {
			p.name(v)
			p.str("(nil)")
		} else {
			p.str("<nil>")
		}
	case rt.Array, rt.Slice:
		p.list(v, verb, depth)
	case rt.Pointer:
		// A pointer to a composite shows what it points to, but only on the
		// outside: further in, this could go in circles.
		if depth == 0 && v.word() != nil {
			target := value{rt.Elem(v.typ), v.word(), v.hidden}
			switch target.kind() {
			case rt.Array, rt.Slice, rt.Struct, rt.Map:
				p.byte('&')
				p.walk(target, verb, depth+1)
				return
			}
		}
		p.pointer(v, verb)
	default:
		p.pointer(v, verb)
	}
}

func (p *printer) structure(v value, verb rune, depth int) {
	p.name(v)
	p.byte('{')
	for i := 0; i < rt.NumField(v.typ); i++ {
		p.separate(i)
		if p.spec.fields || p.spec.syntax {
			p.str(rt.FieldName(v.typ, i))
			p.byte(':')
		}
		f := v.field(i)
		if f.kind() == rt.Interface {
			if held := f.elem(); held.typ != 0 {
				f = held
			}
		}
		p.walk(f, verb, depth+1)
	}
	p.byte('}')
}

func (p *printer) list(v value, verb rune, depth int) {
	first, elem, count := v.list()
	switch verb {
	case 's', 'q', 'x', 'X':
		if rt.Kind(elem) == rt.Uint8 {
			p.bytes(viewBytes(first, count), verb, rt.TypeString(v.typ))
			return
		}
	}
	p.name(v)
	if p.spec.syntax && first == nil && rt.Kind(v.typ) == rt.Slice {
		p.str("(nil)")
		return
	}
	p.open('[')
	size := rt.Size(elem)
	start := value{elem, first, v.hidden}
	for i := 0; i < count; i++ {
		p.separate(i)
		p.walk(start.at(uintptr(i)*size, elem), verb, depth+1)
	}
	p.shut(']')
}

func (p *printer) mapping(v value, verb rune, depth int) {
	if p.spec.syntax {
		p.name(v)
		if v.word() == nil {
			p.str("(nil)")
			return
		}
		p.byte('{')
	} else {
		p.str("map[")
	}
	for i, e := range sortedEntries(v) {
		p.separate(i)
		p.walk(e.key, verb, depth+1)
		p.byte(':')
		p.walk(e.elem, verb, depth+1)
	}
	p.shut(']')
}
