package json

import (
	"encoding"
	"encoding/base64"
	"errors"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Marshal is v as JSON.
func Marshal(v any) ([]byte, error) { return appendValue(v, true) }

func appendValue(v any, html bool) ([]byte, error) {
	e := &encoder{html: html}
	if err := e.value(reflect.ValueOf(v), false); err != nil {
		return nil, err
	}
	return e.buf, nil
}

// MarshalIndent is Marshal with Indent.
func MarshalIndent(v any, prefix, indent string) ([]byte, error) {
	b, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	return appendIndented(nil, b, prefix, indent), nil
}

// An encoder appends values to buf.
type encoder struct {
	buf   []byte
	html  bool
	depth int
	// From some depth on: the pointers, maps and slices that are being written.
	seen map[any]bool
}

// cycleDepth is how deep references may go before cycles are looked for.
const cycleDepth = 1000

var (
	marshalerType     = reflect.TypeFor[Marshaler]()
	textMarshalerType = reflect.TypeFor[encoding.TextMarshaler]()
	numberType        = reflect.TypeFor[Number]()
)

func (e *encoder) text(s string) { e.buf = append(e.buf, s...) }

func (e *encoder) string(s string) { e.buf = appendString(e.buf, s, e.html) }

// value writes v; quoted puts numbers, booleans and strings into quotes.
func (e *encoder) value(v reflect.Value, quoted bool) error {
	if !v.IsValid() {
		e.text("null")
		return nil
	}
	t := v.Type()
	byAddress := t.Kind() != reflect.Pointer && v.CanAddr()
	switch {
	case byAddress && reflect.PointerTo(t).Implements(marshalerType):
		return e.marshaler(v.Addr())
	case t.Implements(marshalerType):
		return e.marshaler(v)
	case byAddress && reflect.PointerTo(t).Implements(textMarshalerType):
		return e.textMarshaler(v.Addr())
	case t.Implements(textMarshalerType):
		return e.textMarshaler(v)
	}
	quote := func() {
		if quoted {
			e.buf = append(e.buf, '"')
		}
	}
	switch v.Kind() {
	case reflect.Bool:
		quote()
		e.buf = strconv.AppendBool(e.buf, v.Bool())
		quote()
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		quote()
		e.buf = strconv.AppendInt(e.buf, v.Int(), 10)
		quote()
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		quote()
		e.buf = strconv.AppendUint(e.buf, v.Uint(), 10)
		quote()
	case reflect.Float32, reflect.Float64:
		quote()
		if err := e.float(v); err != nil {
			return err
		}
		quote()
	case reflect.String:
		s := v.String()
		switch {
		case t == numberType:
			if s == "" {
				s = "0"
			}
			if !isNumber(s) {
				return errors.New("json: invalid number literal " + strconv.Quote(s))
			}
			quote()
			e.text(s)
			quote()
		case quoted:
			e.string(string(appendString(nil, s, e.html)))
		default:
			e.string(s)
		}
	case reflect.Interface:
		return e.value(v.Elem(), false)
	case reflect.Pointer:
		if v.IsNil() {
			e.text("null")
			return nil
		}
		return e.inside(v, v.Interface, func() error { return e.value(v.Elem(), quoted) })
	case reflect.Struct:
		return e.structure(v)
	case reflect.Map:
		return e.mapping(v)
	case reflect.Slice:
		return e.slice(v)
	case reflect.Array:
		return e.elements(v)
	default:
		return &UnsupportedTypeError{t}
	}
	return nil
}

// inside writes what a reference refers to; key tells references apart.
func (e *encoder) inside(v reflect.Value, key func() any, write func() error) error {
	e.depth++
	defer func() { e.depth-- }()
	if e.depth > cycleDepth {
		k := key()
		if e.seen[k] {
			return &UnsupportedValueError{v, "encountered a cycle via " + v.Type().String()}
		}
		if e.seen == nil {
			e.seen = make(map[any]bool)
		}
		e.seen[k] = true
		defer delete(e.seen, k)
	}
	return write()
}

func (e *encoder) float(v reflect.Value) error {
	f, size := v.Float(), int(v.Type().Size())*8
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return &UnsupportedValueError{v, strconv.FormatFloat(f, 'g', -1, size)}
	}
	// Like JavaScript: an exponent below 1e-6 and from 1e21 on.
	abs := math.Abs(f)
	format := byte('f')
	if abs != 0 && (size == 64 && (abs < 1e-6 || abs >= 1e21) || size == 32 && (float32(abs) < 1e-6 || float32(abs) >= 1e21)) {
		format = 'e'
	}
	e.buf = strconv.AppendFloat(e.buf, f, format, -1, size)
	if n := len(e.buf); format == 'e' && n >= 4 && e.buf[n-4] == 'e' && e.buf[n-3] == '-' && e.buf[n-2] == '0' {
		e.buf[n-2] = e.buf[n-1] // e-09 is e-9
		e.buf = e.buf[:n-1]
	}
	return nil
}

func (e *encoder) marshaler(v reflect.Value) error {
	if v.Kind() == reflect.Pointer && v.IsNil() {
		e.text("null")
		return nil
	}
	m, ok := v.Interface().(Marshaler)
	if !ok {
		e.text("null")
		return nil
	}
	b, err := m.MarshalJSON()
	if err == nil {
		err = check(b)
	}
	if err != nil {
		return &MarshalerError{v.Type(), err, "MarshalJSON"}
	}
	e.buf = appendCompact(e.buf, b, e.html)
	return nil
}

func (e *encoder) textMarshaler(v reflect.Value) error {
	if v.Kind() == reflect.Pointer && v.IsNil() {
		e.text("null")
		return nil
	}
	m, ok := v.Interface().(encoding.TextMarshaler)
	if !ok {
		e.text("null")
		return nil
	}
	b, err := m.MarshalText()
	if err != nil {
		return &MarshalerError{v.Type(), err, "MarshalText"}
	}
	e.string(string(b))
	return nil
}

func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Array, reflect.Map, reflect.Slice, reflect.String:
		return v.Len() == 0
	case reflect.Struct, reflect.Func, reflect.Chan, reflect.UnsafePointer:
		return false
	}
	return v.IsZero()
}

func (e *encoder) structure(v reflect.Value) error {
	next := byte('{')
fields:
	for _, f := range fieldsOf(v.Type()) {
		at := v
		for _, i := range f.index {
			if at.Kind() == reflect.Pointer {
				if at.IsNil() {
					continue fields
				}
				at = at.Elem()
			}
			at = at.Field(i)
		}
		if f.omitEmpty && isEmpty(at) {
			continue
		}
		e.buf = append(e.buf, next)
		next = ','
		e.string(f.name)
		e.buf = append(e.buf, ':')
		if err := e.value(at, f.quoted); err != nil {
			return err
		}
	}
	if next == '{' {
		e.buf = append(e.buf, next)
	}
	e.buf = append(e.buf, '}')
	return nil
}

// keyText is a map key as the name of a member.
func keyText(k reflect.Value) (string, error) {
	if k.Kind() == reflect.String {
		return k.String(), nil
	}
	if m, ok := k.Interface().(encoding.TextMarshaler); ok {
		if k.Kind() == reflect.Pointer && k.IsNil() {
			return "", nil
		}
		b, err := m.MarshalText()
		return string(b), err
	}
	if k.CanInt() {
		return strconv.FormatInt(k.Int(), 10), nil
	}
	return strconv.FormatUint(k.Uint(), 10), nil
}

func (e *encoder) mapping(v reflect.Value) error {
	switch k := v.Type().Key(); k.Kind() {
	case reflect.String, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint,
		reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
	default:
		if !k.Implements(textMarshalerType) {
			return &UnsupportedTypeError{v.Type()}
		}
	}
	if v.IsNil() {
		e.text("null")
		return nil
	}
	return e.inside(v, func() any { return v.UnsafePointer() }, func() error {
		type member struct {
			name  string
			value reflect.Value
		}
		members := make([]member, 0, v.Len())
		for it := v.MapRange(); it.Next(); {
			name, err := keyText(it.Key())
			if err != nil {
				return &MarshalerError{v.Type(), err, "MarshalText"}
			}
			members = append(members, member{name, it.Value()})
		}
		slices.SortFunc(members, func(a, b member) int { return strings.Compare(a.name, b.name) })
		e.buf = append(e.buf, '{')
		for i, m := range members {
			if i > 0 {
				e.buf = append(e.buf, ',')
			}
			e.string(m.name)
			e.buf = append(e.buf, ':')
			if err := e.value(m.value, false); err != nil {
				return err
			}
		}
		e.buf = append(e.buf, '}')
		return nil
	})
}

func (e *encoder) slice(v reflect.Value) error {
	if v.IsNil() {
		e.text("null")
		return nil
	}
	if elem := v.Type().Elem(); elem.Kind() == reflect.Uint8 {
		p := reflect.PointerTo(elem)
		if !p.Implements(marshalerType) && !p.Implements(textMarshalerType) {
			e.buf = append(e.buf, '"')
			e.buf = base64.StdEncoding.AppendEncode(e.buf, v.Bytes())
			e.buf = append(e.buf, '"')
			return nil
		}
	}
	type part struct {
		at  uintptr
		len int
	}
	return e.inside(v, func() any { return part{v.Pointer(), v.Len()} }, func() error { return e.elements(v) })
}

func (e *encoder) elements(v reflect.Value) error {
	e.buf = append(e.buf, '[')
	for i := range v.Len() {
		if i > 0 {
			e.buf = append(e.buf, ',')
		}
		if err := e.value(v.Index(i), false); err != nil {
			return err
		}
	}
	e.buf = append(e.buf, ']')
	return nil
}
