// strings, unicode, unicode/utf8: every function on random texts.
package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

var seed uint64 = 88172645463325252

func random(n int) int {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return int(seed % uint64(n))
}

var pieces = []string{"a", "b", "ab", "A", "Z", " ", "\t", "\n", ",", "é", "É", "ß", "ſ", "K", "k", "K", "世", "界",
	"\xff", "\xc3", "\xe4\xb8", "\uFFFD", "😀", "\u00a0", "\u2003", "_", "-", "9", "ǆ", "ǅ", "İ", "ı", "i", "I", "Σ", "ς", "σ", "\x00"}

func text(n int) string {
	s := ""
	for k := random(n + 1); k > 0; k-- {
		s += pieces[random(len(pieces))]
	}
	return s
}

func small(n int) string {
	s := ""
	for k := random(n + 1); k > 0; k-- {
		s += pieces[random(5)]
	}
	return s
}

func try(f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println("panic:", e)
		}
	}()
	f()
}

func main() {
	for round := 0; round < 3000; round++ {
		s, t := text(12), text(2)
		if round%2 == 0 {
			s, t = small(14), small(3)
		}
		n := random(5) - 1
		fmt.Printf("%q %q %d\n", s, t, n)
		fmt.Println(strings.Index(s, t), strings.LastIndex(s, t), strings.Count(s, t), strings.Contains(s, t),
			strings.IndexAny(s, t), strings.LastIndexAny(s, t), strings.ContainsAny(s, t),
			strings.HasPrefix(s, t), strings.HasSuffix(s, t), strings.Compare(s, t), strings.EqualFold(s, t))
		fmt.Printf("%q %q %q %q\n", strings.Split(s, t), strings.SplitN(s, t, n), strings.SplitAfter(s, t), strings.SplitAfterN(s, t, n))
		fmt.Println(cap(strings.Split(s, t)), cap(strings.SplitN(s, t, 3)), cap(strings.Fields(s)))
		fmt.Printf("%q %q\n", strings.Fields(s), strings.FieldsFunc(s, func(r rune) bool { return r == 'a' || r == 'é' }))
		fmt.Printf("%q %q %q %q %q\n", strings.Trim(s, t), strings.TrimLeft(s, t), strings.TrimRight(s, t), strings.TrimPrefix(s, t), strings.TrimSuffix(s, t))
		fmt.Printf("%q %q\n", strings.TrimSpace(s), strings.TrimFunc(s, unicode.IsLetter))
		fmt.Printf("%q %q %q %q\n", strings.ToUpper(s), strings.ToLower(s), strings.ToTitle(s), strings.Title(s))
		fmt.Printf("%q %q\n", strings.ToUpperSpecial(unicode.TurkishCase, s), strings.ToLowerSpecial(unicode.TurkishCase, s))
		fmt.Printf("%q %q %q\n", strings.Replace(s, t, "XY", n), strings.ReplaceAll(s, t, ""), strings.ToValidUTF8(s, "?"))
		fmt.Printf("%q\n", strings.Map(func(r rune) rune {
			if r == 'a' {
				return -1
			}
			if r == 'b' {
				return '世'
			}
			return r
		}, s))
		fmt.Println(strings.Cut(s, t))
		fmt.Println(strings.CutPrefix(s, t))
		fmt.Println(strings.CutSuffix(s, t))
		fmt.Println(strings.IndexFunc(s, unicode.IsSpace), strings.LastIndexFunc(s, unicode.IsUpper), strings.ContainsFunc(s, unicode.IsDigit))
		for _, r := range t {
			fmt.Println(strings.IndexRune(s, r), strings.ContainsRune(s, r))
		}
		if t != "" {
			fmt.Println(strings.IndexByte(s, t[0]), strings.LastIndexByte(s, t[0]))
		}
		a, b, c, d := small(2), text(2), small(3), text(2)
		rep := strings.NewReplacer(a, b, c, d, t, "<>")
		fmt.Printf("%q %q %q %q: %q\n", a, b, c, d, rep.Replace(s))
		var w strings.Builder
		k, err := rep.WriteString(&w, s)
		fmt.Printf("%d %v %q\n", k, err, w.String())
		rep = strings.NewReplacer("a", "1", "b", "", "a", "2", "A", "long", "é", "e")
		fmt.Printf("%q\n", rep.Replace(s))
		bytes := []byte(s)
		fmt.Println(utf8.ValidString(s), utf8.RuneCountInString(s), utf8.Valid(bytes), utf8.RuneCount(bytes), utf8.FullRuneInString(s), utf8.FullRune(bytes))
		fmt.Println(utf8.DecodeRuneInString(s))
		fmt.Println(utf8.DecodeLastRuneInString(s))
		fmt.Println(utf8.DecodeRune(bytes))
		fmt.Println(utf8.DecodeLastRune(bytes))
	}
	for i := 0; i < 300; i++ {
		b := []byte{byte(0xc0 + random(64)), byte(random(256)), byte(0x80 + random(80)), byte(0x80 + random(80))}
		b = b[:1+random(4)]
		r, n := utf8.DecodeRune(b)
		l, m := utf8.DecodeLastRune(b)
		fmt.Println(b, r, n, l, m, utf8.FullRune(b), utf8.Valid(b))
	}
	for _, r := range []rune{-1, 0, 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xffff, 0x10000, 0x10ffff, 0x110000} {
		fmt.Println(r, utf8.RuneLen(r), utf8.ValidRune(r), utf8.AppendRune([]byte("x"), r), unicode.To(unicode.UpperCase, r), unicode.To(7, r))
	}
	sum := uint64(0)
	step := rune(1)
	for r := rune(-2); r < 0x110010; r += step {
		bits := uint64(0)
		for i, f := range []func(rune) bool{unicode.IsLetter, unicode.IsDigit, unicode.IsNumber, unicode.IsUpper, unicode.IsLower,
			unicode.IsTitle, unicode.IsSpace, unicode.IsControl, unicode.IsMark, unicode.IsPunct, unicode.IsSymbol, unicode.IsPrint, unicode.IsGraphic} {
			if f(r) {
				bits |= 1 << i
			}
		}
		for i, t := range []*unicode.RangeTable{unicode.Han, unicode.Latin, unicode.Lu, unicode.Nd, unicode.White_Space, unicode.Cyrillic, unicode.Hiragana, unicode.Greek, unicode.P, unicode.Common, unicode.Co, unicode.Sc} {
			if unicode.Is(t, r) {
				bits |= 1 << (i + 16)
			}
		}
		sum = sum*31 + bits
		sum = sum*31 + uint64(unicode.ToUpper(r))
		sum = sum*31 + uint64(unicode.ToLower(r))
		sum = sum*31 + uint64(unicode.ToTitle(r))
		sum = sum*31 + uint64(unicode.SimpleFold(r))
		if r%0x400 == 0 {
			fmt.Println(r, sum)
		}
	}
	fmt.Println(unicode.In('世', unicode.Latin, unicode.Han), unicode.Version)
	try(func() { strings.Repeat("x", -1) })
	try(func() { strings.NewReplacer("x") })
	fmt.Println(strings.Repeat("ab", 5), strings.Repeat("", 3), strings.Join([]string{"a", "b", "c"}, ", "), strings.Join(nil, "x"))
	var b strings.Builder
	last := -1
	for i := 0; i < 5000; i++ {
		b.WriteByte('x')
		if b.Cap() != last {
			last = b.Cap()
			fmt.Print(last, " ")
		}
	}
	for i := 1; i < 3000; i += 7 {
		var b strings.Builder
		b.Grow(i)
		fmt.Print(b.Cap(), " ")
		b.WriteRune('世')
		b.Grow(i)
		fmt.Print(b.Cap(), " ")
	}
	fmt.Println()
	try(func() { b.Grow(-1) })
	try(func() { c := b; c.WriteByte('x') })
	r := strings.NewReader("héllo\xff")
	for {
		c, n, err := r.ReadRune()
		fmt.Println(c, n, err, r.Len(), r.Size())
		if err != nil {
			break
		}
	}
	fmt.Println(r.UnreadRune())
	fmt.Println(r.Seek(-3, 2))
	fmt.Println(r.Seek(-30, 2))
	fmt.Println(r.Seek(0, 9))
	fmt.Println(r.ReadByte())
	fmt.Println(r.UnreadByte(), r.UnreadRune())
	p := make([]byte, 4)
	fmt.Println(r.ReadAt(p, 2))
	fmt.Println(r.ReadAt(p, 5))
	fmt.Println(r.ReadAt(p, -5))
	fmt.Println(r.WriteTo(&b))
}
