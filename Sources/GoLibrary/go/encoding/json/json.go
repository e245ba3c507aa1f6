// Package json turns values into JSON text (RFC 8259) and back.
//
// check.go finds out whether text is JSON at all, and where a value ends, so
// that whoever reads it afterwards need not look for mistakes: decode.go reads
// values of Go types, generic.go those without one. encode.go writes values,
// string.go strings, fields.go finds the fields of structs, layout.go puts
// text into lines, and stream.go reads and writes one value after the other.
package json

import (
	"reflect"
	"strconv"
)

// A Marshaler writes itself as JSON.
type Marshaler interface {
	MarshalJSON() ([]byte, error)
}

// An Unmarshaler reads itself from JSON; it must copy what it wants to keep.
type Unmarshaler interface {
	UnmarshalJSON([]byte) error
}

// A RawMessage is JSON text that is neither written nor read further.
type RawMessage []byte

// MarshalJSON is the text itself.
func (m RawMessage) MarshalJSON() ([]byte, error) {
	if m == nil {
		return []byte("null"), nil
	}
	return m, nil
}

// UnmarshalJSON keeps the text.
func (m *RawMessage) UnmarshalJSON(data []byte) error {
	*m = append((*m)[:0], data...)
	return nil
}

// A Number is a number as it was written.
type Number string

func (n Number) String() string { return string(n) }

func (n Number) Float64() (float64, error) { return strconv.ParseFloat(string(n), 64) }

func (n Number) Int64() (int64, error) { return strconv.ParseInt(string(n), 10, 64) }

// A SyntaxError says why text is no JSON.
type SyntaxError struct {
	msg    string
	Offset int64 // bytes read up to it
}

func (e *SyntaxError) Error() string { return e.msg }

// An UnmarshalTypeError says that a value does not suit a type.
type UnmarshalTypeError struct {
	Value  string       // "bool", "array", "number -5" ...
	Type   reflect.Type // that it does not suit
	Offset int64        // bytes read up to it
	Struct string       // the type that has the field
	Field  string       // the way to the field from the outermost struct
}

func (e *UnmarshalTypeError) Error() string {
	text := "json: cannot unmarshal " + e.Value + " into Go "
	if e.Struct != "" || e.Field != "" {
		return text + "struct field " + e.Struct + "." + e.Field + " of type " + e.Type.String()
	}
	return text + "value of type " + e.Type.String()
}

// An UnmarshalFieldError is not used any more.
type UnmarshalFieldError struct {
	Key   string
	Type  reflect.Type
	Field reflect.StructField
}

func (e *UnmarshalFieldError) Error() string {
	return "json: cannot unmarshal object key " + strconv.Quote(e.Key) + " into unexported field " + e.Field.Name + " of type " + e.Type.String()
}

// An InvalidUnmarshalError says that Unmarshal was not given a pointer.
type InvalidUnmarshalError struct {
	Type reflect.Type
}

func (e *InvalidUnmarshalError) Error() string {
	switch {
	case e.Type == nil:
		return "json: Unmarshal(nil)"
	case e.Type.Kind() != reflect.Pointer:
		return "json: Unmarshal(non-pointer " + e.Type.String() + ")"
	}
	return "json: Unmarshal(nil " + e.Type.String() + ")"
}

// An UnsupportedTypeError says that there is no JSON for a type.
type UnsupportedTypeError struct {
	Type reflect.Type
}

func (e *UnsupportedTypeError) Error() string { return "json: unsupported type: " + e.Type.String() }

// An UnsupportedValueError says that there is no JSON for a value.
type UnsupportedValueError struct {
	Value reflect.Value
	Str   string
}

func (e *UnsupportedValueError) Error() string { return "json: unsupported value: " + e.Str }

// An InvalidUTF8Error is not used any more.
type InvalidUTF8Error struct {
	S string
}

func (e *InvalidUTF8Error) Error() string {
	return "json: invalid UTF-8 in string: " + strconv.Quote(e.S)
}

// A MarshalerError is an error of a method that writes JSON.
type MarshalerError struct {
	Type       reflect.Type
	Err        error
	sourceFunc string
}

func (e *MarshalerError) Error() string {
	method := e.sourceFunc
	if method == "" {
		method = "MarshalJSON"
	}
	return "json: error calling " + method + " for type " + e.Type.String() + ": " + e.Err.Error()
}

func (e *MarshalerError) Unwrap() error { return e.Err }
