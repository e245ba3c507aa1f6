// Package rt: the intrinsics, by means of the real Go's reflection.
package rt

import (
	"fmt"
	"math/rand/v2"
	"os"
	"reflect"
	"runtime"
	"strconv"
	"sync"
	"time"
	"unsafe"
)

func real(t Type) reflect.Type {
	var a any
	*(*Empty)(unsafe.Pointer(&a)) = Empty{t, nil}
	return reflect.TypeOf(a)
}

func word(t reflect.Type) Type {
	if t == nil {
		return 0
	}
	return Type(uintptr((*Full)(unsafe.Pointer(&t)).Data))
}

func Kind(t Type) int          { return int(real(t).Kind()) }
func Size(t Type) uintptr      { return real(t).Size() }
func Align(t Type) int         { return real(t).Align() }
func FieldAlign(t Type) int    { return real(t).FieldAlign() }
func TypeString(t Type) string { return real(t).String() }
func Name(t Type) string       { return real(t).Name() }
func PkgPath(t Type) string {
	p := real(t).PkgPath()
	if p == "ours/reflect" {
		return "reflect"
	}
	return p
}
func Elem(t Type) Type                  { return word(real(t).Elem()) }
func Key(t Type) Type                   { return word(real(t).Key()) }
func Len(t Type) int                    { return real(t).Len() }
func NumField(t Type) int               { return real(t).NumField() }
func FieldName(t Type, i int) string    { return real(t).Field(i).Name }
func FieldType(t Type, i int) Type      { return word(real(t).Field(i).Type) }
func FieldOffset(t Type, i int) uintptr { return real(t).Field(i).Offset }
func FieldTag(t Type, i int) string     { return string(real(t).Field(i).Tag) }
func FieldPkgPath(t Type, i int) string { return real(t).Field(i).PkgPath }
func Comparable(t Type) bool            { return real(t).Comparable() }
func InterfaceSize(t Type) int          { return real(t).NumMethod() }
func Implements(t Type, i Type) bool    { return real(t).Implements(real(i)) }
func PointerTo(t Type) Type             { return word(reflect.PointerTo(real(t))) }
func TypedMove(t Type, dst, src unsafe.Pointer) {
	reflect.NewAt(real(t), dst).Elem().Set(reflect.NewAt(real(t), src).Elem())
}
func NewObject(t Type) unsafe.Pointer { return reflect.New(real(t)).UnsafePointer() }

func FieldFlags(t Type, i int) int {
	f := real(t).Field(i)
	flags := 0
	if f.IsExported() {
		flags |= FieldExported
	}
	if f.Anonymous {
		flags |= FieldEmbedded
	}
	return flags
}

func IsDirect(t Type) bool {
	switch real(t).Kind() {
	case reflect.Pointer, reflect.Map, reflect.Chan, reflect.Func, reflect.UnsafePointer:
		return true
	case reflect.Struct:
		return real(t).NumField() == 1 && IsDirect(word(real(t).Field(0).Type))
	case reflect.Array:
		return real(t).Len() == 1 && IsDirect(word(real(t).Elem()))
	}
	return false
}

func ItabType(itab uintptr) Type {
	if itab == 0 {
		return 0
	}
	return *(*Type)(unsafe.Add(unsafe.Pointer(nil), itab+8))
}

func StoreInterface(dst unsafe.Pointer, i Type, v any) bool {
	if v == nil || !reflect.TypeOf(v).Implements(real(i)) {
		return false
	}
	reflect.NewAt(real(i), dst).Elem().Set(reflect.ValueOf(v))
	return true
}

func MapLen(m unsafe.Pointer) int {
	if m == nil {
		return 0
	}
	return *(*int)(m)
}

type walk struct {
	it  *reflect.MapIter
	key reflect.Value
	val reflect.Value
}

var walks []*walk

func MapNext(t Type, m unsafe.Pointer, it *MapIter) bool {
	if it.rest[0] == 0 {
		walks = append(walks, &walk{it: reflect.NewAt(real(t), unsafe.Pointer(&m)).Elem().MapRange()})
		it.rest[0] = uintptr(len(walks))
	}
	w := walks[it.rest[0]-1]
	if !w.it.Next() {
		return false
	}
	key, val := reflect.New(real(t).Key()), reflect.New(real(t).Elem())
	key.Elem().Set(w.it.Key())
	val.Elem().Set(w.it.Value())
	it.Key, it.Elem = key.UnsafePointer(), val.UnsafePointer()
	return true
}

func ShortestDigits(f float64, bits int, buf *[32]byte) (n, exp int) {
	text := strconv.FormatFloat(f, 'e', -1, bits)
	i := 0
	for ; text[i] != 'e'; i++ {
		if text[i] != '.' {
			buf[n] = text[i]
			n++
		}
	}
	exp, _ = strconv.Atoi(text[i+1:])
	for n > 1 && buf[n-1] == '0' {
		n--
	}
	return n, exp + 1
}

func FixedDigits(f float64, prec int, exp bool, buf []byte) int {
	text := strconv.FormatFloat(f, 'f', prec, 64)
	if exp {
		text = strconv.FormatFloat(f, 'e', prec, 64)
	}
	if len(text) > len(buf) {
		return -1
	}
	return copy(buf, text)
}

func ParseFloat(s string, bits int) float64 {
	f, err := strconv.ParseFloat(s, bits)
	if err != nil && err.(*strconv.NumError).Err != strconv.ErrRange || s[0] == '-' || s[0] == '+' {
		panic(fmt.Sprint("ParseFloat: not clean: ", s))
	}
	return f
}

func Exit(code int) { os.Exit(code) }

func Write(fd int, b []byte) int {
	var n int
	if fd == 1 {
		n, _ = os.Stdout.Write(b)
	} else {
		n, _ = os.Stderr.Write(b)
	}
	return n
}

func Read(b []byte) int {
	n, _ := os.Stdin.Read(b)
	return n
}

func Args() []string { return os.Args }

func IndexByte(s string, c byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

func MakeNoZero(n int) []byte { return append([]byte(nil), make([]byte, n)...) }

type semWaiter chan bool

var (
	semLock   sync.Mutex
	semQueues = map[*uint32][]semWaiter{}
)

func SemAcquire(addr *uint32, lifo bool, reason int) (handed bool) {
	semLock.Lock()
	if *addr > 0 {
		*addr--
		semLock.Unlock()
		return false
	}
	w := make(semWaiter, 1)
	if lifo {
		semQueues[addr] = append([]semWaiter{w}, semQueues[addr]...)
	} else {
		semQueues[addr] = append(semQueues[addr], w)
	}
	semLock.Unlock()
	return <-w
}

func SemRelease(addr *uint32, handoff bool) {
	semLock.Lock()
	defer semLock.Unlock()
	q := semQueues[addr]
	if len(q) == 0 {
		*addr++
		return
	}
	if len(q) == 1 {
		delete(semQueues, addr)
	} else {
		semQueues[addr] = q[1:]
	}
	q[0] <- handoff
}

func Fatal(text string) {
	os.Stderr.WriteString("fatal error: " + text + "\n")
	os.Exit(2)
}

func Cycles() uint32 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.NumGC
}

func Random() uint64 { return rand.Uint64() }

var began = time.Now()

func Now() int64 { return int64(time.Since(began)) }

func Sleep(ns int64) { time.Sleep(time.Duration(ns)) }

type running struct {
	timer *time.Timer
	live  bool
}

var (
	timerLock sync.Mutex
	timers    = map[*Timer]*running{}
)

func StartTimer(t *Timer) {
	timerLock.Lock()
	defer timerLock.Unlock()
	r := &running{live: true}
	timers[t] = r
	r.timer = time.AfterFunc(time.Duration(t.When-Now()), func() {
		timerLock.Lock()
		if !r.live {
			timerLock.Unlock()
			return
		}
		if t.Period > 0 {
			t.When += t.Period
			r.timer.Reset(time.Duration(t.When - Now()))
		} else {
			r.live = false
			delete(timers, t)
		}
		timerLock.Unlock()
		t.Func()
	})
}

func StopTimer(t *Timer) bool {
	timerLock.Lock()
	defer timerLock.Unlock()
	r := timers[t]
	if r == nil {
		return false
	}
	r.live = false
	r.timer.Stop()
	delete(timers, t)
	return true
}

func ChanDir(t Type) int              { return int(real(t).ChanDir()) }
func NumParameter(t Type) int         { return real(t).NumIn() }
func Parameter(t Type, i int) Type    { return word(real(t).In(i)) }
func NumResult(t Type) int            { return real(t).NumOut() }
func Result(t Type, i int) Type       { return word(real(t).Out(i)) }
func IsVariadic(t Type) bool          { return real(t).IsVariadic() }
func NumMethod(t Type) int            { return real(t).NumMethod() }
func MethodName(t Type, i int) string { return real(t).Method(i).Name }

func MethodType(t Type, i int) Type {
	f := real(t).Method(i).Type
	if real(t).Kind() == reflect.Interface {
		return word(f)
	}
	var in, out []reflect.Type
	for k := 1; k < f.NumIn(); k++ {
		in = append(in, f.In(k))
	}
	for k := 0; k < f.NumOut(); k++ {
		out = append(out, f.Out(k))
	}
	return word(reflect.FuncOf(in, out, f.IsVariadic()))
}

func SliceOf(t Type) Type { return word(reflect.SliceOf(real(t))) }

func NewArray(t Type, n int) unsafe.Pointer {
	return reflect.MakeSlice(reflect.SliceOf(real(t)), n, n).UnsafePointer()
}

func MakeMap(t Type, n int) unsafe.Pointer {
	return reflect.MakeMapWithSize(real(t), n).UnsafePointer()
}

func mapAt(t Type, m unsafe.Pointer) reflect.Value {
	return reflect.NewAt(real(t), unsafe.Pointer(&m)).Elem()
}

func MapFind(t Type, m unsafe.Pointer, key unsafe.Pointer) unsafe.Pointer {
	e := mapAt(t, m).MapIndex(reflect.NewAt(real(t).Key(), key).Elem())
	if !e.IsValid() {
		return nil
	}
	p := reflect.New(real(t).Elem())
	p.Elem().Set(e)
	return p.UnsafePointer()
}

func MapPut(t Type, m unsafe.Pointer, key, elem unsafe.Pointer) {
	mapAt(t, m).SetMapIndex(reflect.NewAt(real(t).Key(), key).Elem(), reflect.NewAt(real(t).Elem(), elem).Elem())
}

func MapRemove(t Type, m unsafe.Pointer, key unsafe.Pointer) {
	mapAt(t, m).SetMapIndex(reflect.NewAt(real(t).Key(), key).Elem(), reflect.Value{})
}

func ChanLen(c unsafe.Pointer) int { return len(*(*chan int)(unsafe.Pointer(&c))) }
func ChanCap(c unsafe.Pointer) int { return cap(*(*chan int)(unsafe.Pointer(&c))) }

func EqualValues(t Type, a, b unsafe.Pointer) bool {
	return reflect.NewAt(real(t), a).Elem().Interface() == reflect.NewAt(real(t), b).Elem().Interface()
}

func finish(f reflect.Value, t reflect.Type, args, results []unsafe.Pointer) {
	var in []reflect.Value
	for i, a := range args {
		in = append(in, reflect.NewAt(t.In(i), a).Elem())
	}
	call := f.Call
	if t.IsVariadic() {
		call = f.CallSlice
	}
	for i, r := range call(in) {
		reflect.NewAt(t.Out(i), results[i]).Elem().Set(r)
	}
}

func Call(t Type, f unsafe.Pointer, args, results []unsafe.Pointer) {
	finish(reflect.NewAt(real(t), unsafe.Pointer(&f)).Elem(), real(t), args, results)
}

func CallMethod(t Type, i int, receiver unsafe.Pointer, args, results []unsafe.Pointer) {
	m := reflect.NewAt(real(t), receiver).Elem().Method(i)
	finish(m, m.Type(), args, results)
}
