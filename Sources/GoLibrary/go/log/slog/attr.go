package slog

import (
	"fmt"
	"strconv"
	"time"
)

// A Kind is what a Value holds.
type Kind int

const (
	KindAny Kind = iota
	KindBool
	KindDuration
	KindFloat64
	KindInt64
	KindString
	KindTime
	KindUint64
	KindGroup
	KindLogValuer
)

func (k Kind) String() string {
	names := [...]string{"Any", "Bool", "Duration", "Float64", "Int64", "String", "Time", "Uint64", "Group", "LogValuer"}
	if k >= 0 && int(k) < len(names) {
		return names[k]
	}
	return "<unknown slog.Kind>"
}

// A Value is any value.
type Value struct {
	v any // of the kind's type
}

// A LogValuer has another value to be logged in its place.
type LogValuer interface {
	LogValue() Value
}

func StringValue(value string) Value      { return Value{value} }
func IntValue(v int) Value                { return Value{int64(v)} }
func Int64Value(v int64) Value            { return Value{v} }
func Uint64Value(v uint64) Value          { return Value{v} }
func Float64Value(v float64) Value        { return Value{v} }
func BoolValue(v bool) Value              { return Value{v} }
func TimeValue(v time.Time) Value         { return Value{v.Round(0)} }
func DurationValue(v time.Duration) Value { return Value{v} }

// GroupValue is attributes, without empty groups.
func GroupValue(as ...Attr) Value {
	kept := make([]Attr, 0, len(as))
	for _, a := range as {
		if !a.Value.isEmptyGroup() {
			kept = append(kept, a)
		}
	}
	return Value{kept}
}

// AnyValue is v; numbers become one of the kinds for numbers.
func AnyValue(v any) Value {
	switch v := v.(type) {
	case int:
		return Int64Value(int64(v))
	case int8:
		return Int64Value(int64(v))
	case int16:
		return Int64Value(int64(v))
	case int32:
		return Int64Value(int64(v))
	case uint:
		return Uint64Value(uint64(v))
	case uint8:
		return Uint64Value(uint64(v))
	case uint16:
		return Uint64Value(uint64(v))
	case uint32:
		return Uint64Value(uint64(v))
	case uintptr:
		return Uint64Value(uint64(v))
	case float32:
		return Float64Value(float64(v))
	case time.Time:
		return TimeValue(v)
	case []Attr:
		return GroupValue(v...)
	case Kind:
		return Value{v}
	case Value:
		return v
	}
	return Value{v}
}

func (v Value) Kind() Kind {
	switch v.v.(type) {
	case bool:
		return KindBool
	case time.Duration:
		return KindDuration
	case float64:
		return KindFloat64
	case int64:
		return KindInt64
	case string:
		return KindString
	case time.Time:
		return KindTime
	case uint64:
		return KindUint64
	case []Attr:
		return KindGroup
	case LogValuer:
		return KindLogValuer
	}
	return KindAny
}

func (v Value) Any() any                { return v.v }
func (v Value) Int64() int64            { return need[int64](v, KindInt64) }
func (v Value) Uint64() uint64          { return need[uint64](v, KindUint64) }
func (v Value) Bool() bool              { return need[bool](v, KindBool) }
func (v Value) Float64() float64        { return need[float64](v, KindFloat64) }
func (v Value) Duration() time.Duration { return need[time.Duration](v, KindDuration) }
func (v Value) Time() time.Time         { return need[time.Time](v, KindTime) }
func (v Value) Group() []Attr           { return need[[]Attr](v, KindGroup) }
func (v Value) LogValuer() LogValuer    { return v.v.(LogValuer) }

func need[T any](v Value, k Kind) T {
	if x, ok := v.v.(T); ok {
		return x
	}
	panic(fmt.Sprintf("Value kind is %s, not %s", v.Kind(), k))
}

// String is the value as text.
func (v Value) String() string {
	switch x := v.v.(type) {
	case string:
		return x
	case int64:
		return strconv.FormatInt(x, 10)
	case uint64:
		return strconv.FormatUint(x, 10)
	case float64:
		return strconv.FormatFloat(x, 'g', -1, 64)
	case bool:
		return strconv.FormatBool(x)
	case time.Duration:
		return x.String()
	case time.Time:
		return x.String()
	}
	return fmt.Sprint(v.v)
}

// Equal reports whether two values are equal.
func (v Value) Equal(w Value) bool {
	a, ok := v.v.([]Attr)
	b, also := w.v.([]Attr)
	if ok != also || len(a) != len(b) {
		return false
	}
	if t, is := v.v.(time.Time); is {
		u, is := w.v.(time.Time)
		return is && t.Equal(u)
	}
	if !ok {
		return v.v == w.v
	}
	for i := range a {
		if !a[i].Equal(b[i]) {
			return false
		}
	}
	return true
}

func (v Value) isEmptyGroup() bool {
	as, ok := v.v.([]Attr)
	return ok && len(as) == 0
}

// Resolve asks LogValuers until there is a value.
func (v Value) Resolve() (rv Value) {
	original := v
	defer func() {
		if r := recover(); r != nil {
			rv = AnyValue(fmt.Errorf("LogValue panicked\n%v", r))
		}
	}()
	for range 100 {
		l, ok := v.v.(LogValuer)
		if !ok || v.Kind() != KindLogValuer {
			return v
		}
		v = l.LogValue()
	}
	return AnyValue(fmt.Errorf("LogValue called too many times on Value of type %T", original.v))
}

// An Attr is a value with a key.
type Attr struct {
	Key   string
	Value Value
}

func String(key, value string) Attr             { return Attr{key, StringValue(value)} }
func Int64(key string, value int64) Attr        { return Attr{key, Int64Value(value)} }
func Int(key string, value int) Attr            { return Attr{key, IntValue(value)} }
func Uint64(key string, v uint64) Attr          { return Attr{key, Uint64Value(v)} }
func Float64(key string, v float64) Attr        { return Attr{key, Float64Value(v)} }
func Bool(key string, v bool) Attr              { return Attr{key, BoolValue(v)} }
func Time(key string, v time.Time) Attr         { return Attr{key, TimeValue(v)} }
func Duration(key string, v time.Duration) Attr { return Attr{key, DurationValue(v)} }
func Any(key string, value any) Attr            { return Attr{key, AnyValue(value)} }
func Group(key string, args ...any) Attr        { return Attr{key, GroupValue(attrs(args)...)} }

func (a Attr) Equal(b Attr) bool { return a.Key == b.Key && a.Value.Equal(b.Value) }

func (a Attr) String() string { return a.Key + "=" + a.Value.String() }

// badKey is the key of a value without one.
const badKey = "!BADKEY"

// attrs makes attributes of keys and values by turns, and of Attrs among them.
func attrs(args []any) []Attr {
	var list []Attr
	for len(args) > 0 {
		switch x := args[0].(type) {
		case string:
			if len(args) == 1 {
				return append(list, String(badKey, x))
			}
			list = append(list, Any(x, args[1]))
			args = args[2:]
		case Attr:
			list = append(list, x)
			args = args[1:]
		default:
			list = append(list, Any(badKey, x))
			args = args[1:]
		}
	}
	return list
}
