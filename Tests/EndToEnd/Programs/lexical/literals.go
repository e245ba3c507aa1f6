package main

import "fmt"

func main() {
	fmt.Println(0b1011, 0B11, 0o17, 0O17, 017, 0x1F, 0XfF, 1_000_000, 0x_dead_beef, 0b_1)
	fmt.Println(0., .5, 1e3, 1E-2, 6.67428e-11, .12345E+5, 1_5., 0.15e+0_2)
	fmt.Println(0x1p-2, 0x2.p10, 0x1.Fp+0, 0X.8p-0, 0X_1FFFP-16)
	fmt.Println(0i, 0123i, 0o123i, 0xabci, 0.i, 2.71828i, 1.e+0i, 6.67428e-11i, 0x1p-2i)
	fmt.Println('a', 'ä', '本', '\t', '\000', '\007', '\377', '\x07', '\xff', '\u12e4', '\U00101234', '\'', '\\')
	fmt.Println("\"", "日本語", "\u65e5本\U00008a9e", "\xe6\x97\xa5", "a\tb\nc", "\a\b\f\v\r" == string([]byte{7, 8, 12, 11, 13}))
	fmt.Println(`raw\n
string`, len(`a
b`))
	fmt.Printf("%q %q %+q\n", "\xff\x00", `\n`, "héllo 世界")
	fmt.Println(len("héllo"), len([]rune("héllo")))
}
