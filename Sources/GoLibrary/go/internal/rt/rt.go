// Package rt is the floor of gomem's Go library: the few things that Go
// source cannot say for itself. Everything here without a body is supplied by
// the simulated machine; ../../intrinsics.txt lists every such function.
//
// Values are laid out as the Go compiler lays them out:
//
//	any               { type word, data word }
//	other interfaces  { itab word, data word }
//	string            { pointer, length }
//	slice             { pointer, length, capacity }
//
// A data word is the value itself where IsDirect says so (pointers, maps,
// channels, functions, unsafe.Pointer, and structs or arrays that hold just
// one of these) and otherwise the address of the value.
package rt

import "unsafe"

// Type is the type word of an interface value; 0 stands for no type.
type Type uintptr

// The kinds, numbered as reflect numbers them.
const (
	Invalid = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

// Flags of a struct field.
const (
	FieldExported = 1
	FieldEmbedded = 2
)

// Empty is the layout of an empty interface value.
type Empty struct {
	Type Type
	Data unsafe.Pointer
}

// Full is the layout of an interface value whose type has methods.
type Full struct {
	Itab uintptr
	Data unsafe.Pointer
}

// SliceHeader is the layout of a slice.
type SliceHeader struct {
	Data unsafe.Pointer
	Len  int
	Cap  int
}

// Reflected is the layout of a reflect.Value, which fmt looks into.
type Reflected struct {
	Type  Type
	Ptr   unsafe.Pointer // address of the value, always
	Flags uintptr
}

// Flags of a Reflected value.
const (
	ReflectedHidden      = 1 // reached through an unexported field
	ReflectedEmbedded    = 8 // an unexported embedded field itself: its exported fields are not hidden
	ReflectedReadOnly    = ReflectedHidden | ReflectedEmbedded
	ReflectedAddressable = 2
	ReflectedMethod      = 4 // a method value; the method's index is in the bits above MethodShift
	MethodShift          = 8
)

// Facts about types.

func Kind(t Type) int
func Size(t Type) uintptr
func Align(t Type) int
func FieldAlign(t Type) int

// TypeString is the type as %T prints it: "main.T", "[]int", "map[string]main.T".
func TypeString(t Type) string

// Name is the name of a defined or basic type, with type arguments, without package; otherwise "".
func Name(t Type) string

// PkgPath is the import path of a defined type's package; "" for other types.
func PkgPath(t Type) string

// Elem is the element type of a pointer, slice, array, channel or map.
func Elem(t Type) Type

// Key is the key type of a map.
func Key(t Type) Type

// Len is the length of an array type.
func Len(t Type) int

func NumField(t Type) int
func FieldName(t Type, i int) string
func FieldType(t Type, i int) Type
func FieldOffset(t Type, i int) uintptr
func FieldFlags(t Type, i int) int
func FieldTag(t Type, i int) string

// FieldPkgPath is the import path of an unexported field's package; "" for an exported field.
func FieldPkgPath(t Type, i int) string

// IsDirect reports whether an interface's data word holds a value of type t itself.
func IsDirect(t Type) bool

// Comparable reports whether values of type t may be compared with ==
// (interfaces count as comparable, whatever they hold).
func Comparable(t Type) bool

// InterfaceSize is the number of methods of an interface type.
func InterfaceSize(t Type) int

// ItabType is the dynamic type behind an itab word; 0 for 0.
func ItabType(itab uintptr) Type

// Implements reports whether t has all methods of the interface type i.
func Implements(t Type, i Type) bool

// StoreInterface stores v into the variable of interface type i at dst, as
// `*dst = v.(i)` would, and reports whether v's type implements i. It stores
// nothing when it reports false.
func StoreInterface(dst unsafe.Pointer, i Type, v any) bool

// PointerTo is the type *t.
func PointerTo(t Type) Type

// TypedMove copies one value of type t from src to dst, with write barriers.
func TypedMove(t Type, dst, src unsafe.Pointer)

// NewObject allocates a zero value of type t on the heap.
func NewObject(t Type) unsafe.Pointer

// MapIter walks a map. Its zero value stands before the first entry.
type MapIter struct {
	Key  unsafe.Pointer // address of the current key
	Elem unsafe.Pointer // address of the current element
	rest [12]uintptr    // the machine's own state
}

// MapLen is the number of entries of the map whose header is m; 0 for nil.
func MapLen(m unsafe.Pointer) int

// MapNext moves it to the next entry of the map m of type t, in the order and
// with the guarantees of a range loop, and reports whether there is one.
func MapNext(t Type, m unsafe.Pointer, it *MapIter) bool

// Floats.

// ShortestDigits writes into buf the shortest decimal digits that read back as
// exactly f (a finite number above zero) at the given size, 32 or 64 bits:
// the value is 0.d1d2d3... times 10 to the power exp. buf has room for 32.
func ShortestDigits(f float64, bits int, buf *[32]byte) (n, exp int)

// FixedDigits writes f (finite, not negative) into buf as C's printf does with
// "%.*f" for exp == false and "%.*e" for exp == true: correctly rounded, ties
// to even on the exact binary value. It returns the bytes written, or -1 when
// buf is too short.
func FixedDigits(f float64, prec int, exp bool, buf []byte) int

// ParseFloat reads s, which has the form of a Go decimal or hexadecimal
// floating-point literal without underscores and without sign, and rounds it
// to the nearest number of the given size (ties to even; infinity when it is too large).
func ParseFloat(s string, bits int) float64

// The process.

// Exit ends the program at once with the given status.
func Exit(code int)

// Write hands bytes to a file descriptor of the guest: 1 or 2. It returns the number taken.
func Write(fd int, b []byte) int

// Read takes bytes from the guest's standard input. It returns 0 at the end.
func Read(b []byte) int

// Args is the guest's command line, the program's name first.
func Args() []string

// Bytes.

// IndexByte is the index of the first c in s, or -1.
func IndexByte(s string, c byte) int

// MakeNoZero allocates n bytes, which may hold anything; the capacity is that
// of the size class.
func MakeNoZero(n int) []byte

// Goroutines.

// SemAcquire waits until *addr is above 0 and takes 1 from it. Waiters queue
// in order, lifo at the front. handed tells that SemRelease handed off to it.
// reason is what the goroutine is said to wait for: one of the constants below.
func SemAcquire(addr *uint32, lifo bool, reason int) (handed bool)

// SemRelease adds 1 to *addr, which goes at once to the first waiter if there
// is one; that then becomes runnable, or, with handoff, runs next.
func SemRelease(addr *uint32, handoff bool)

// What a goroutine waits for, in the words of Go's tracebacks.
const (
	WaitMutex     = iota // sync.Mutex.Lock
	WaitReadLock         // sync.RWMutex.RLock
	WaitWriteLock        // sync.RWMutex.Lock
	WaitGroup            // sync.WaitGroup.Wait
	WaitCond             // sync.Cond.Wait
)

// Fatal prints "fatal error: " and text with a traceback and ends the program
// with status 2; nothing can recover it.
func Fatal(text string)

// Cycles is the number of collections finished.
func Cycles() uint32

// Random is the next number of the generator that the seed of the run starts.
func Random() uint64

// Time.

// Now is the virtual clock: nanoseconds since the program began.
func Now() int64

// Sleep waits until the clock has gone on by ns nanoseconds.
func Sleep(ns int64)

// A Timer fires when the clock reaches When, then every Period nanoseconds
// unless that is 0: it calls Func in a goroutine of its own or, without one,
// sends the time on C if there is room.
type Timer struct {
	When    int64
	Period  int64
	Func    func()
	C       unsafe.Pointer // a chan time.Time
	Place   unsafe.Pointer // the *time.Location of the times it sends
	Base    int64          // seconds to add to the clock's for their wall seconds
	Started int64          // what their monotonic reading counts from
	record  uintptr        // the machine's own
	set     uintptr
}

// StartTimer puts t in the queue of timers.
func StartTimer(t *Timer)

// StopTimer keeps t from firing and reports whether it was to fire, or (since
// Go 1.23) had fired and nobody had received; its channel is then empty.
func StopTimer(t *Timer) bool

// Reflection.

// ChanDir is the direction of a channel type: 1 receive, 2 send, 3 both.
func ChanDir(t Type) int

// NumParameter and NumResult are those of a function type.
func NumParameter(t Type) int
func Parameter(t Type, i int) Type
func NumResult(t Type) int
func Result(t Type, i int) Type
func IsVariadic(t Type) bool

// NumMethod is the number of methods of an interface type or of the exported
// methods in the method set of another, in the order of their names.
func NumMethod(t Type) int
func MethodName(t Type, i int) string

// MethodType is method i's signature as a function type, without the receiver.
func MethodType(t Type, i int) Type

// Composite is the type literal of the given kind with these parts (length is an array's length or a channel's
// direction), 0 if the program has no such type.
func Composite(kind int, elem, key Type, length int) Type

// FuncOf is the function type with these parameters and results, 0 if the
// program has no such type.
func FuncOf(in, out []Type, variadic bool) Type

// RoundUp is the size in bytes of the block that an array of so many bytes, of
// elements of type t, gets.
func RoundUp(size int, t Type) int

// NewArray allocates n zero values of type t in a row.
func NewArray(t Type, n int) unsafe.Pointer

// MakeMap makes a map of type t with room for n entries and returns its header.
func MakeMap(t Type, n int) unsafe.Pointer

// MapFind is the address of key's element, or nil.
func MapFind(t Type, m unsafe.Pointer, key unsafe.Pointer) unsafe.Pointer

// MapPut sets the element of key.
func MapPut(t Type, m unsafe.Pointer, key, elem unsafe.Pointer)

// MapRemove deletes key.
func MapRemove(t Type, m unsafe.Pointer, key unsafe.Pointer)

// MapClear deletes all entries.
func MapClear(t Type, m unsafe.Pointer)

// MakeChan makes a channel of type t and returns its header.
func MakeChan(t Type, n int) unsafe.Pointer

// ChanSend sends the value at elem, which must stay in memory until it returns.
func ChanSend(c unsafe.Pointer, elem unsafe.Pointer)

// ChanReceive receives into elem.
func ChanReceive(c unsafe.Pointer, elem unsafe.Pointer) (ok bool)

// ChanClose closes the channel.
func ChanClose(c unsafe.Pointer)

// A SelectCase is a case of a select statement.
type SelectCase struct {
	Chan unsafe.Pointer
	Elem unsafe.Pointer // the value to send, or the variable to receive into
	Dir  uintptr        // 1 receive, 2 send
}

// Select does one of the n cases at cases and returns its number; where none
// can go on at once and block is false, it returns -1.
func Select(cases *SelectCase, n int, block bool) (chosen int, ok bool)

// ChanLen and ChanCap are those of the channel whose header is c.
func ChanLen(c unsafe.Pointer) int
func ChanCap(c unsafe.Pointer) int

// EqualValues compares two values of type t as == does.
func EqualValues(t Type, a, b unsafe.Pointer) bool

// Call calls the function value f of type t: args are the addresses of the
// arguments (of a variadic function's last ones, of the slice), results the
// addresses of variables for the results.
func Call(t Type, f unsafe.Pointer, args, results []unsafe.Pointer)

// CallMethod is Call for method i of the value of type t at receiver.
func CallMethod(t Type, i int, receiver unsafe.Pointer, args, results []unsafe.Pointer)

// MadeCode is the address of the code that a func value of type t needs to
// call f, which is what stands behind the code's address in its closure, with
// the addresses of its arguments and results; 0 if there is none.
func MadeCode(t Type, f func(args, results []unsafe.Pointer)) uintptr

// Places in the program.

// Callers writes the return addresses of the functions on the stack into pcs,
// beginning skip functions above its caller, and returns how many.
func Callers(skip int, pcs []uintptr) int

// FunctionAt is the name and the beginning of the function that pc is in; "" if it is in none.
func FunctionAt(pc uintptr) (name string, entry uintptr)

// LineAt is where the instruction at pc comes from.
func LineAt(pc uintptr) (file string, line int)

// Finalizers.

// SetFinalizer enters finalizer for obj as runtime.SetFinalizer does, and ends
// the program where they do not fit. run is started, with the first one, in a
// goroutine that the program's counts leave out.
func SetFinalizer(obj, finalizer any, run func())

// NextFinalizer is the next finalizer to run: its func value, the object, the
// type of the pointer to it, the parameter's type where that is an interface,
// and the bytes of results. With none it waits, and then answers nil.
func NextFinalizer() (fn, arg unsafe.Pointer, typ, iface Type, results uintptr)
