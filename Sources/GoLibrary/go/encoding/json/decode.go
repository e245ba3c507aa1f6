package json

import (
	"encoding"
	"encoding/base64"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// Unmarshal reads a JSON value into what v points to.
func Unmarshal(data []byte, v any) error {
	if err := check(data); err != nil {
		return err
	}
	return (&decoder{data: data}).into(v)
}

// A decoder reads values, which have been checked.
type decoder struct {
	data      []byte
	at        int
	err       error // the first that does not end the reading
	useNumber bool
	onlyKnown bool
	outer     reflect.Type // the struct whose field is read
	path      []string     // to that field
}

func (d *decoder) into(v any) error {
	p := reflect.ValueOf(v)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		return &InvalidUnmarshalError{reflect.TypeOf(v)}
	}
	if err := d.value(p); err != nil {
		return d.inContext(err)
	}
	return d.err
}

// inContext adds the place to an error about a type.
func (d *decoder) inContext(err error) error {
	if e, ok := err.(*UnmarshalTypeError); ok && e.Struct == "" && e.Field == "" && d.outer != nil {
		e.Struct, e.Field = d.outer.Name(), strings.Join(d.path, ".")
	}
	return err
}

// note keeps an error and goes on.
func (d *decoder) note(err error) {
	if d.err == nil {
		d.err = d.inContext(err)
	}
}

func (d *decoder) mismatch(what string, t reflect.Type, at int) {
	d.note(&UnmarshalTypeError{Value: what, Type: t, Offset: int64(at)})
}

func (d *decoder) space() {
	for d.at < len(d.data) && isSpace(d.data[d.at]) {
		d.at++
	}
}

// raw passes over a value and returns its text.
func (d *decoder) raw() []byte {
	d.space()
	c := checker{data: d.data, at: d.at}
	c.value()
	text := d.data[d.at:c.at]
	d.at = c.at
	return text
}

// follow goes through pointers to the variable that is to be set, and makes
// what they lack; it stops at a type that reads itself. For null it stops at a
// pointer that can be set to nil.
func follow(v reflect.Value, null bool) (Unmarshaler, encoding.TextUnmarshaler, reflect.Value) {
	start := v
	haveAddr := false
	if v.Kind() != reflect.Pointer && v.Type().Name() != "" && v.CanAddr() {
		haveAddr = true
		v = v.Addr()
	}
	for {
		if v.Kind() == reflect.Interface && !v.IsNil() {
			e := v.Elem()
			if e.Kind() == reflect.Pointer && !e.IsNil() && (!null || e.Elem().Kind() == reflect.Pointer) {
				haveAddr = false
				v = e
				continue
			}
		}
		if v.Kind() != reflect.Pointer {
			break
		}
		if null && v.CanSet() {
			break
		}
		if v.Elem().Kind() == reflect.Interface && v.Elem().Elem().Equal(v) {
			v = v.Elem() // an interface that holds a pointer to itself
			break
		}
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		if v.Type().NumMethod() > 0 && v.CanInterface() {
			if u, ok := v.Interface().(Unmarshaler); ok {
				return u, nil, reflect.Value{}
			}
			if !null {
				if u, ok := v.Interface().(encoding.TextUnmarshaler); ok {
					return nil, u, reflect.Value{}
				}
			}
		}
		if haveAddr {
			v = start
			haveAddr = false
		} else {
			v = v.Elem()
		}
	}
	return nil, nil, v
}

// value reads a value into v; only errors that end the reading are returned.
func (d *decoder) value(v reflect.Value) error {
	d.space()
	switch d.data[d.at] {
	case '{':
		return d.object(v)
	case '[':
		return d.array(v)
	}
	begin := d.at
	text := d.raw()
	return d.literal(text, v, begin, false)
}

func (d *decoder) array(v reflect.Value) error {
	begin := d.at
	u, ut, v := follow(v, false)
	if u != nil {
		return u.UnmarshalJSON(d.raw())
	}
	if ut != nil {
		d.mismatch("array", reflect.TypeOf(ut), begin+1)
		d.raw()
		return nil
	}
	switch {
	case v.Kind() == reflect.Interface && v.NumMethod() == 0:
		v.Set(reflect.ValueOf(d.anything()))
		return nil
	case v.Kind() != reflect.Slice && v.Kind() != reflect.Array:
		d.mismatch("array", v.Type(), begin+1)
		d.raw()
		return nil
	}
	d.at++
	n := 0
	for d.more(n, ']') {
		if v.Kind() == reflect.Slice {
			if n >= v.Cap() {
				v.Grow(1)
			}
			if n >= v.Len() {
				v.SetLen(n + 1)
			}
		}
		if n < v.Len() {
			if err := d.value(v.Index(n)); err != nil {
				return err
			}
		} else {
			d.raw()
		}
		n++
	}
	switch {
	case v.Kind() == reflect.Array:
		for ; n < v.Len(); n++ {
			v.Index(n).SetZero()
		}
	case n == 0:
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	case n < v.Len():
		v.SetLen(n)
	}
	return nil
}

// more passes over what is between elements, or the end; n elements were read.
func (d *decoder) more(n int, end byte) bool {
	d.space()
	if d.data[d.at] == end {
		d.at++
		return false
	}
	if n > 0 {
		d.at++
	}
	d.space()
	return true
}

func (d *decoder) object(v reflect.Value) error {
	begin := d.at
	u, ut, v := follow(v, false)
	if u != nil {
		return u.UnmarshalJSON(d.raw())
	}
	if ut != nil {
		d.mismatch("object", reflect.TypeOf(ut), begin+1)
		d.raw()
		return nil
	}
	switch t := v.Type(); v.Kind() {
	case reflect.Interface:
		if v.NumMethod() > 0 {
			break
		}
		v.Set(reflect.ValueOf(d.anything()))
		return nil
	case reflect.Map:
		switch k := t.Key().Kind(); {
		case k == reflect.String, reflect.Int <= k && k <= reflect.Uintptr, reflect.PointerTo(t.Key()).Implements(textUnmarshalerType):
			if v.IsNil() {
				v.Set(reflect.MakeMap(t))
			}
			return d.mapping(v)
		}
	case reflect.Struct:
		return d.structure(v)
	}
	d.mismatch("object", v.Type(), begin+1)
	d.raw()
	return nil
}

var textUnmarshalerType = reflect.TypeFor[encoding.TextUnmarshaler]()

// key reads a member's name and the colon.
func (d *decoder) key() (name string, begin int) {
	begin = d.at
	name = unquote(d.raw())
	d.space()
	d.at++
	return name, begin
}

func (d *decoder) mapping(v reflect.Value) error {
	d.at++
	t := v.Type()
	for n := 0; d.more(n, '}'); n++ {
		name, begin := d.key()
		elem := reflect.New(t.Elem()).Elem()
		if err := d.value(elem); err != nil {
			return err
		}
		key := reflect.New(t.Key())
		if u, ok := key.Interface().(encoding.TextUnmarshaler); ok {
			if err := u.UnmarshalText([]byte(name)); err != nil {
				return err
			}
			v.SetMapIndex(key.Elem(), elem)
			continue
		}
		key = key.Elem()
		switch {
		case key.Kind() == reflect.String:
			key.SetString(name)
		case key.CanInt():
			i, err := strconv.ParseInt(name, 10, 64)
			if err != nil || key.OverflowInt(i) {
				d.mismatch("number "+name, t.Key(), begin+1)
				continue
			}
			key.SetInt(i)
		default:
			u, err := strconv.ParseUint(name, 10, 64)
			if err != nil || key.OverflowUint(u) {
				d.mismatch("number "+name, t.Key(), begin+1)
				continue
			}
			key.SetUint(u)
		}
		v.SetMapIndex(key, elem)
	}
	return nil
}

// fieldFor is the field for a name: the same, or else the same but for case.
func fieldFor(fields []field, name string) *field {
	for i := range fields {
		if fields[i].name == name {
			return &fields[i]
		}
	}
	for i := range fields {
		if strings.EqualFold(fields[i].name, name) {
			return &fields[i]
		}
	}
	return nil
}

func (d *decoder) structure(v reflect.Value) error {
	d.at++
	t := v.Type()
	fields := fieldsOf(t)
	outer, path := d.outer, d.path
	for n := 0; d.more(n, '}'); n++ {
		name, _ := d.key()
		f := fieldFor(fields, name)
		if f == nil {
			if d.onlyKnown {
				d.note(fmt.Errorf("json: unknown field %q", name))
			}
			d.raw()
			continue
		}
		d.outer, d.path = t, append(path[:len(path):len(path)], f.name)
		at, ok := d.reach(v, f.index)
		if !ok {
			d.raw()
		} else if f.quoted {
			if err := d.inQuotes(at); err != nil {
				return err
			}
		} else if err := d.value(at); err != nil {
			return err
		}
		d.outer, d.path = outer, path
	}
	return nil
}

// reach goes to a field and makes the structs on the way.
func (d *decoder) reach(v reflect.Value, index []int) (reflect.Value, bool) {
	for _, i := range index {
		if v.Kind() == reflect.Pointer {
			if v.IsNil() {
				if !v.CanSet() {
					d.note(fmt.Errorf("json: cannot set embedded pointer to unexported struct: %v", v.Type().Elem()))
					return v, false
				}
				v.Set(reflect.New(v.Type().Elem()))
			}
			v = v.Elem()
		}
		v = v.Field(i)
	}
	return v, true
}

// inQuotes reads a field with the option string.
func (d *decoder) inQuotes(v reflect.Value) error {
	d.space()
	begin := d.at
	text := d.raw()
	switch {
	case string(text) == "null":
		return d.literal(text, v, begin, false)
	case text[0] == '"':
		return d.literal([]byte(unquote(text)), v, begin, true)
	}
	d.note(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal unquoted value into %v", v.Type()))
	return nil
}

// literal reads what is neither object nor array. Text from within quotes has not been checked.
func (d *decoder) literal(text []byte, v reflect.Value, begin int, quoted bool) error {
	misuse := func() error {
		return fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal %q into %v", text, v.Type())
	}
	if quoted && (len(text) == 0 || check(text) != nil) {
		d.note(misuse())
		return nil
	}
	null := string(text) == "null"
	u, ut, target := follow(v, null)
	if u != nil {
		return u.UnmarshalJSON(text)
	}
	end := d.at
	if ut != nil {
		if text[0] != '"' {
			if quoted {
				d.note(misuse())
				return nil
			}
			what := "number"
			if text[0] == 't' || text[0] == 'f' {
				what = "bool"
			}
			d.mismatch(what, v.Type(), end)
			return nil
		}
		return ut.UnmarshalText([]byte(unquote(text)))
	}
	v = target
	t := v.Type()
	wrong := func(what string) {
		if quoted {
			d.note(fmt.Errorf("json: invalid use of ,string struct tag, trying to unmarshal %q into %v", text, t))
		} else {
			d.mismatch(what, t, end)
		}
	}
	switch text[0] {
	case 'n':
		if quoted && !null {
			d.note(misuse())
			return nil
		}
		switch v.Kind() {
		case reflect.Interface, reflect.Pointer, reflect.Map, reflect.Slice:
			v.SetZero()
		}
	case 't', 'f':
		switch {
		case v.Kind() == reflect.Bool:
			v.SetBool(text[0] == 't')
		case v.Kind() == reflect.Interface && v.NumMethod() == 0:
			v.Set(reflect.ValueOf(text[0] == 't'))
		default:
			wrong("bool")
		}
	case '"':
		s := unquote(text)
		switch {
		case v.Kind() == reflect.Slice && t.Elem().Kind() == reflect.Uint8:
			b, err := base64.StdEncoding.DecodeString(s)
			if err != nil {
				d.note(err)
				return nil
			}
			v.SetBytes(b)
		case v.Kind() == reflect.String:
			if t == numberType && !isNumber(s) {
				return fmt.Errorf("json: invalid number literal, trying to unmarshal %q into Number", text)
			}
			v.SetString(s)
		case v.Kind() == reflect.Interface && v.NumMethod() == 0:
			v.Set(reflect.ValueOf(s))
		default:
			wrong("string")
		}
	default:
		return d.number(string(text), v, end, quoted, wrong)
	}
	return nil
}

func (d *decoder) number(s string, v reflect.Value, end int, quoted bool, wrong func(string)) error {
	switch {
	case v.Kind() == reflect.String && v.Type() == numberType:
		v.SetString(s)
	case v.Kind() == reflect.Interface && v.NumMethod() == 0:
		n, err := d.plainNumber(s)
		if err != nil {
			err.Offset = int64(end) + 1 // of the byte behind
			d.note(err)
			return nil
		}
		v.Set(reflect.ValueOf(n))
	case v.CanInt():
		i, err := strconv.ParseInt(s, 10, 64)
		if err != nil || v.OverflowInt(i) {
			d.mismatch("number "+s, v.Type(), end)
			return nil
		}
		v.SetInt(i)
	case v.CanUint():
		u, err := strconv.ParseUint(s, 10, 64)
		if err != nil || v.OverflowUint(u) {
			d.mismatch("number "+s, v.Type(), end)
			return nil
		}
		v.SetUint(u)
	case v.CanFloat():
		f, err := strconv.ParseFloat(s, int(v.Type().Size())*8)
		if err != nil || v.OverflowFloat(f) {
			d.mismatch("number "+s, v.Type(), end)
			return nil
		}
		v.SetFloat(f)
	case quoted:
		return errors.New("json: invalid use of ,string struct tag, trying to unmarshal " + strconv.Quote(s) + " into " + v.Type().String())
	default:
		wrong("number")
	}
	return nil
}
