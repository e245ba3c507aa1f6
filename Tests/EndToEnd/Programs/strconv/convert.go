package main

import (
	"errors"
	"fmt"
	"strconv"
)

func main() {
	for _, s := range []string{"0", "42", "-17", "+5", "", "abc", "12a", "9223372036854775807", "9223372036854775808", "-9223372036854775809", " 1", "1_000", "0x10"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	for _, c := range []struct {
		s    string
		base int
		bits int
	}{{"ff", 16, 64}, {"0xff", 0, 64}, {"0b101", 0, 8}, {"0o17", 0, 16}, {"017", 0, 16}, {"1_000", 0, 32}, {"128", 10, 8}, {"-129", 10, 8}, {"zz", 36, 64}, {"12", 2, 0}, {"1", 1, 0}, {"1", 10, 65}} {
		i, err := strconv.ParseInt(c.s, c.base, c.bits)
		u, err2 := strconv.ParseUint(c.s, c.base, c.bits)
		fmt.Println(i, err, u, err2)
	}
	for _, s := range []string{"1.5", "-0", "1e10", "1e400", "-1e400", ".5", "5.", "inf", "-Infinity", "nan", "0x1p-2", "1e", "1..2", "123456789.123456789", "4.9e-324", "1e-400", "0.1e-6"} {
		f, err := strconv.ParseFloat(s, 64)
		g, err32 := strconv.ParseFloat(s, 32)
		fmt.Println(f, err, float32(g), err32)
	}
	for _, s := range []string{"true", "T", "1", "FALSE", "f", "0", "yes", ""} {
		b, err := strconv.ParseBool(s)
		fmt.Println(b, err)
	}
	fmt.Println(strconv.Itoa(-45), strconv.FormatInt(255, 2), strconv.FormatInt(-255, 16), strconv.FormatUint(1<<63, 36))
	for _, f := range []float64{0, 1, -1.5, 3.14159, 1e21, 1e20, 1e-7, 123456.789, 5e-324, 0.1 + 0.2} {
		fmt.Println(strconv.FormatFloat(f, 'g', -1, 64), strconv.FormatFloat(f, 'f', 3, 64), strconv.FormatFloat(f, 'e', 5, 64), strconv.FormatFloat(f, 'f', -1, 32), strconv.FormatFloat(f, 'G', 4, 64))
	}
	for _, s := range []string{"plain", "q\"uote", "tab\t", "世界", "\x00\xff", "\u200b", `back\slash`, "😀"} {
		q := strconv.Quote(s)
		u, err := strconv.Unquote(q)
		fmt.Println(q, strconv.QuoteToASCII(s), u == s, err, strconv.CanBackquote(s))
	}
	for _, s := range []string{"`raw`", "'x'", `"a\nb"`, `"bad`, `'ab'`, ``, `"\q"`} {
		u, err := strconv.Unquote(s)
		fmt.Printf("%q %v\n", u, err)
	}
	fmt.Println(strconv.QuoteRune('☺'), strconv.QuoteRune('\''), strconv.FormatBool(true))
	b := strconv.AppendInt([]byte("n="), 42, 10)
	b = strconv.AppendQuote(b, "q")
	b = strconv.AppendBool(b, false)
	fmt.Println(string(b))
	_, err := strconv.Atoi("99999999999999999999")
	var ne *strconv.NumError
	fmt.Println(errors.As(err, &ne), errors.Is(err, strconv.ErrRange), ne.Func, ne.Num, ne.Err)
}
