package binary

import (
	"errors"
	"io"
	"math"
	"reflect"
)

var errShort = errors.New("buffer too small")

// Size is the number of bytes that v takes, -1 if it is not of fixed size.
func Size(v any) int { return sizeOf(reflect.Indirect(reflect.ValueOf(v))) }

func sizeOf(v reflect.Value) int {
	if !v.IsValid() {
		return -1
	}
	if v.Kind() == reflect.Slice {
		n := sizeOfType(v.Type().Elem())
		if n < 0 {
			return -1
		}
		return n * v.Len()
	}
	return sizeOfType(v.Type())
}

func sizeOfType(t reflect.Type) int {
	switch t.Kind() {
	case reflect.Array:
		if n := sizeOfType(t.Elem()); n >= 0 {
			return n * t.Len()
		}
	case reflect.Struct:
		sum := 0
		for i := range t.NumField() {
			n := sizeOfType(t.Field(i).Type)
			if n < 0 {
				return -1
			}
			sum += n
		}
		return sum
	case reflect.Bool, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64, reflect.Uint8, reflect.Uint16,
		reflect.Uint32, reflect.Uint64, reflect.Float32, reflect.Float64, reflect.Complex64, reflect.Complex128:
		return int(t.Size())
	}
	return -1
}

// coder goes through a value and its bytes.
type coder struct {
	order ByteOrder
	buf   []byte
	at    int
}

func (c *coder) next(n int) []byte {
	b := c.buf[c.at : c.at+n]
	c.at += n
	return b
}

func (c *coder) putUint(size int, x uint64) {
	switch b := c.next(size); size {
	case 1:
		b[0] = byte(x)
	case 2:
		c.order.PutUint16(b, uint16(x))
	case 4:
		c.order.PutUint32(b, uint32(x))
	case 8:
		c.order.PutUint64(b, x)
	}
}

func (c *coder) uint(size int) uint64 {
	switch b := c.next(size); size {
	case 1:
		return uint64(b[0])
	case 2:
		return uint64(c.order.Uint16(b))
	case 4:
		return uint64(c.order.Uint32(b))
	default:
		return c.order.Uint64(b)
	}
}

// int is a number of the given size with its sign.
func (c *coder) int(size int) int64 {
	shift := 64 - 8*size
	return int64(c.uint(size)) << shift >> shift
}

func (c *coder) putFloat(size int, f float64) {
	if size == 4 {
		c.putUint(4, uint64(math.Float32bits(float32(f))))
	} else {
		c.putUint(8, math.Float64bits(f))
	}
}

func (c *coder) float(size int) float64 {
	if size == 4 {
		return float64(math.Float32frombits(uint32(c.uint(4))))
	}
	return math.Float64frombits(c.uint(8))
}

func (c *coder) put(v reflect.Value) {
	size := int(v.Type().Size())
	switch v.Kind() {
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			c.put(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "_" {
				clear(c.next(sizeOfType(v.Type().Field(i).Type)))
				continue
			}
			c.put(v.Field(i))
		}
	case reflect.Bool:
		x := uint64(0)
		if v.Bool() {
			x = 1
		}
		c.putUint(1, x)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		c.putUint(size, uint64(v.Int()))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		c.putUint(size, v.Uint())
	case reflect.Float32, reflect.Float64:
		c.putFloat(size, v.Float())
	case reflect.Complex64, reflect.Complex128:
		c.putFloat(size/2, real(v.Complex()))
		c.putFloat(size/2, imag(v.Complex()))
	}
}

func (c *coder) get(v reflect.Value) {
	size := int(v.Type().Size())
	switch v.Kind() {
	case reflect.Array, reflect.Slice:
		for i := range v.Len() {
			c.get(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "_" {
				c.next(sizeOfType(v.Type().Field(i).Type))
				continue
			}
			c.get(v.Field(i))
		}
	case reflect.Bool:
		v.SetBool(c.uint(1) != 0)
	case reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(c.int(size))
	case reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(c.uint(size))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(c.float(size))
	case reflect.Complex64, reflect.Complex128:
		re := c.float(size / 2)
		v.SetComplex(complex(re, c.float(size/2)))
	}
}

// target is the variable that data points to, or the slice that it is, with its size.
func target(data any) (v reflect.Value, size int) {
	v = reflect.ValueOf(data)
	size = -1
	switch v.Kind() {
	case reflect.Pointer:
		v = v.Elem()
		size = sizeOf(v)
	case reflect.Slice:
		size = sizeOf(v)
	}
	return v, size
}

func badType(name string, data any) error {
	text := "<nil>"
	if t := reflect.TypeOf(data); t != nil {
		text = t.String()
	}
	return errors.New("binary." + name + ": invalid type " + text)
}

// Read reads what data points to, or the elements of the slice data.
func Read(r io.Reader, order ByteOrder, data any) error {
	v, size := target(data)
	if size < 0 {
		return badType("Read", data)
	}
	c := &coder{order: order, buf: make([]byte, size)}
	if _, err := io.ReadFull(r, c.buf); err != nil {
		return err
	}
	c.get(v)
	return nil
}

// Decode reads what data points to from buf and returns the number of bytes.
func Decode(buf []byte, order ByteOrder, data any) (int, error) {
	v, size := target(data)
	if size < 0 {
		return 0, badType("Decode", data)
	}
	if len(buf) < size {
		return 0, errShort
	}
	(&coder{order: order, buf: buf}).get(v)
	return size, nil
}

// Write writes data.
func Write(w io.Writer, order ByteOrder, data any) error {
	b, ok := encoded(order, data)
	if !ok {
		return someType("Write", data)
	}
	_, err := w.Write(b)
	return err
}

// Encode writes data to buf and returns the number of bytes.
func Encode(buf []byte, order ByteOrder, data any) (int, error) {
	b, ok := encoded(order, data)
	if !ok {
		return 0, someType("Encode", data)
	}
	if len(buf) < len(b) {
		return 0, errShort
	}
	return copy(buf, b), nil
}

// Append appends data to buf.
func Append(buf []byte, order ByteOrder, data any) ([]byte, error) {
	b, ok := encoded(order, data)
	if !ok {
		return nil, someType("Append", data)
	}
	return append(buf, b...), nil
}

func someType(name string, data any) error {
	text := "<nil>"
	if t := reflect.TypeOf(data); t != nil {
		text = t.String()
	}
	return errors.New("binary." + name + ": some values are not fixed-sized in type " + text)
}

func encoded(order ByteOrder, data any) ([]byte, bool) {
	v := reflect.Indirect(reflect.ValueOf(data))
	size := sizeOf(v)
	if size < 0 {
		return nil, false
	}
	c := &coder{order: order, buf: make([]byte, size)}
	c.put(v)
	return c.buf, true
}
