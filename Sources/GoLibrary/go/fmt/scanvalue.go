package fmt

import (
	"errors"
	"internal/rt"
	"io"
	"strconv"
	"unicode/utf8"
	"unsafe"
)

const (
	binarySet  = "01"
	octalSet   = "01234567"
	decimalSet = "0123456789"
	hexSet     = "0123456789aAbBcCdDeEfF"
)

var (
	errBool    = errors.New("syntax error scanning boolean")
	errComplex = errors.New("syntax error scanning complex number")
)

// value reads one value into what arg points to.
func (s *scanner) value(verb rune, arg any) {
	s.token = s.token[:0]
	if own, ok := arg.(Scanner); ok {
		if err := own.Scan(s, verb); err != nil {
			if err == io.EOF {
				err = io.ErrUnexpectedEOF
			}
			panic(scanFailure{err})
		}
		return
	}
	box := boxOf(&arg)
	if arg == nil {
		fail("type not a pointer: <nil>")
	}
	if rt.Kind(box.Type) != rt.Pointer {
		fail("type not a pointer: " + rt.TypeString(box.Type))
	}
	typ, p := rt.Elem(box.Type), box.Data
	bits := int(rt.Size(typ)) * 8
	switch kind := rt.Kind(typ); kind {
	case rt.Bool:
		*(*bool)(p) = s.boolean(verb)
	case rt.Int, rt.Int8, rt.Int16, rt.Int32, rt.Int64:
		putInteger(p, bits, uint64(s.signed(verb, bits)))
	case rt.Uint, rt.Uint8, rt.Uint16, rt.Uint32, rt.Uint64, rt.Uintptr:
		putInteger(p, bits, s.unsigned(verb, bits))
	case rt.Float32, rt.Float64:
		if name := rt.TypeString(typ); name == "float32" || name == "float64" {
			s.verb(verb, "beEfFgGv", name)
		}
		s.SkipSpace()
		s.needInput()
		f := convertFloat(s.float(), bits)
		if kind == rt.Float32 {
			*(*float32)(p) = float32(f)
		} else {
			*(*float64)(p) = f
		}
	case rt.Complex64:
		*(*complex64)(p) = complex64(s.complex(verb, 32))
	case rt.Complex128:
		*(*complex128)(p) = s.complex(verb, 64)
	case rt.String:
		*(*string)(p) = s.text(verb)
	case rt.Slice:
		if rt.Kind(rt.Elem(typ)) == rt.Uint8 {
			*(*[]byte)(p) = []byte(s.text(verb))
			return
		}
		fallthrough
	default:
		fail("can't scan type: " + rt.TypeString(box.Type))
	}
}

func putInteger(p unsafe.Pointer, bits int, u uint64) {
	switch bits {
	case 8:
		*(*uint8)(p) = uint8(u)
	case 16:
		*(*uint16)(p) = uint16(u)
	case 32:
		*(*uint32)(p) = uint32(u)
	default:
		*(*uint64)(p) = u
	}
}

// verb fails unless the verb suits the type.
func (s *scanner) verb(verb rune, suited, typ string) {
	if !isIn(suited, verb) {
		fail("bad verb '%" + string(verb) + "' for " + typ)
	}
}

func (s *scanner) boolean(verb rune) bool {
	s.SkipSpace()
	s.needInput()
	s.verb(verb, "tv", "boolean")
	switch s.next() {
	case '1':
		return true
	case 't', 'T':
		if s.take("rR") && !(s.take("uU") && s.take("eE")) {
			panic(scanFailure{errBool})
		}
		return true
	case 'f', 'F':
		if s.take("aA") && !(s.take("lL") && s.take("sS") && s.take("eE")) {
			panic(scanFailure{errBool})
		}
	}
	return false
}

// character reads one rune, which must fit bits.
func (s *scanner) character(bits int) rune {
	s.needInput()
	r := s.next()
	if bits < 32 && r>>uint(bits-1) != 0 {
		fail("overflow on character value " + string(r))
	}
	return r
}

// digits reads an integer's text and tells its base, for strconv.
func (s *scanner) digits(verb rune, signed bool) (text string, base int) {
	s.SkipSpace()
	s.needInput()
	s.verb(verb, "bdoUxXv", "integer")
	base, set := 10, decimalSet
	switch verb {
	case 'b':
		base, set = 2, binarySet
	case 'o':
		base, set = 8, octalSet
	case 'x', 'X', 'U':
		base, set = 16, hexSet
	}
	started := false
	if verb == 'U' {
		if s.next() != 'U' || s.next() != '+' {
			fail("bad unicode format ")
		}
	} else {
		if signed {
			s.take("+-")
		}
		if verb == 'v' {
			base, set = 0, decimalSet+"_"
			if started = s.take("0"); started {
				switch {
				case s.take("bB"):
					set = binarySet + "_"
				case s.take("oO"):
					set = octalSet + "_"
				case s.take("xX"):
					set = hexSet + "_"
				default:
					set = octalSet + "_"
				}
			}
		}
	}
	if !started {
		s.needInput()
		if !s.take(set) {
			fail("expected integer")
		}
	}
	for s.take(set) {
	}
	return string(s.token), base
}

func (s *scanner) signed(verb rune, bits int) int64 {
	if verb == 'c' {
		return int64(s.character(bits))
	}
	text, base := s.digits(verb, true)
	i, err := strconv.ParseInt(text, base, 64)
	if err != nil {
		panic(scanFailure{err})
	}
	if shift := uint(64 - bits); i<<shift>>shift != i {
		fail("integer overflow on token " + text)
	}
	return i
}

func (s *scanner) unsigned(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.character(bits))
	}
	text, base := s.digits(verb, false)
	u, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		panic(scanFailure{err})
	}
	if shift := uint(64 - bits); u<<shift>>shift != u {
		fail("unsigned integer overflow on token " + text)
	}
	return u
}

// float reads a float's text.
func (s *scanner) float() string {
	s.token = s.token[:0]
	if s.take("nN") && s.take("aA") && s.take("nN") {
		return string(s.token)
	}
	s.take("+-")
	if s.take("iI") && s.take("nN") && s.take("fF") {
		return string(s.token)
	}
	set, letters := decimalSet+"_", "eEpP"
	if s.take("0") && s.take("xX") {
		set, letters = hexSet+"_", "pP"
	}
	for s.take(set) {
	}
	if s.take(".") {
		for s.take(set) {
		}
	}
	if s.take(letters) {
		s.take("+-")
		for s.take(decimalSet + "_") {
		}
	}
	return string(s.token)
}

// convertFloat reads strconv's forms, and a decimal number with a binary exponent, as %b prints it.
func convertFloat(text string, bits int) float64 {
	at := -1
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case 'p':
			at = i
		case 'x', 'X':
			at = -1
			i = len(text)
		}
	}
	if at < 0 {
		f, err := strconv.ParseFloat(text, bits)
		if err != nil {
			panic(scanFailure{err})
		}
		return f
	}
	f, err := strconv.ParseFloat(text[:at], bits)
	exp := 0
	if err == nil {
		exp, err = strconv.Atoi(text[at+1:])
	}
	if err != nil {
		if e, ok := err.(*strconv.NumError); ok {
			e.Num = text
		}
		panic(scanFailure{err})
	}
	if f == 0 {
		return f
	}
	scale, _ := strconv.ParseFloat("0x1p"+strconv.Itoa(exp), 64) // too large: infinity
	return f * scale
}

// complex reads a+bi, in parentheses or not; bits is the size of each part.
func (s *scanner) complex(verb rune, bits int) complex128 {
	s.verb(verb, "beEfFgGv", "complex")
	s.SkipSpace()
	s.needInput()
	inside := s.take("(")
	real := s.float()
	s.token = s.token[:0]
	if !s.take("+-") {
		panic(scanFailure{errComplex})
	}
	sign := string(s.token)
	imaginary := sign + s.float()
	if !s.take("i") || inside && !s.take(")") {
		panic(scanFailure{errComplex})
	}
	return complex(convertFloat(real, bits), convertFloat(imaginary, bits))
}

func (s *scanner) text(verb rune) string {
	s.verb(verb, "svqxX", "string")
	s.SkipSpace()
	s.needInput()
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hex()
	}
	return string(s.while(true, notSpace))
}

func (s *scanner) quoted() string {
	s.needInput()
	switch quote := s.next(); quote {
	case '`':
		for {
			r := s.mustNext()
			if r == quote {
				return string(s.token)
			}
			s.token = utf8.AppendRune(s.token, r)
		}
	case '"':
		s.token = append(s.token, '"')
		for {
			r := s.mustNext()
			s.token = utf8.AppendRune(s.token, r)
			if r == '\\' {
				s.token = utf8.AppendRune(s.token, s.mustNext())
			} else if r == '"' {
				break
			}
		}
		text, err := strconv.Unquote(string(s.token))
		if err != nil {
			panic(scanFailure{err})
		}
		return text
	}
	fail("expected quoted string")
	return ""
}

// hex reads bytes of two digits each.
func (s *scanner) hex() string {
	s.needInput()
	var text []byte
	for {
		r := s.next()
		high, ok := nibble(r)
		if !ok {
			if r != noRune {
				s.UnreadRune()
			}
			break
		}
		low, ok := nibble(s.mustNext())
		if !ok {
			fail("illegal hex digit")
		}
		text = append(text, high<<4|low)
	}
	if len(text) == 0 {
		fail("no hex data for %x string")
	}
	return string(text)
}

func nibble(r rune) (byte, bool) {
	switch {
	case '0' <= r && r <= '9':
		return byte(r - '0'), true
	case 'a' <= r|0x20 && r|0x20 <= 'f' && r < 0x80:
		return byte(r|0x20-'a') + 10, true
	}
	return 0, false
}
