package fmt

import (
	"strconv"
	"sync/atomic"
	"unicode/utf8"
	"unsafe"
)

// printer is one Print call under way.
type printer struct {
	buf  []byte
	spec spec

	// What is being printed, for a complaint about its verb: arg, or where
	// that is nil a value inside of one.
	arg    any
	inside value

	reordered bool  // the format used an explicit argument index
	badIndex  bool  // ... and the current directive's is wrong
	panicking bool  // a method's panic is being printed
	erroring  bool  // a complaint is being printed: call no methods
	wrapping  bool  // the caller is Errorf
	wrapped   []int // indexes of the operands of %w

	scratch [68]byte // a 64-bit number in binary with sign and prefix
}

// spare keeps the last printer released, so that printing need not allocate one.
var spare unsafe.Pointer

// newPrinter takes the spare printer or makes one. The swap makes sure that
// two goroutines, or a String method that prints, never share one.
func newPrinter() *printer {
	p := (*printer)(atomic.SwapPointer(&spare, nil))
	if p == nil {
		p = new(printer)
	}
	p.panicking = false
	p.erroring = false
	p.wrapping = false
	p.spec = spec{}
	return p
}

// release makes p the spare printer, unless its buffer has grown large.
func (p *printer) release() {
	if cap(p.buf) > 64*1024 {
		p.buf = nil
	} else {
		p.buf = p.buf[:0]
	}
	if cap(p.wrapped) > 8 {
		p.wrapped = nil
	}
	p.arg = nil
	p.inside = value{}
	p.wrapped = p.wrapped[:0]
	atomic.StorePointer(&spare, unsafe.Pointer(p))
}

// Write, Width, Precision and Flag make a printer the State of Formatters.

func (p *printer) Write(b []byte) (n int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

// WriteString lets io.WriteString avoid a copy.
func (p *printer) WriteString(s string) (n int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

func (p *printer) Width() (wid int, ok bool) { return p.spec.width, p.spec.hasWidth }

func (p *printer) Precision() (prec int, ok bool) { return p.spec.prec, p.spec.hasPrec }

func (p *printer) Flag(c int) bool {
	switch c {
	case '-':
		return p.spec.minus
	case '+':
		return p.spec.plus || p.spec.fields
	case '#':
		return p.spec.sharp || p.spec.syntax
	case ' ':
		return p.spec.space
	case '0':
		return p.spec.zero
	}
	return false
}

func (p *printer) str(s string) { p.buf = append(p.buf, s...) }

func (p *printer) byte(c byte) { p.buf = append(p.buf, c) }

func (p *printer) rune(r rune) { p.buf = utf8.AppendRune(p.buf, r) }

func appendRune(b []byte, r rune) []byte { return utf8.AppendRune(b, r) }

func appendDecimal(b []byte, n int) []byte { return strconv.AppendInt(b, int64(n), 10) }

// print is Print: spaces between operands neither of which is a string.
func (p *printer) print(a []any) {
	afterString := true
	for _, arg := range a {
		isString := isStringKind(arg)
		if !isString && !afterString {
			p.byte(' ')
		}
		p.operand(arg, 'v')
		afterString = isString
	}
}

// println is Println: spaces between all operands and a line break.
func (p *printer) println(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.byte(' ')
		}
		p.operand(arg, 'v')
	}
	p.byte('\n')
}
