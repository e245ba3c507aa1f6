package json

import (
	"reflect"
	"strconv"
)

// anything reads a value for an interface: bool, float64 or Number, string,
// []any, map[string]any or nil.
func (d *decoder) anything() any {
	d.space()
	switch d.data[d.at] {
	case '{':
		d.at++
		m := make(map[string]any)
		for n := 0; d.more(n, '}'); n++ {
			name, _ := d.key()
			m[name] = d.anything()
		}
		return m
	case '[':
		d.at++
		list := []any{}
		for d.more(len(list), ']') {
			list = append(list, d.anything())
		}
		return list
	}
	switch text := d.raw(); text[0] {
	case 'n':
		return nil
	case 't', 'f':
		return text[0] == 't'
	case '"':
		return unquote(text)
	default:
		n, err := d.plainNumber(string(text))
		if err != nil {
			err.Offset = int64(d.at) + 1
			d.note(err)
			return nil
		}
		return n
	}
}

func (d *decoder) plainNumber(s string) (any, *UnmarshalTypeError) {
	if d.useNumber {
		return Number(s), nil
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return nil, &UnmarshalTypeError{Value: "number " + s, Type: reflect.TypeFor[float64]()}
	}
	return f, nil
}
