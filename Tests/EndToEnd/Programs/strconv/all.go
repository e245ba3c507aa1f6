package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	fmt.Println(strconv.Itoa(-45), strconv.FormatInt(255, 16), strconv.FormatInt(-255, 2), strconv.FormatUint(math.MaxUint64, 36))
	for _, s := range []string{"42", "-7", "+3", "", "abc", "99999999999999999999", "0x10", "1_000", " 1"} {
		n, err := strconv.Atoi(s)
		fmt.Println(n, err)
	}
	for _, b := range []int{0, 2, 8, 16, 36} {
		n, err := strconv.ParseInt("11", b, 64)
		fmt.Print(n, err, " ")
	}
	fmt.Println()
	n8, err := strconv.ParseInt("200", 10, 8)
	fmt.Println(n8, err)
	u, err := strconv.ParseUint("-1", 10, 64)
	fmt.Println(u, err)
	h, err := strconv.ParseInt("0xff", 0, 64)
	fmt.Println(h, err)
	for _, s := range []string{"3.14", "1e10", "-0", "inf", "NaN", "1e400", "x", ".5", "0x1p-2", "1_0.5"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
	}
	for _, s := range []string{"true", "T", "1", "false", "no"} {
		b, err := strconv.ParseBool(s)
		fmt.Print(b, err, " ")
	}
	fmt.Println()
	fmt.Println(strconv.FormatFloat(math.Pi, 'f', 3, 64), strconv.FormatFloat(1e21, 'g', -1, 64), strconv.FormatFloat(0.1, 'e', 5, 32), strconv.FormatFloat(100, 'G', 3, 64))
	fmt.Println(strconv.Quote("hi\n\"x\"\t世\x00"), strconv.QuoteToASCII("世"), strconv.QuoteRune('☺'))
	s, err := strconv.Unquote(`"a\tb"`)
	fmt.Printf("%q %v\n", s, err)
	_, err = strconv.Unquote(`"bad`)
	fmt.Println(err)
	fmt.Println(string(strconv.AppendInt([]byte("n="), 5, 10)), string(strconv.AppendBool(nil, true)), string(strconv.AppendQuote(nil, "q")))
	fmt.Println(strconv.IntSize, strconv.FormatBool(false))
}
