// strconv: every function on random and on awkward texts and numbers; math/bits.
package main

import (
	"fmt"
	"math"
	"math/bits"
	"strconv"
)

var seed uint64 = 88172645463325252

func random(n int) int {
	seed ^= seed << 13
	seed ^= seed >> 7
	seed ^= seed << 17
	return int(seed % uint64(n))
}

func random64() uint64 { return uint64(random(1<<32))<<32 | uint64(random(1<<32)) }

func number() uint64 {
	u := random64() >> random(64)
	if random(2) == 0 {
		return -u
	}
	return u
}

func float() float64 {
	switch random(6) {
	case 0:
		return math.Float64frombits(random64())
	case 1:
		return float64(random(1000)) / 8
	case 2:
		return float64(random(1000000)) / 1000
	case 3:
		return math.Ldexp(1, random(2000)-1000)
	case 4:
		return -float64(number())
	}
	return float64(random(10)) * math.Pow10(random(40)-20)
}

var parts = []string{"0", "1", "9", "12", "-", "+", ".", "e", "E", "x", "0x", "0b", "0o", "p", "_", "f", "inf", "nan", "Infinity", "i", "(", ")", " ", "e+30", "e-400", "p-3", "00", "7", "8", "a", "z", "99999999999999999999", "é"}

func text() string {
	s := ""
	for k := random(6); k >= 0; k-- {
		s += parts[random(len(parts))]
	}
	return s
}

var pieces = []string{"a", "\\", "\"", "'", "`", "\n", "\t", "\x00", "\x7f", "\xff", "é", "世", "\u200b", "\u00a0", "\u3000", "\ufeff", "😀", "\U000e0001", "\\n", "\\x41", "\\u00e9", "\\U0001F600", "\\101", "\\'", "\\\"", "\\400", "\\ud800", "\\q", "\r", "\u0378", "\u00ad"}

func quotable() string {
	s := ""
	for k := random(5); k > 0; k-- {
		s += pieces[random(len(pieces))]
	}
	return s
}

func main() {
	for i := 0; i < 5000; i++ {
		u, base := number(), 2+random(35)
		fmt.Println(strconv.FormatInt(int64(u), base), strconv.FormatUint(u, base), strconv.Itoa(int(u)), string(strconv.AppendInt(nil, int64(u), 10)), string(strconv.AppendUint([]byte("x"), u, base)))
		s := strconv.FormatInt(int64(u), base)
		fmt.Println(strconv.ParseInt(s, base, random(66)))
		fmt.Println(strconv.ParseUint(s, base, random(66)))
	}
	for i := 0; i < 30000; i++ {
		s := text()
		a, err := strconv.Atoi(s)
		fmt.Printf("%q %d %v\n", s, a, err)
		n, err := strconv.ParseInt(s, []int{0, 10, 16, 2, 1, 37}[random(6)], []int{0, 64, 8, 32, 65}[random(5)])
		fmt.Println(n, err)
		u, err := strconv.ParseUint(s, 0, 0)
		fmt.Println(u, err)
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
		f, err = strconv.ParseFloat(s, 32)
		fmt.Println(f, err)
		c, err := strconv.ParseComplex(s, 128)
		fmt.Println(c, err)
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	for i := 0; i < 10000; i++ {
		x := float()
		for _, f := range []byte("eEfgGxXbz") {
			fmt.Println(strconv.FormatFloat(x, f, random(30)-2, 64), strconv.FormatFloat(x, f, random(20)-1, 32))
		}
		s := strconv.FormatFloat(x, 'g', -1, 64)
		y, err := strconv.ParseFloat(s, 64)
		fmt.Println(s, y == x, err)
		fmt.Println(strconv.FormatComplex(complex(x, float()), 'g', random(5)-1, 64+64*random(2)))
	}
	fmt.Println(strconv.FormatFloat(1e300, 'f', 400, 64), strconv.FormatFloat(5e-324, 'e', 800, 64), strconv.FormatFloat(1.0/3, 'g', 1000, 64))
	for i := 0; i < 10000; i++ {
		s := quotable()
		fmt.Println(strconv.Quote(s), strconv.QuoteToASCII(s), strconv.QuoteToGraphic(s), strconv.CanBackquote(s))
		q := []string{"\"", "'", "`", ""}[random(4)]
		t := q + s + q
		fmt.Println(strconv.Unquote(t))
		fmt.Println(strconv.QuotedPrefix(t + "tail"))
		v, m, tail, err := strconv.UnquoteChar(s, "\"'"[random(2)])
		fmt.Printf("%v %v %q %v\n", v, m, tail, err)
		fmt.Println(strconv.Unquote(strconv.Quote(s)))
	}
	for r := rune(-3); r < 0x30000; r += 1 {
		if r < 0x400 || r%37 == 0 {
			fmt.Println(strconv.QuoteRune(r), strconv.QuoteRuneToASCII(r), strconv.QuoteRuneToGraphic(r), strconv.IsPrint(r), strconv.IsGraphic(r))
		}
	}
	for i := 0; i < 2000; i++ {
		x, y, z := number(), number(), number()
		k := random(200) - 100
		fmt.Println(bits.LeadingZeros64(x), bits.LeadingZeros32(uint32(x)), bits.LeadingZeros16(uint16(x)), bits.LeadingZeros8(uint8(x)), bits.LeadingZeros(uint(x)))
		fmt.Println(bits.TrailingZeros64(x), bits.TrailingZeros32(uint32(x)), bits.TrailingZeros16(uint16(x)), bits.TrailingZeros8(uint8(x)), bits.TrailingZeros(uint(x)))
		fmt.Println(bits.OnesCount64(x), bits.OnesCount32(uint32(x)), bits.OnesCount16(uint16(x)), bits.OnesCount8(uint8(x)), bits.OnesCount(uint(x)))
		fmt.Println(bits.Len64(x), bits.Len32(uint32(x)), bits.Len16(uint16(x)), bits.Len8(uint8(x)), bits.Len(uint(x)))
		fmt.Println(bits.Reverse64(x), bits.Reverse32(uint32(x)), bits.Reverse16(uint16(x)), bits.Reverse8(uint8(x)), bits.Reverse(uint(x)))
		fmt.Println(bits.ReverseBytes64(x), bits.ReverseBytes32(uint32(x)), bits.ReverseBytes16(uint16(x)), bits.ReverseBytes(uint(x)))
		fmt.Println(bits.RotateLeft64(x, k), bits.RotateLeft32(uint32(x), k), bits.RotateLeft16(uint16(x), k), bits.RotateLeft8(uint8(x), k), bits.RotateLeft(uint(x), k))
		fmt.Println(bits.Add64(x, y, x&1))
		fmt.Println(bits.Sub64(x, y, x&1))
		fmt.Println(bits.Add32(uint32(x), uint32(y), uint32(x&1)))
		fmt.Println(bits.Sub32(uint32(x), uint32(y), uint32(x&1)))
		fmt.Println(bits.Mul64(x, y))
		fmt.Println(bits.Mul32(uint32(x), uint32(y)))
		if z != 0 {
			fmt.Println(bits.Rem64(x, y, z))
			if x%z < z {
				fmt.Println(bits.Div64(x%z, y, z))
			}
		}
	}
	for _, f := range []func(){func() { bits.Div64(5, 0, 3) }, func() { bits.Div64(5, 0, 0) }, func() { bits.Div32(5, 0, 5) }, func() { strconv.FormatInt(1, 1) }, func() { strconv.FormatFloat(1, 'g', 1, 16) }} {
		func() {
			defer func() { fmt.Println(recover()) }()
			f()
		}()
	}
}
